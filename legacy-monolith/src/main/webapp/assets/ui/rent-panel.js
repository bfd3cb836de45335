import { html, nothing } from '../lib/lit-html.js';
import { get, newKey, post, query } from '../core/api.js';
import { addDays, isDay } from '../core/dates.js';
import { Problem, sentence } from '../core/problem.js';
import { day, days as dayCount, period as periodText, price } from '../core/format.js';
import { go, loginAddress, readdress } from '../core/router.js';
import { session } from '../core/session.js';
import { Calendar, Period } from './calendar.js';
import { say } from './layer.js';

/** Free days, price and the button: everything between looking at a thing and having rented it. */
export class RentPanel {
  constructor(context, thing) {
    this.update = context.update;
    this.thing = thing;
    this.period = new Period(thing);
    this.problem = null;
    this.typed = '';
    this.busy = false;
    this.balance = null;
    this.ready = this.#load(context.query);
    this.calendar = new Calendar(this.period, (chosen) => (chosen ? this.#chosen() : this.update()));
  }

  async #load(asked) {
    await Promise.all([this.#occupied(), this.#wallet()]);
    const from = asked.get('from');
    const to = asked.get('to');
    if (this.rentable && isDay(from) && isDay(to) && from >= this.period.first) this.#choose(from, to);
    this.update();
  }

  async #occupied() {
    const { first, last } = this.period;
    try {
      const { occupied } = await get(`/rentals/calendar${query({ type: this.thing.type, id: this.thing.id, from: first, to: last })}`);
      this.period.occupied = occupied;
      this.known = true;
    } catch (problem) {
      this.problem = problem;
    }
    this.update();
  }

  async #wallet() {
    if (!session.user) return;
    try {
      const { balances } = await get('/wallet', { quiet: true });
      this.balances = balances;
      this.balance = balances.find(({ currency }) => currency === this.thing.currency)?.amount ?? 0;
    } catch {
      this.balance = null;
    }
  }

  /** Whether the person who looks at it may rent it now. */
  get rentable() {
    return this.thing.available && session.user?.id !== this.thing.ownerId;
  }

  get price() {
    return this.period.days * this.thing.pricePerDay;
  }

  get why() {
    return this.period.from && this.period.to ? this.period.why(this.period.from, this.period.to) : null;
  }

  get missing() {
    return this.balance === null ? 0 : Math.max(0, this.price - this.balance);
  }

  #choose(from, to) {
    this.period.choose(from, to);
    if (from) this.calendar.reveal(from);
  }

  #chosen() {
    this.problem = null;
    const { from, to } = this.period;
    readdress(location.pathname + (from && to ? query({ from, to }) : ''));
    this.update();
  }

  /** A period was typed instead of pressed. */
  #type = (event) => {
    const { from, to } = this.period;
    const { name, value } = event.target;
    if (value && !isDay(value)) return;
    if (name === 'from') this.#choose(value || null, value && (!to || to <= value) ? addDays(value, this.thing.minDays) : to);
    else this.period.choose(from, value || null);
    this.#chosen();
  };

  #rent = async () => {
    if (this.busy) return;
    if (!session.user) {
      go(loginAddress());
      return;
    }
    this.busy = true;
    this.problem = null;
    this.update();
    try {
      if (this.missing > 0) await this.#topUp();
      const { from, to } = this.period;
      const rental = await post('/rentals', { item: { type: this.thing.type, id: this.thing.id }, from, to });
      say(`${rental.item.title} is yours from ${day(from)}.`);
      go(`/rentals/${rental.id}`);
      return;
    } catch (problem) {
      await this.#refused(problem);
    }
    this.busy = false;
    this.update();
    requestAnimationFrame(() => document.querySelector('.rent .form-message')?.focus());
  };

  /** One key per amount that is missing: asked for twice, it is added once. */
  async #topUp() {
    const amount = this.missing;
    if (this.topUp?.amount !== amount) this.topUp = { amount, key: newKey() };
    await post('/wallet/top-ups', { amount, currency: this.thing.currency }, { key: this.topUp.key });
    this.topUp = null;
    await this.#wallet();
  }

  async #refused(problem) {
    this.problem = problem;
    if (problem.name === 'already-rented') {
      this.lost = { days: this.period.days, from: this.period.from };
      await this.#occupied();
      this.instead = this.period.nextFree(this.lost.from, this.lost.days);
      this.#choose(null, null);
      readdress(location.pathname);
    } else if (problem instanceof Problem && problem.status === 409) {
      await this.#wallet();
    }
  }

  #takeInstead = () => {
    this.#choose(this.instead.from, this.instead.to);
    this.#chosen();
  };

  view() {
    if (session.user?.id === this.thing.ownerId) return this.#own();
    if (!this.thing.available) return html`<section class="rent panel" id="rent" tabindex="-1"><h2>Paused</h2><p>The owner does not rent this out at the moment.</p></section>`;
    const { from, to } = this.period;
    return html`<section class="rent panel" id="rent" tabindex="-1" aria-label="Rent" aria-busy=${this.known || this.problem ? 'false' : 'true'}>
      <h2>Choose your days</h2>
      <p class="soft rent-terms">${price(this.thing.pricePerDay, this.thing.currency)} a day · ${this.#terms()}</p>
      <div class="rent-dates">
        <div class="field"><label for="rent-from">Collect</label>
          <input id="rent-from" name="from" type="date" min=${this.period.first} max=${this.period.last} .value=${from ?? ''} @change=${this.#type}></div>
        <div class="field"><label for="rent-to">Return</label>
          <input id="rent-to" name="to" type="date" min=${from ? addDays(from, 1) : this.period.first} .value=${to ?? ''} @change=${this.#type}></div>
      </div>
      ${this.calendar.view()}
      <div class="rent-sum" aria-live="polite">${this.#sum()}</div>
      ${this.#trouble()}
      ${from && to && !this.why ? this.#button() : html`<button class="button wide" type="button" disabled>${from && to ? 'Choose other days' : 'Choose your days first'}</button>`}
      <p class="soft small">${session.user
    ? 'Cancel free of charge until the day of collection.'
    : 'You can sign in or register in the next step. Your days are kept.'}</p>
    </section>`;
  }

  #terms() {
    const { minDays, maxDays } = this.thing;
    return minDays === maxDays ? `for ${dayCount(minDays)}` : `from ${dayCount(minDays)} to ${dayCount(maxDays)}`;
  }

  #own() {
    return html`<section class="rent panel" id="rent" tabindex="-1"><h2>This is your advert</h2>
      <p>Others see here how to rent it. ${this.thing.available ? nothing : 'It is paused at the moment.'}</p>
      ${this.calendar.view()}
      <p class="actions"><a class="button" href="${this.thing.path}/edit">Edit the advert</a><a class="button quiet" href="/adverts">My adverts</a></p></section>`;
  }

  #sum() {
    const { from, to, days } = this.period;
    const { currency, pricePerDay, lateFeePerDay } = this.thing;
    if (!from || !to) return html`<p class="rent-hint">${from ? 'Now choose the day of return.' : 'Choose the day of collection.'}</p>`;
    if (this.why) return html`<p class="rent-hint bad-text">${this.why}</p>`;
    return html`<dl class="sum">
      <div><dt>${dayCount(days)} × ${price(pricePerDay, currency)}</dt><dd>${price(this.price, currency)}</dd></div>
      <div class="total"><dt>Total</dt><dd>${price(this.price, currency)}</dd></div>
      ${this.balance === null ? nothing : html`<div class="soft"><dt>${this.missing ? 'In your wallet' : 'Left in your wallet'}</dt>
        <dd>${price(this.missing ? this.balance : this.balance - this.price, currency)}</dd></div>`}
      <div class="soft"><dt>If you return it late</dt><dd>${price(lateFeePerDay, currency)} a day</dd></div>
    </dl>`;
  }

  #button() {
    const { currency } = this.thing;
    const label = this.missing > 0
      ? `Top up ${price(this.missing, currency)} and rent`
      : `Rent for ${price(this.price, currency)}`;
    return html`<button class="button wide" type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.#rent}>
      ${this.busy ? 'One moment…' : session.user ? label : `Sign in and rent for ${price(this.price, currency)}`}</button>`;
  }

  #trouble() {
    const { problem } = this;
    if (!problem) return nothing;
    const reasons = (problem.errors ?? []).map(({ field, reason }) => `${field} ${reason}`).join(', ');
    return html`<div class="form-message bad" role="alert" tabindex="-1">
      <p>${sentence(problem)}${reasons ? ` (${reasons})` : ''}</p>
      ${problem.name === 'already-rented' ? html`<p>The calendar now shows what is still free.</p>
        ${this.instead ? html`<button class="button quiet small" type="button" @click=${this.#takeInstead}>Take ${periodText(this.instead.from, this.instead.to)} instead</button>` : nothing}` : nothing}
      ${problem.name === 'insufficient-funds' || problem.name === 'balance-negative' ? html`<a class="button quiet small" href="/wallet">Go to your wallet</a>` : nothing}
    </div>`;
  }
}
