// What an operator can order, and what everybody can ask before.
import { ask } from './api.js';
import { cell, make, table } from './dom.js';
import { confirmed } from './confirm.js';
import { ahead, gatesTable, reachable, stepName } from './words.js';

function plan(found) {
  return [
    make('h3', {}, `A move from ${found.from} to ${found.to} would`),
    table('Steps of the dry run', ['Phase', 'Step', 'What it does'], found.steps.map((step) => [cell(step.phase), cell(stepName(step.step), 'nowrap'), cell(step.description, 'text')])),
    ...found.phases.flatMap((phase) => [
      make('h3', {}, `Gates of ${phase.from} → ${phase.to}${phase.next ? '' : ', as they answer now'}`),
      !phase.next && phase.gates.some((gate) => !gate.ok) && make('p', { class: 'soft' }, 'They are asked again when it is their turn; earlier phases may open them.'),
      gatesTable(`Gates of ${phase.to}`, phase.gates),
    ].filter(Boolean)),
  ];
}

function advance(found) {
  return [
    make('h3', {}, found.allowed ? make('span', { class: 'good' }, `✓ ${found.to} may be entered`) : make('span', { class: 'bad' }, `✗ ${found.to} may not be entered`)),
    gatesTable(`Gates of ${found.to}`, found.reasons),
  ];
}

/** The buttons of one API. What an order changes is seen at the next refresh, which it asks for. */
export class Orders {
  constructor(name, operator, refresh) {
    this.name = name;
    this.refresh = refresh;
    this.problem = make('p', { class: 'problem', role: 'alert' });
    this.answer = make('div', { class: 'answer', 'aria-live': 'polite' });
    this.next = this.button('', 'primary', () => this.move(this.following()));
    this.select = make('select', { 'aria-label': 'Phase' });
    this.back = this.button('Roll back to LEGACY', 'danger', () => this.rollback());
    this.share = make('input', { type: 'number', min: '0', max: '100', step: '0.01', inputmode: 'decimal' });
    this.setShare = make('span', { class: 'row', hidden: true }, make('label', {}, 'Share of users in % ', this.share), this.button('Set share', '', () => this.raise()));
    const asks = [
      this.button('Ask the gates', '', async () => advance(await ask(`migration/${name}/can-advance?to=${this.select.value}`))),
      this.button('Dry run', '', async () => plan(await ask(`migration/${name}/plan?to=${this.select.value}`))),
      this.button('Compare all rows', '', async () => {
        const found = await ask(`migration/${name}/reconciliation`, {});
        return make('p', { class: found.clean ? 'good' : 'bad' }, `${found.clean ? '✓' : '✗'} ${found.sentence}`);
      }),
    ];
    this.to = this.button('Move there', '', () => this.move(this.select.value));
    this.element = make('div', { class: 'orders' },
      make('div', { class: 'row' }, operator && this.next,
        make('span', { class: 'row' }, this.select, operator && this.to, asks[0], asks[1]),
        operator && asks[2], operator && this.setShare, operator && this.back),
      !operator && make('p', { class: 'soft small' }, 'You look as a viewer: moves are ordered by operators.'),
      this.problem, this.answer);
  }

  button(text, kind, work) {
    const button = make('button', { type: 'button', class: kind }, text);
    button.addEventListener('click', async () => {
      this.problem.textContent = '';
      this.answer.replaceChildren();
      button.disabled = true;
      button.setAttribute('aria-busy', 'true');
      try {
        const shown = await work();
        if (shown) this.answer.replaceChildren(...[shown].flat());
      } catch (error) {
        this.problem.textContent = error.message;
      }
      button.disabled = false;
      button.removeAttribute('aria-busy');
      this.refresh();
    });
    return button;
  }

  following() {
    return ahead(this.phase)[0];
  }

  async move(to) {
    if (to === 'RETIRED') return this.retire();
    const sure = await confirmed({
      title: `Move ${this.name} to ${to}?`,
      text: this.toldOf(to),
      words: `${this.name} ${to}`, action: `Move to ${to}`,
    });
    if (sure) await ask(`migration/${this.name}/moves`, { to });
  }

  toldOf(to) {
    if (to === 'OWNED') return 'The service takes over reads and writes. Writes are held for the moment of the flip; there is a way back.';
    if (this.phase === 'OWNED') return 'The monolith takes the writes back, the service goes on answering reads. Writes are held for the moment of the flip.';
    return `The API goes from ${this.phase} to ${to}, phase by phase; every gate is asked.`;
  }

  async retire() {
    const words = `${this.name} RETIRED`;
    const sure = await confirmed({
      title: `Retire ${this.name} in the monolith, for ever?`,
      text: 'This is the point of no return: the monolith answers 410 from then on, its database is fenced for ever, and no rollback takes the API back.',
      words, action: 'Retire for ever', danger: true,
    });
    if (sure) await ask(`migration/${this.name}/moves`, { to: 'RETIRED', confirm: words });
  }

  async rollback() {
    const sure = await confirmed({
      title: `Take ${this.name} back to LEGACY?`,
      text: 'The monolith answers everything again. Every acknowledged write stays.',
      words: `${this.name} LEGACY`, action: 'Roll back', danger: true,
    });
    if (sure) await ask(`migration/${this.name}/moves`, { to: 'LEGACY' });
  }

  async raise() {
    const share = Number(this.share.value);
    const sure = await confirmed({
      title: `Let ${share} % of the users read from the service?`,
      text: 'The same users stay with the service when the share is raised. A canary that breaks its budget is taken back by itself.',
      words: `${this.name} ${share}`, action: 'Set share',
    });
    if (sure) await ask(`migration/${this.name}/canary`, { percent: share });
  }

  update(api) {
    const busy = api.running !== null;
    if (this.phase !== api.phase) {
      this.phase = api.phase;
      this.select.replaceChildren(...reachable(api.phase).map((phase) => make('option', {}, phase)));
      this.share.value = api.canaryPercent;
    }
    const next = this.following();
    this.next.textContent = next ? `Advance to ${next}` : 'No phase to advance to';
    this.next.className = next === 'RETIRED' ? 'danger' : 'primary';
    const working = (button) => button.hasAttribute('aria-busy');
    if (!working(this.next)) this.next.disabled = busy || !next;
    if (!working(this.to)) this.to.disabled = busy || !next;
    if (!working(this.back)) this.back.disabled = busy || api.phase === 'LEGACY' || api.phase === 'RETIRED';
    this.select.disabled = !next;
    this.setShare.hidden = api.phase !== 'CANARY';
  }
}
