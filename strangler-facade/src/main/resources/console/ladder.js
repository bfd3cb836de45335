// The phases of an API as a ladder, and the move that runs.
import { make, millis, show } from './dom.js';
import { PHASES, stepName, stepsTable, word } from './words.js';

const ENDED_LATELY = 15000;

/** @param entering the phase a running move is about to enter */
export function ladder(api, entering) {
  const here = PHASES.indexOf(api.phase);
  return make('ol', { class: 'ladder', 'aria-label': `Phases of ${api.api}` }, PHASES.map((phase, place) => {
    const kind = place === here ? 'here' : place < here ? 'passed' : '';
    const note = place === here ? ({ CANARY: `${api.canaryPercent} %`, RETIRED: 'for ever' }[phase] ?? 'now') : phase === entering ? 'entering' : '';
    return make('li', { class: `${kind}${phase === entering && place !== here ? ' entering' : ''}`, 'aria-current': place === here ? 'step' : null },
      make('span', {}, phase), make('span', { class: 'note' }, note));
  }));
}

function chips(move) {
  const phase = move.steps.at(-1)?.phase;
  return make('ol', { class: 'chips' }, move.steps.filter((step) => step.phase === phase).map((step) => make('li', { class: step.state.toLowerCase() },
    make('span', {}, stepName(step.step)), make('span', { class: 'note' }, step.state === 'RUNNING' ? `… ${millis(step.durationMs)}` : millis(step.durationMs)))));
}

const held = (move) => (move.held > 0 ? `${move.held === 1 ? '1 request was' : `${move.held} requests were`} held, the longest for ${millis(move.longestHoldMs)}.` : 'No request was held.');

function ended(move) {
  return make('div', { class: `move ${move.state.toLowerCase()}` },
    make('h3', {}, `Move ${move.id}: ${move.from} → ${move.to} `, word(move.state)),
    move.reason && make('p', {}, move.reason),
    make('p', { class: 'soft' }, `Took ${millis(move.durationMs)}. ${held(move)}`));
}

/** The running move step by step, or how the last one ended a moment ago. */
export function running(place, move, now = Date.now()) {
  const lately = move && move.state !== 'RUNNING' && now - (Date.parse(move.startedAt) + move.durationMs) < ENDED_LATELY;
  show(place, move && (move.state === 'RUNNING' || lately) ? move : null, () => {
    if (!move || (move.state !== 'RUNNING' && !lately)) return [];
    if (lately) return ended(move);
    return make('div', { class: 'move running' },
      make('h3', {}, `Move ${move.id}: ${move.from} → ${move.to} `, make('span', { class: 'wait' }, `… running for ${millis(move.durationMs)}`)),
      make('p', { class: 'soft' }, held(move)),
      chips(move),
      stepsTable(`Steps of move ${move.id}`, move.steps));
  });
}
