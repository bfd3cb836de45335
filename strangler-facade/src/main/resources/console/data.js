// Lag of the streams, and whether both sides hold the same rows.
import { ask } from './api.js';
import { bytes, cell, count, folded, make, show, table, when } from './dom.js';

function flow(name, one) {
  if (!one) return [cell(name, 'name'), cell('not there', 'soft'), cell(''), cell('')];
  const well = one.state === 'STREAMING' || one.state === 'RUNNING';
  return [cell(name, 'name'), cell(`${well ? '✓ ' : ''}${one.state.toLowerCase()}`, `nowrap ${one.state === 'FAILED' ? 'bad' : well ? 'good' : 'wait'}`),
    cell('lagBytes' in one ? bytes(one.lagBytes) : '', 'number'), cell(one.reason, 'text')];
}

function compared(last) {
  if (!last) return make('p', { class: 'soft' }, 'Not compared from this console yet; every move compares them too.');
  return make('div', {},
    make('p', { class: last.clean ? 'good' : 'bad' }, `${last.clean ? '✓' : '✗'} ${last.sentence}`, make('span', { class: 'soft' }, ` (${when(last.at)})`)),
    last.differences.length > 0 && folded('rows', `Rows that differ (${count(last.differ)})`,
      table('Rows that differ', ['Table', 'Key'], last.differences.map((row) => [cell(row.table), cell(row.key, 'text')]))));
}

function build(data) {
  const { streams } = data;
  return [
    streams
      ? table('Streams', ['Stream', 'State', 'Behind by', ''], [
        flow('monolith → service', streams.forward), flow('service → monolith', streams.reverse), flow('applier of the way back', streams.applier),
      ])
      : make('p', { class: 'problem' }, data.unknown),
    make('h3', {}, 'Reconciliation'),
    data.comparing ? make('p', { class: 'wait' }, '… comparing all rows') : compared(data.compared),
  ];
}

export async function data(place, api) {
  const found = await ask(`migration/${api.api}/data`);
  // Where the log stands changes all the time and is of no use here.
  for (const one of [found.streams?.forward, found.streams?.reverse]) if (one) delete one.publishedLsn;
  show(place, found, () => build(found));
}
