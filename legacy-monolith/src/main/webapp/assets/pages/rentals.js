import { html } from '../lib/lit-html.js';
import { onNotification } from '../core/live.js';
import { more, paged, show } from '../core/load.js';
import { readdress } from '../core/router.js';
import { empty, rowSkeleton } from '../ui/card.js';
import { RentalActions, rentalRow } from '../ui/rental.js';

const ROLES = [['renter', 'I rent'], ['owner', 'Others rent from me']];

export default function rentals({ query, update }) {
  let role = query.get('role') === 'owner' ? 'owner' : 'renter';
  let list = paged(update, '/rentals', () => ({ role }));
  const stop = onNotification((notification) => notification && list.reload());
  const actions = new RentalActions(update, () => list.reload());

  const choose = (value) => () => {
    role = value;
    readdress(`/rentals${role === 'owner' ? '?role=owner' : ''}`);
    list = paged(update, '/rentals', () => ({ role }));
    update();
  };
  const none = () => (role === 'renter'
    ? empty('You rent nothing at the moment', 'What you rent shows up here, with the day to return it.', html`<p class="actions center"><a class="button" href="/search">Find something</a></p>`)
    : empty('Nobody rents from you at the moment', 'You are told at once when somebody does.', html`<p class="actions center"><a class="button" href="/adverts">My adverts</a></p>`));
  return {
    title: () => 'My rentals',
    leave: stop,
    view: () => html`<h1 tabindex="-1">My rentals</h1>
      <div class="switch" role="group" aria-label="Whose rentals">${ROLES.map(([value, text]) => html`
        <button type="button" aria-pressed=${role === value ? 'true' : 'false'} @click=${choose(value)}>${text}</button>`)}</div>
      ${show(list, rowSkeleton(4), (items) => (items.length === 0 ? none() : html`
        <ul class="rows">${items.map((rental) => rentalRow(rental, role === 'renter' ? actions : null))}</ul>${more(list)}`))}`,
  };
}
