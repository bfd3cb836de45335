// Every consumer against every provider that runs, as `rentwave contracts` shows it.
import { ask } from './api.js';
import { cell, make, show, table, when } from './dom.js';

const WORDS = {
  KEPT: ['✓ kept', 'good'], PENDING: ['pending', 'wait'], BROKEN: ['✗ broken', 'bad'], OUTDATED: ['✗ outdated', 'bad'],
  UNVERIFIED: ['✗ unverified', 'bad'], MISSING: ['✗ missing', 'bad'], UNKNOWN: ['✗ unknown', 'bad'],
};

function row(contract) {
  const [word, name] = WORDS[contract.state] ?? [contract.state, 'bad'];
  return [
    cell(contract.consumer, 'name'), cell(contract.provider, 'name'), cell(make('code', {}, contract.build ?? '–')), cell(make('code', {}, contract.pactHash?.slice(0, 12) ?? '–')),
    cell(word, `${name} nowrap`), cell(contract.at ? when(contract.at) : '', 'nowrap'), cell(contract.verified ? '' : contract.reason, 'text'),
  ];
}

export async function contracts(place) {
  const found = await ask('contracts/matrix');
  show(place, found, () => (found.length === 0
    ? make('p', { class: 'soft' }, 'No contract is known.')
    : table('Contracts', ['Consumer', 'Provider', 'Build', 'Pact', 'Verified', 'At', 'Reason'], found.map(row))));
}
