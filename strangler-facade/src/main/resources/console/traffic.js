// Which side answers how much, and how fast.
import { ask } from './api.js';
import { chart } from './chart.js';
import { count, make, millis, percent } from './dom.js';

const SIDES = [['legacy', 'monolith'], ['service', 'service']];
const MINUTE = 60;

const legend = (side, name, dashed) => make('li', {}, make('span', { class: `key ${side}${dashed ? ' dashed' : ''}` }), name);

function lastMinute(traffic, side) {
  const points = traffic[side].points.slice(-MINUTE / traffic.step);
  const sum = (name) => points.reduce((total, point) => total + point[name], 0);
  const newest = points.findLast((point) => point.p50 !== null);
  return { requests: sum('reads') + sum('writes'), reads: sum('reads'), writes: sum('writes'), failures: sum('failures'), p50: newest?.p50, p99: newest?.p99 };
}

const tile = (title, value, note, name) => make('div', { class: 'tile' },
  make('p', { class: 'tile-title' }, title), make('p', { class: `tile-value ${name ?? ''}` }, value), make('p', { class: 'soft small' }, note));

function split(minute) {
  const total = minute.legacy.requests + minute.service.requests;
  if (total === 0) return make('p', { class: 'soft' }, 'No requests in the last minute.');
  const share = (100 * minute.service.requests) / total;
  const bar = make('div', { class: 'split', role: 'img', 'aria-label': `Monolith ${percent(100 - share)}, service ${percent(share)} of the requests of the last minute` },
    make('span', { class: 'split-legacy' }), make('span', { class: 'split-service' }));
  bar.style.setProperty('--share', `${share}%`);
  return bar;
}

function figure(title, lines, options, keys) {
  return make('figure', {}, make('figcaption', {}, make('h3', {}, title), make('ul', { class: 'legend' }, keys)), chart(lines, options));
}

/** Drawn in the size in which it is seen, so that its letters are as large as the others. */
function widthIn(place) {
  const wide = place.clientWidth;
  return Math.max(240, matchMedia('(max-width: 820px)').matches ? wide : Math.floor((wide - 24) / 2));
}

function draw(place, traffic) {
  const width = widthIn(place);
  const minute = Object.fromEntries(SIDES.map(([side]) => [side, lastMinute(traffic, side)]));
  const rate = (side, kind) => traffic[side].points.map((point) => point[kind] / traffic.step);
  const time = (side, kind) => traffic[side].points.map((point) => point[kind]);
  const described = SIDES.map(([side, name]) => `${name}: ${count(minute[side].requests)} requests in the last minute, p50 ${millis(minute[side].p50)}, p99 ${millis(minute[side].p99)}`).join('; ');
  place.replaceChildren(
    split(minute),
    make('div', { class: 'tiles' }, SIDES.map(([side, name]) => [
      tile(`By the ${name}`, `${(minute[side].requests / MINUTE).toFixed(1)} /s`, `${count(minute[side].reads)} reads, ${count(minute[side].writes)} writes in the last minute`),
      tile(`Errors of the ${name}`, count(minute[side].failures), 'in the last minute', minute[side].failures ? 'bad' : ''),
    ])),
    make('div', { class: 'pair' },
      figure('Requests', SIDES.flatMap(([side]) => [{ side, values: rate(side, 'reads') }, { side, dashed: true, values: rate(side, 'writes') }]),
        { label: `Requests a second. ${described}`, step: traffic.step, unit: '/s', least: 1, width },
        SIDES.flatMap(([side, name]) => [legend(side, `reads, ${name}`), legend(side, `writes, ${name}`, true)])),
      figure('Latency', SIDES.flatMap(([side]) => [{ side, values: time(side, 'p50') }, { side, dashed: true, values: time(side, 'p99') }]),
        { label: `Latency. ${described}`, step: traffic.step, unit: 'ms', least: 10, width },
        SIDES.flatMap(([side, name]) => [legend(side, `p50, ${name}`), legend(side, `p99, ${name}`, true)]))));
}

const drawn = new Map();

export async function traffic(place, api) {
  const found = await ask(`migration/${api.api}/traffic`);
  drawn.clear();
  drawn.set(place, found);
  draw(place, found);
}

addEventListener('resize', () => drawn.forEach((found, place) => draw(place, found)));
