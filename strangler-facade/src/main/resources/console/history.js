// The moves of an API, with their steps, gates and certificates.
import { ask } from './api.js';
import { cell, folded, make, millis, show, table, when } from './dom.js';
import { gatesTable, orderer, stepsTable, word } from './words.js';

async function certificates(place, move) {
  const found = await ask(`migration/moves/${move.id}/certificates`);
  place.replaceChildren(...found.map((certificate) => make('pre', { tabindex: '0', role: 'region', 'aria-label': `Certificate of move ${move.id}` }, JSON.stringify(certificate, null, 2))));
  if (found.length === 0) place.replaceChildren(make('p', { class: 'soft' }, 'No flip of this move ended, so there is no certificate.'));
}

function certificate(move) {
  const place = make('div', {}, make('p', { class: 'soft' }, 'Asking …'));
  const details = folded(`certificate ${move.id}`, 'Certificate', place);
  details.addEventListener('toggle', () => {
    if (details.open && !details.dataset.asked) {
      details.dataset.asked = 'yes';
      certificates(place, move).catch((error) => place.replaceChildren(make('p', { class: 'problem' }, error.message)));
    }
  });
  return details;
}

function row(move) {
  const flips = move.state === 'DONE' && (move.to === 'OWNED' || (move.from === 'OWNED' && move.to !== 'RETIRED'));
  return [
    cell(move.id, 'number'), cell(`${move.from} → ${move.to}`, 'nowrap'), cell(word(move.state), 'nowrap'), cell(when(move.startedAt), 'nowrap'), cell(orderer(move.orderedBy)), cell(millis(move.durationMs), 'number'),
    cell(move.held, 'number'), cell(millis(move.longestHoldMs), 'number'),
    cell([move.reason && make('div', {}, move.reason),
      folded(`steps ${move.id}`, 'Steps', stepsTable(`Steps of move ${move.id}`, move.steps)),
      move.reasons.length > 0 && folded(`gates ${move.id}`, 'Gates', gatesTable(`Gates of move ${move.id}`, move.reasons)),
      flips && certificate(move)], 'text'),
  ];
}

export function history(place, moves) {
  const ended = moves.filter((move) => move.state !== 'RUNNING');
  show(place, ended.map((move) => [move.id, move.state]), () => ended.length === 0
    ? make('p', { class: 'soft' }, 'None yet.')
    : table('Moves so far', ['Move', 'From and to', 'State', 'Started', 'Ordered by', 'Took', 'Held', 'Longest hold', 'Evidence'], ended.map(row)));
}
