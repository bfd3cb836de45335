import { html, nothing } from '../lib/lit-html.js';
import { get } from '../core/api.js';
import { onNotification } from '../core/live.js';
import { loaded, show } from '../core/load.js';
import { day, days, longDay, price, time } from '../core/format.js';
import { session } from '../core/session.js';
import { rowSkeleton } from '../ui/card.js';
import { facts } from '../ui/detail.js';
import { outlook, RentalActions, statusTag, thingPath } from '../ui/rental.js';

export default function rentalPage({ params, update }) {
  const state = loaded(update, () => get(`/rentals/${params.id}`));
  const stop = onNotification((notification) => notification && state.reload());
  const actions = new RentalActions(update, () => state.reload());

  const mine = (rental) => rental.renterId === session.user?.id;
  const other = (rental) => (mine(rental) ? rental.ownerId : rental.renterId);
  let person = null;
  state.done.then(() => {
    if (state.data) person = loaded(update, () => get(`/users/${other(state.data)}`, { quiet: true }));
  });

  const who = (rental) => {
    const link = html`<a href="/users/${other(rental)}">${person?.data?.name ?? '…'}</a>`;
    return mine(rental) ? html`You rent this from ${link}.` : html`${link} rents this from you.`;
  };
  const title = ({ item }) => (thingPath(item) ? html`<a href=${thingPath(item)}>${item.title}</a>` : item.title);

  const view = (rental) => html`<div class="panel rental-page">
    <p>${statusTag(rental)}</p>
    <h1 tabindex="-1">${title(rental)}</h1>
    <p class="lead">${outlook(rental)}</p>
    <p>${who(rental)}</p>
    <ol class="journey">
      <li><span class="soft">Collect</span><strong>${longDay(rental.from)}</strong></li>
      <li><span class="soft">Return</span><strong>${longDay(rental.to)}</strong></li>
    </ol>
    ${facts([
    ['Days', days(rental.days)],
    ['Price', price(rental.price, rental.currency)],
    ['If late', rental.lateFeePerDay === undefined ? null : `${price(rental.lateFeePerDay, rental.currency)} a day`],
    ['Late fees', rental.lateFees ? price(rental.lateFees, rental.currency) : null],
    ['Rented on', time(rental.createdAt)],
    ['Returned on', rental.returnedAt && time(rental.returnedAt)],
    ['Cancelled on', rental.cancelledAt && time(rental.cancelledAt)],
  ])}
    <p class="actions">${mine(rental) ? actions.view(rental) : nothing}<a class="button quiet small" href="/rentals${mine(rental) ? '' : '?role=owner'}">All my rentals</a></p>
  </div>`;
  return {
    title: () => (state.data ? `${state.data.item.title}, ${day(state.data.from)}` : 'Rental'),
    leave: stop,
    view: () => html`<p class="crumbs"><a href="/rentals">My rentals</a></p>${show(state, rowSkeleton(3), view)}`,
  };
}
