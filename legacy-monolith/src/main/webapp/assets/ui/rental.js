import { html, nothing } from '../lib/lit-html.js';
import { post } from '../core/api.js';
import { days, fromToday, period, price } from '../core/format.js';
import { sentence } from '../core/problem.js';
import { STATUSES } from '../core/words.js';
import { icon } from './icons.js';
import { confirmed, say } from './layer.js';

/** Where a rented thing can be looked at; a book's advert cannot be found by its id alone. */
export const thingPath = ({ type, id }) => ({ vehicle: `/vehicles/${id}`, room: `/rooms/${id}` })[type] ?? null;

export const started = (rental) => fromToday(rental.from) <= 0;

/** What a rental is doing now, in a word. */
export function status(rental) {
  if (rental.lateDays > 0) return [rental.status === 'ACTIVE' ? 'Late' : 'Returned late', 'late'];
  if (rental.status !== 'ACTIVE') return [STATUSES[rental.status], 'over'];
  return started(rental) ? ['Running', 'running'] : ['Booked', 'booked'];
}

export function statusTag(rental) {
  const [text, kind] = status(rental);
  return html`<span class="tag ${kind}">${text}</span>`;
}

/** The sentence below: what happens next. */
export function outlook(rental) {
  if (rental.lateDays > 0 && rental.status === 'ACTIVE') return `${days(rental.lateDays)} late; ${price(rental.lateFees, rental.currency)} in late fees so far. Return it to stop them.`;
  if (rental.lateDays > 0) return `${days(rental.lateDays)} late; ${price(rental.lateFees, rental.currency)} in late fees.`;
  if (rental.status === 'CANCELLED') return 'The price was paid back in full.';
  if (rental.status === 'RETURNED') return '';
  const ahead = fromToday(started(rental) ? rental.to : rental.from);
  const when = ahead === 0 ? 'today' : ahead === 1 ? 'tomorrow' : ahead < 0 ? `${days(-ahead)} ago` : `in ${days(ahead)}`;
  return started(rental) ? `To be returned ${when}.` : `Begins ${when}.`;
}

/** Return and cancel, with what goes wrong said where it was pressed. */
export class RentalActions {
  constructor(update, done) {
    this.update = update;
    this.done = done;
    this.busy = null;
  }

  async #send(rental, verb, told) {
    if (this.busy) return;
    this.busy = rental.id;
    this.update();
    try {
      const changed = await post(`/rentals/${rental.id}/${verb}`, undefined);
      say(told);
      this.done(changed);
    } catch (problem) {
      say(sentence(problem));
      this.done(null);
    }
    this.busy = null;
    this.update();
  }

  #giveBack = (rental) => async () => {
    const early = fromToday(rental.to) > 0 && fromToday(rental.from) <= 0;
    const text = early ? 'It is yours for some days more; nothing is paid back for them.' : 'The owner is told at once.';
    if (await confirmed(`Return ${rental.item.title}?`, text, 'Return it')) await this.#send(rental, 'return', `${rental.item.title} is returned. Thank you.`);
  };

  #cancel = (rental) => async () => {
    const text = `You get ${price(rental.price, rental.currency)} back into your wallet.`;
    if (await confirmed(`Cancel ${rental.item.title}?`, text, 'Cancel the rental')) await this.#send(rental, 'cancel', `The rental of ${rental.item.title} is cancelled; ${price(rental.price, rental.currency)} are back in your wallet.`);
  };

  view(rental) {
    if (rental.status !== 'ACTIVE') return nothing;
    const busy = this.busy === rental.id ? 'true' : 'false';
    return started(rental) || rental.lateDays > 0
      ? html`<button class="button small" type="button" aria-disabled=${busy} @click=${this.#giveBack(rental)}>Return<span class="sr"> ${rental.item.title}</span></button>`
      : html`<button class="button quiet small" type="button" aria-disabled=${busy} @click=${this.#cancel(rental)}>Cancel<span class="sr"> ${rental.item.title}</span></button>`;
  }
}

export const rentalRow = (rental, actions) => html`<li class="row rental">
  <span class="row-icon" aria-hidden="true">${icon(rental.item.type)}</span>
  <div class="grow"><h2 class="row-title"><a href="/rentals/${rental.id}">${rental.item.title}</a> ${statusTag(rental)}</h2>
    <p>${period(rental.from, rental.to)} <span class="soft">· ${days(rental.days)} · ${price(rental.price, rental.currency)}</span></p>
    <p class="soft">${outlook(rental)}</p></div>
  <div class="row-actions">${actions?.view(rental) ?? nothing}</div></li>`;
