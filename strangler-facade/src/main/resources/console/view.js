// The page of one API: where it stands, what can be done, and the evidence.
import { ask } from './api.js';
import { make, show } from './dom.js';
import { data } from './data.js';
import { history } from './history.js';
import { ladder, running } from './ladder.js';
import { Orders } from './orders.js';
import { Ramp } from './ramp.js';
import { canary, shadow } from './shadow.js';
import { traffic } from './traffic.js';
import { gatesTable } from './words.js';

const HISTORY_AGAIN = 10000;
const panel = (title, place) => make('section', { class: 'panel' }, make('h2', {}, title), place);
const sides = { legacy: 'the monolith', service: 'the service', nobody: 'nobody, for this moment' };

export class ApiView {
  constructor(name, operator, refresh) {
    this.name = name;
    this.orders = new Orders(name, operator, refresh);
    this.ramp = new Ramp(name, operator, () => { this.due.canary = 0; refresh(); });
    this.places = Object.fromEntries(['facts', 'ladder', 'running', 'traffic', 'data', 'shadow', 'canary', 'gates', 'history'].map((place) => [place, make('div', { class: place })]));
    const { places } = this;
    this.element = make('div', { class: 'api-view' },
      make('section', { class: 'panel' }, make('h2', {}, name), places.facts, places.ladder, places.running, this.orders.element),
      panel('Traffic through this facade', places.traffic),
      make('div', { class: 'pair' }, panel('Rows', places.data), panel('Canary', [places.canary, this.ramp.element])),
      panel('Shadow', places.shadow),
      panel('Gates asked last', places.gates),
      panel('Moves so far', places.history));
    this.due = {};
  }

  /** Brings the page up to date; each part in its own rhythm. A part that cannot be shown says so and spoils no other. */
  async refresh(api) {
    const move = api.running === null ? this.lastMove : await ask(`migration/moves/${api.running}`);
    if (api.running !== null) this.ran = api.running;
    else if (this.ran) {
      this.lastMove = await ask(`migration/moves/${this.ran}`);
      this.ran = undefined;
      this.due.history = 0;
      return this.refresh(api);
    }
    const { places } = this;
    show(places.facts, [api.owner, api.epoch, api.routeVersion], () => make('p', { class: 'soft' },
      `Written by ${sides[api.owner] ?? api.owner} · epoch ${api.epoch} · route version ${api.routeVersion}`));
    const entering = move?.state === 'RUNNING' ? move.steps.at(-1)?.phase : undefined;
    show(places.ladder, [api.phase, api.canaryPercent, entering], () => ladder(api, entering));
    running(places.running, move);
    this.orders.update(api);
    await Promise.all([
      this.part('traffic', 2000, () => traffic(places.traffic, api)),
      this.part('data', 3000, () => data(places.data, api)),
      this.part('canary', 2000, () => Promise.all([canary(places.canary, api), this.ramp.update(api)])),
      this.part('shadow', 5000, () => shadow(places.shadow, api)),
      // The whole history is asked for only when it can have changed: while a flip runs the databases have better to do.
      api.running === null && this.part('history', HISTORY_AGAIN, () => this.moves()),
    ]);
  }

  async moves() {
    const moves = await ask(`migration/moves?api=${this.name}`);
    history(this.places.history, moves);
    const last = moves.find((move) => move.reasons.length > 0);
    show(this.places.gates, last?.id ?? 0, () => (last
      ? [make('p', { class: 'soft' }, `By move ${last.id}, ${last.from} → ${last.to}, for the last change it made or was refused.`), gatesTable('Gates asked last', last.reasons)]
      : make('p', { class: 'soft' }, 'No move has asked them yet.')));
  }

  async part(name, pause, work) {
    const now = performance.now();
    if (now < (this.due[name] ?? 0)) return;
    this.due[name] = now + pause;
    try {
      await work();
    } catch (error) {
      if (error.status === 401) throw error;
      const place = this.places[name];
      delete place.dataset.shown;
      place.replaceChildren(make('p', { class: 'problem' }, error.message));
    }
  }
}
