import { html, nothing } from '../lib/lit-html.js';
import { addDays, addMonths, daysBetween, daysOf, monthOf, today, weekday } from '../core/dates.js';
import { longDay, month as monthText } from '../core/format.js';
import { icon } from './icons.js';

const AHEAD = 395;
const NAMES = [['Mo', 'Monday'], ['Tu', 'Tuesday'], ['We', 'Wednesday'], ['Th', 'Thursday'], ['Fr', 'Friday'], ['Sa', 'Saturday'], ['Su', 'Sunday']];
const KEYS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * The choice of a period: from the day of collection to the day of return, which is not paid for and may be the day on which
 * somebody else collects. Knows which days are taken and how long the owner rents.
 */
export class Period {
  constructor({ minDays, maxDays }) {
    this.minDays = minDays;
    this.maxDays = maxDays;
    this.occupied = [];
    this.from = null;
    this.to = null;
    this.first = today();
    this.last = addDays(this.first, AHEAD);
  }

  get days() {
    return this.from && this.to ? daysBetween(this.from, this.to) : 0;
  }

  takenOn(day) {
    return this.occupied.some(({ from, to }) => from <= day && day < to);
  }

  canStart(day) {
    return day >= this.first && day < this.last && !this.why(day, addDays(day, this.minDays));
  }

  /** Why the period cannot be rented, or null. */
  why(from, to) {
    const days = daysBetween(from, to);
    if (from < this.first) return 'This day is in the past.';
    if (days < 1) return 'The day of return must be after the day of collection.';
    if (days < this.minDays) return `The owner rents for at least ${this.minDays} days.`;
    if (days > this.maxDays) return `The owner rents for at most ${this.maxDays} days.`;
    return this.occupied.some((other) => other.from < to && from < other.to) ? 'Some of these days are taken.' : null;
  }

  /** The next free period of so many days. */
  nextFree(after, days) {
    for (let day = after < this.first ? this.first : after; day < this.last; day = addDays(day, 1)) {
      if (!this.why(day, addDays(day, days))) return { from: day, to: addDays(day, days) };
    }
    return null;
  }

  choose(from, to) {
    this.from = from;
    this.to = to;
  }

  /** One press of a day: the first begins the period, the second ends it. */
  press(day) {
    if (this.from && !this.to && day > this.from) {
      if (!this.why(this.from, day)) this.to = day;
      else if (this.canStart(day)) this.choose(day, null);
    } else if (this.canStart(day)) {
      this.choose(day, this.minDays === this.maxDays ? addDays(day, this.minDays) : null);
    }
  }

  allows(day) {
    return this.from && !this.to && day > this.from ? !this.why(this.from, day) || this.canStart(day) : this.canStart(day);
  }
}

/** Months with the free days of a {@link Period}; arrow keys walk, Enter and space choose. */
export class Calendar {
  constructor(period, changed) {
    this.period = period;
    this.changed = changed;
    this.month = monthOf(period.from ?? period.first);
    this.focus = null;
    this.hover = null;
  }

  /** Brings a day into view. */
  reveal(day) {
    this.month = monthOf(day);
  }

  #turn(count) {
    this.month = addMonths(this.month, count);
    this.focus = null;
    this.changed();
  }

  #press(day) {
    this.period.press(day);
    this.focus = day;
    this.changed(true);
  }

  #keys = (event) => {
    const day = event.target.dataset?.day;
    const step = KEYS[event.key];
    if (!day || !step) return;
    event.preventDefault();
    const next = addDays(day, step);
    if (next < this.period.first || next > this.period.last) return;
    this.focus = next;
    if (monthOf(next) < this.month) this.month = monthOf(next);
    if (monthOf(next) > addMonths(this.month, 1)) this.month = addMonths(monthOf(next), -1);
    const { currentTarget } = event;
    this.changed();
    requestAnimationFrame(() => {
      const button = currentTarget.querySelector(`[data-day="${next}"]`);
      if (button?.offsetParent) {
        button.focus();
      } else {
        this.month = monthOf(next);
        this.changed();
        requestAnimationFrame(() => currentTarget.querySelector(`[data-day="${next}"]`)?.focus());
      }
    });
  };

  view() {
    const earliest = monthOf(this.period.first);
    return html`<div class="calendar" @keydown=${this.#keys}>
      <div class="calendar-turn">
        <button class="round" type="button" aria-label="Earlier months" ?disabled=${this.month <= earliest} @click=${() => this.#turn(-1)}>${icon('left')}</button>
        <button class="round" type="button" aria-label="Later months" ?disabled=${addMonths(this.month, 1) >= monthOf(this.period.last)} @click=${() => this.#turn(1)}>${icon('right')}</button>
      </div>
      <div class="months">${[this.month, addMonths(this.month, 1)].map((month) => this.#monthView(month))}</div>
      <p class="legend" aria-hidden="true"><span class="key free"></span>Free <span class="key taken"></span>Taken <span class="key chosen"></span>Yours</p>
    </div>`;
  }

  #monthView(month) {
    const days = daysOf(month);
    const cells = [...Array(weekday(days[0])).fill(null), ...days];
    while (cells.length < 42) cells.push(null);
    const weeks = Array.from({ length: 6 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
    return html`<table class="month" aria-label=${monthText(month)}>
      <caption aria-hidden="true">${monthText(month)}</caption>
      <thead><tr>${NAMES.map(([short, long]) => html`<th scope="col" abbr=${long}>${short}</th>`)}</tr></thead>
      <tbody>${weeks.map((week) => html`<tr>${week.map((day) => html`<td>${day ? this.#day(day) : nothing}</td>`)}</tr>`)}</tbody>
    </table>`;
  }

  #day(day) {
    const { period } = this;
    const taken = period.takenOn(day);
    const past = day < period.first;
    const allowed = period.allows(day);
    const inside = period.from && period.to && period.from < day && day < period.to;
    const edge = day === period.from ? 'from' : day === period.to ? 'to' : '';
    const state = [edge && 'edge', edge, inside && 'inside', past && 'past', taken && 'taken', !allowed && 'shut'].filter(Boolean).join(' ');
    const words = [longDay(day), edge === 'from' ? 'collect' : edge === 'to' ? 'return' : taken ? 'taken' : past ? 'past' : allowed ? 'free' : 'not possible'];
    return html`<button class="day ${state}" type="button" data-day=${day} aria-label=${words.join(', ')}
      aria-pressed=${edge || inside ? 'true' : 'false'} aria-disabled=${allowed ? 'false' : 'true'}
      tabindex=${this.#reachable(day) ? 0 : -1} @click=${() => this.#press(day)}>${Number(day.slice(8))}</button>`;
  }

  /** One day of each month can be reached by the tab key; the arrow keys do the rest. */
  #reachable(day) {
    const month = monthOf(day);
    const wanted = [this.focus, this.period.from, this.period.first].find((one) => one && monthOf(one) === month);
    return day === (wanted ?? `${month}-01`);
  }
}
