// What the two sides answer differently, and how a canary fares.
import { ask } from './api.js';
import { cell, count, folded, make, millis, percent, show, table, when } from './dom.js';

function causes(found) {
  if (found.causes.length === 0) return make('p', { class: 'good' }, '✓ No difference is on record.');
  return found.causes.map((cause) => folded(cause.cause,
    [make('strong', {}, cause.cause), ` seen ${count(cause.seen)} times, last ${when(cause.lastAt)}`],
    cause.examples.map((example) => make('div', { class: 'example' },
      make('p', {}, make('code', {}, example.path), make('span', { class: 'soft' }, ` ${when(example.at)}`)),
      make('pre', { tabindex: '0', role: 'region', 'aria-label': `Difference at ${example.path}` }, example.lines.join('\n'))))));
}

function tally(seen) {
  const all = [['agreed', seen.matched, ''], ['differed', seen.mismatched, seen.mismatched ? 'bad' : ''], ['moved too often to tell', seen.unstable, ''],
    ['copy too far behind', seen.behind, ''], ['not answered', seen.unanswered, ''],
    ['not copied: enough copies in that second', seen.overRate, ''], ['not copied: facade too busy', seen.overload, ''],
    ['not copied: no place', seen.dropped - seen.overRate - seen.overload, '']];
  return make('dl', { class: 'facts' }, all.map(([name, value, kind]) => make('div', {}, make('dt', {}, name), make('dd', { class: kind }, count(value)))));
}

export async function shadow(place, api) {
  const found = await ask(`migration/${api.api}/shadow`);
  show(place, found, () => [make('p', { class: 'soft' }, 'Reads compared in the last hour'), tally(found.seen), causes(found)]);
}

function side(name, window) {
  const failed = window.count === 0 ? 0 : (100 * window.failures) / window.count;
  return [cell(name, 'name'), cell(count(window.count), 'number'), cell(percent(failed), `number ${window.failures ? 'bad' : ''}`),
    cell(window.count ? millis(window.p50Millis) : '–', 'number'), cell(window.count ? millis(window.p99Millis) : '–', 'number')];
}

export async function canary(place, api) {
  if (api.phase !== 'CANARY') return show(place, null, () => make('p', { class: 'soft' }, 'The API is not in CANARY.'));
  const found = await ask(`migration/${api.api}/canary`);
  const { legacy, service, stale } = found.lastMinute;
  const verdict = found.breach ? ['bad', `✗ ${found.breach}`] : found.unknown ? ['wait', `… ${found.unknown}`] : ['good', '✓ Its users fare well.'];
  show(place, found, () => [
    make('p', {}, `${found.percent} % of the users read from the service. `, make('span', { class: verdict[0] }, verdict[1])),
    table('Reads of the last minute', ['Reads by', 'Reads', 'Failed', 'p50', 'p99'], [side('monolith', legacy), side('service', service)]),
    make('p', { class: 'soft' }, `${count(stale)} stale answers; ${count(found.mismatched)} of ${count(found.compared)} compared reads differed.`),
  ]);
}
