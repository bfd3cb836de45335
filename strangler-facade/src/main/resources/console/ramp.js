// Raises a canary's share by itself, as `rentwave ramp --auto` does: start, stop, and what comes next.
import { ask } from './api.js';
import { confirmed } from './confirm.js';
import { make, show, when } from './dom.js';

const clock = (seconds) => (seconds >= 60 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s` : `${seconds} s`);

function told(ramp, now = Date.now()) {
  if (!ramp.percents) return [];
  const steps = make('ol', { class: 'chips' }, ramp.percents.map((percent) => make('li', { class: percent === ramp.next ? 'running' : '' }, `${percent} %`)));
  if (!ramp.running) return [make('p', { class: 'soft' }, `The last ramp ended: ${ramp.ended}.`)];
  const left = Math.max(0, Math.round((Date.parse(ramp.nextAt) - now) / 1000));
  return [steps, make('p', { class: 'wait' }, ramp.next === null
    ? `… the last share is watched for ${clock(left)} more`
    : `… next ${ramp.next} % in ${clock(left)}, at ${when(ramp.nextAt)}`)];
}

export class Ramp {
  constructor(name, operator, refresh) {
    this.name = name;
    this.refresh = refresh;
    this.state = make('div', { class: 'ramp-state', 'aria-live': 'off' });
    this.problem = make('p', { class: 'problem', role: 'alert' });
    this.percents = make('input', { value: '1, 5, 25, 50, 100', inputmode: 'decimal', autocomplete: 'off' });
    this.minutes = make('input', { type: 'number', value: '2', min: '0.1', max: '1440', step: '0.1', inputmode: 'decimal' });
    this.start = make('button', { type: 'submit' }, 'Start ramp');
    this.stop = make('button', { type: 'button', onclick: () => this.order(() => ask(`migration/${name}/ramp`, undefined, 'DELETE')) }, 'Stop ramp');
    this.form = make('form', { class: 'ramp', onsubmit: (event) => { event.preventDefault(); this.order(() => this.begin()); } },
      make('label', {}, 'Shares in % ', this.percents), make('label', {}, 'Minutes at each ', this.minutes), this.start);
    this.form.hidden = true;
    this.stop.hidden = true;
    this.element = make('div', { class: 'ramp-part' }, make('h3', {}, 'Automatic ramp'), this.state, operator && this.form, operator && this.stop, this.problem);
    this.element.hidden = true;
  }

  async begin() {
    const percents = this.percents.value.split(/[\s,;]+/).filter(Boolean).map(Number);
    const sure = await confirmed({
      title: `Raise the share of ${this.name} by itself?`,
      text: `${percents.join(' %, ')} %, each for ${this.minutes.value} min. It stops at the first no; a canary that breaks is taken back.`,
      words: `${this.name} ramp`, action: 'Start ramp',
    });
    if (sure) await ask(`migration/${this.name}/ramp`, { percents, everySeconds: Math.round(this.minutes.value * 60) });
  }

  async order(work) {
    this.problem.textContent = '';
    this.start.disabled = true;
    this.stop.disabled = true;
    try {
      await work();
    } catch (error) {
      this.problem.textContent = error.message;
    }
    this.start.disabled = false;
    this.stop.disabled = false;
    this.refresh();
  }

  async update(api) {
    const canary = api.phase === 'CANARY';
    const ramp = await ask(`migration/${api.api}/ramp`);
    this.element.hidden = !canary && !ramp.running;
    this.form.hidden = !canary || ramp.running === true;
    this.stop.hidden = ramp.running !== true;
    show(this.state, [ramp, ramp.running && Math.round(Date.now() / 1000)], () => told(ramp));
  }
}
