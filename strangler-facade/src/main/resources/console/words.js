// How states are told: always a sign and a word, never a colour alone.
import { cell, make, millis, table } from './dom.js';

export const PHASES = ['LEGACY', 'SYNCED', 'SHADOW', 'CANARY', 'READS', 'OWNED', 'RETIRED'];

/** Where moves can go on to from a phase: RETIRED is entered from OWNED by a move of its own, and nothing leads away. */
export const ahead = (phase) => PHASES.slice(PHASES.indexOf(phase) + 1).filter((later) => later !== 'RETIRED' || phase === 'OWNED');

/** Where moves can lead from a phase, beside LEGACY: from OWNED also back to READS, where the service answers reads only. */
export const reachable = (phase) => (phase === 'OWNED' ? ['READS'] : []).concat(ahead(phase));

const STATES = {
  DONE: ['✓ done', 'good'], RUNNING: ['… running', 'wait'], FAILED: ['✗ failed', 'bad'],
  REFUSED: ['✗ refused', 'bad'], ABORTED: ['✗ aborted', 'bad'],
};

export const word = (state) => {
  const [text, name] = STATES[state] ?? [state, ''];
  return make('span', { class: name }, text);
};

export const stepName = (step) => step.toLowerCase().replaceAll('_', ' ');

/** Who ordered a move, as the facade knows it. */
export function orderer(by) {
  if (!by || by.role === 'unknown') return 'unknown';
  if (by.role === 'facade') return `the facade itself (${by.way})`;
  return by.name ? `${by.name} (${by.role}, ${by.way})` : `${by.role}, ${by.way}`;
}

export function gatesTable(name, reasons) {
  return table(name, ['Gate', 'Answer', 'Reason'], reasons.map((reason) => [
    cell(reason.gate, 'name'),
    cell(reason.ok ? '✓ yes' : '✗ no', reason.ok ? 'good nowrap' : 'bad nowrap'),
    cell(reason.reason, 'text'),
  ]));
}

export function stepsTable(name, steps) {
  return table(name, ['Phase', 'Step', 'State', 'Time', 'What happened'], steps.map((step) => [
    cell(step.phase),
    cell(step.attempt > 1 ? `${stepName(step.step)} (attempt ${step.attempt})` : stepName(step.step), 'nowrap'),
    cell(word(step.state), 'nowrap'),
    cell(millis(step.durationMs), 'number'),
    cell(step.detail, 'text'),
  ]));
}
