import { html, nothing } from '../lib/lit-html.js';
import { get, post, query as queryOf } from '../core/api.js';
import { loaded, more, paged, show } from '../core/load.js';
import { amountOf, amountText } from '../core/format.js';
import { sentence } from '../core/problem.js';
import { go, loginAddress, readdress } from '../core/router.js';
import { session } from '../core/session.js';
import { ofFound, ofRoom, ofVehicle } from '../core/things.js';
import { AMENITIES, COUNTRIES, country, DRIVES, FUELS, SIZE_CLASSES, TRANSMISSIONS } from '../core/words.js';
import { cards, cardSkeleton, empty } from '../ui/card.js';
import { icon } from '../ui/icons.js';
import { say } from '../ui/layer.js';

const SINGLE = ['q', 'type', 'sizeClass', 'transmission', 'fuel', 'drive', 'minSeats', 'minBootLitres', 'place', 'country', 'minBeds', 'minGuests', 'minPrice', 'maxPrice', 'available', 'sort'];
const OF_KIND = {
  vehicle: ['sizeClass', 'transmission', 'fuel', 'drive', 'minSeats', 'minBootLitres', 'sort'],
  room: ['place', 'country', 'minBeds', 'minGuests', 'amenity', 'sort'],
  book: [],
  '': [],
};
const EVERY = ['q', 'type', 'minPrice', 'maxPrice', 'available'];
const KINDS = [['', 'Everything'], ['vehicle', 'Vehicles'], ['room', 'Rooms'], ['book', 'Books']];
const SORTS = { '': 'Newest', price: 'Cheapest', '-price': 'Dearest' };
const CURRENCY = 'EUR';

function asked(parameters) {
  const filters = Object.fromEntries(SINGLE.map((name) => [name, parameters.get(name) ?? '']));
  filters.amenity = parameters.getAll('amenity');
  if (!(filters.type in OF_KIND)) filters.type = '';
  return filters;
}

/** The filters that mean something for the kind. */
function effective(filters) {
  const names = [...EVERY, ...OF_KIND[filters.type]];
  return Object.fromEntries(names.map((name) => [name, filters[name]]));
}

export default function search({ query, update }) {
  const filters = asked(query);
  let open = false;
  let similar = null;
  let following = false;

  const sources = {
    vehicle: ['/vehicles', ofVehicle],
    room: ['/rooms', ofRoom],
  };
  const source = () => sources[filters.type] ?? ['/search', ofFound];
  const parameters = () => {
    const { type, ...rest } = effective(filters);
    return source()[0] === '/search' ? { type, ...rest } : rest;
  };

  let list = load();

  function load() {
    similar = null;
    const found = paged(update, () => source()[0], parameters, 24);
    found.done.then(() => alike(found));
    return found;
  }

  /** The lists find what is spelled right; the search over everything forgives. */
  function alike(found) {
    if (found !== list || found.data?.length !== 0 || !filters.q || source()[0] === '/search') return;
    similar = loaded(update, async () => (await get(`/search${queryOf({ q: filters.q, type: filters.type, limit: 12 })}`)).items.map(ofFound));
  }

  function changed() {
    following = false;
    readdress(`/search${queryOf(effective(filters))}`);
    const before = list.data;
    const sameKind = list.kind === filters.type;
    list = load();
    list.kind = filters.type;
    if (sameKind && before) list.stale = before;
    update();
  }
  list.kind = filters.type;

  const set = (name) => (event) => {
    filters[name] = event.target.value;
    changed();
  };
  const setPrice = (name) => (event) => {
    const amount = amountOf(event.target.value, CURRENCY);
    filters[name] = Number.isNaN(amount) ? '' : String(amount);
    changed();
  };
  const setAmenity = (event) => {
    const { value, checked } = event.target;
    filters.amenity = checked ? [...filters.amenity, value] : filters.amenity.filter((one) => one !== value);
    changed();
  };

  const ask = (event) => {
    event.preventDefault();
    filters.q = new FormData(event.currentTarget).get('q').trim();
    changed();
  };

  const reset = () => {
    const { q, type } = filters;
    Object.assign(filters, asked(new URLSearchParams()), { q, type });
    changed();
  };

  async function follow() {
    if (!session.user) {
      go(loginAddress());
      return;
    }
    following = true;
    update();
    try {
      await post('/searches', {
        q: filters.q,
        type: filters.type || null,
        minPrice: filters.minPrice ? Number(filters.minPrice) : null,
        maxPrice: filters.maxPrice ? Number(filters.maxPrice) : null,
      });
      say('We will tell you as soon as something new fits this search.', '/searches');
    } catch (problem) {
      following = false;
      say(sentence(problem));
      update();
    }
  }

  const select = (name, label, choices, blank) => html`<div class="field"><label for="s-${name}">${label}</label>
    <select id="s-${name}" @change=${set(name)}><option value="">${blank}</option>
      ${Object.entries(choices).map(([value, text]) => html`<option value=${value} ?selected=${filters[name] === value}>${text}</option>`)}</select></div>`;
  const least = (name, label, counts) => select(name, label, Object.fromEntries(counts.map((n) => [String(n), `${n} or more`])), 'Any');

  const ofKind = {
    vehicle: () => html`${select('sizeClass', 'Size', SIZE_CLASSES, 'Any size')}
      ${least('minSeats', 'Seats', [2, 4, 5, 7, 9])}
      ${select('transmission', 'Gearbox', TRANSMISSIONS, 'Any')}
      ${select('fuel', 'Fuel', FUELS, 'Any')}
      ${least('minBootLitres', 'Boot in litres', [200, 400, 600, 1000, 3000])}
      ${select('drive', 'Drive', DRIVES, 'Any')}`,
    room: () => html`<div class="field"><label for="s-place">Place</label><input id="s-place" value=${filters.place} @change=${set('place')}></div>
      ${select('country', 'Country', Object.fromEntries(COUNTRIES.map((code) => [code, country(code)])), 'Anywhere')}
      ${least('minGuests', 'Guests', [1, 2, 3, 4, 6])}
      ${least('minBeds', 'Beds', [1, 2, 3, 4])}
      <fieldset class="field checks"><legend>Must have</legend>${Object.entries(AMENITIES).map(([value, text]) => html`
        <label class="check"><input type="checkbox" value=${value} ?checked=${filters.amenity.includes(value)} @change=${setAmenity}>${text}</label>`)}</fieldset>`,
    book: () => nothing,
    '': () => nothing,
  };

  const price = (name, label) => html`<div class="field"><label for="s-${name}">${label}</label>
    <span class="control"><input id="s-${name}" inputmode="decimal" value=${filters[name] ? amountText(Number(filters[name]), CURRENCY) : ''} @change=${setPrice(name)}></span></div>`;

  const count = () => [...OF_KIND[filters.type].filter((name) => name !== 'sort'), 'minPrice', 'maxPrice', 'available']
    .filter((name) => filters[name]?.length).length;

  const toggle = (value) => () => {
    open = value;
    document.documentElement.classList.toggle('drawer-open', open);
    update();
    requestAnimationFrame(() => document.querySelector(open ? '.filters .drawer-close' : '.filter-open')?.focus());
  };

  const filterPanel = () => html`<aside class="filters ${open ? 'open' : ''}" aria-label="Filters" @keydown=${(event) => { if (event.key === 'Escape' && open) toggle(false)(); }}>
    <div class="filters-head"><h2>Filters</h2><button class="round drawer-close" type="button" aria-label="Close the filters" @click=${toggle(false)}>${icon('close')}</button></div>
    ${ofKind[filters.type]()}
    <fieldset class="pair"><legend>Price a day</legend>${price('minPrice', 'From')}${price('maxPrice', 'To')}</fieldset>
    <label class="check"><input type="checkbox" ?checked=${filters.available === 'true'} @change=${(event) => { filters.available = event.target.checked ? 'true' : ''; changed(); }}>Hide what is paused</label>
    <p class="actions filters-foot"><button class="button drawer-show" type="button" @click=${toggle(false)}>Show results</button>
      ${count() ? html`<button class="button quiet" type="button" @click=${reset}>Clear filters</button>` : nothing}</p>
  </aside><div class="drawer-shade ${open ? 'open' : ''}" @click=${toggle(false)}></div>`;

  const nothingFound = () => {
    if (similar?.data?.length) return html`<p class="soft">Nothing is called exactly “${filters.q}”. These come close:</p>${cards(similar.data)}`;
    if (similar?.loading) return cardSkeleton(4);
    return empty(
      filters.q ? `Nothing found for “${filters.q}”` : 'Nothing found',
      count() ? 'Fewer filters find more.' : filters.q ? 'Follow this search, and we tell you when something new fits.' : 'Nobody offers anything here yet.',
      html`<p class="actions center">${count() ? html`<button class="button" type="button" @click=${reset}>Clear filters</button>` : nothing}
        ${filters.q ? html`<button class="button quiet" type="button" ?disabled=${following} @click=${follow}>${following ? 'You follow this search' : 'Follow this search'}</button>` : nothing}</p>`,
    );
  };

  const results = (items) => (items.length === 0 ? nothingFound() : html`${cards(items.map(source()[1]))}${more(list)}`);

  const sizes = () => (filters.type in sources ? html`<label class="sr" for="s-sort">Order</label><select id="s-sort" class="sort" @change=${set('sort')}>
    ${Object.entries(SORTS).map(([value, text]) => html`<option value=${value} ?selected=${filters.sort === value}>${text}</option>`)}</select>` : nothing);

  const heading = () => (filters.q ? `“${filters.q}”` : { vehicle: 'Vehicles', room: 'Rooms', book: 'Books', '': 'Everything on offer' }[filters.type]);

  return {
    keep: true,
    get ready() { return list.done; },
    title: () => (filters.q ? `Search for ${filters.q}` : heading()),
    leave: () => {
      open = false;
      document.documentElement.classList.remove('drawer-open');
    },
    view: () => html`<form class="finder compact" role="search" @submit=${ask}>
        <label class="sr" for="q">What are you looking for?</label>
        <div class="finder-row">${icon('search')}<input id="q" name="q" type="search" value=${filters.q} placeholder="Search everything" autocomplete="off"><button class="button" type="submit">Search</button></div>
        <fieldset class="choice"><legend class="sr">Kind</legend>${KINDS.map(([value, text]) => html`
          <label><input type="radio" name="type" value=${value} ?checked=${filters.type === value} @change=${set('type')}><span>${text}</span></label>`)}</fieldset>
      </form>
      <div class="results">${filterPanel()}
        <section class="found" aria-label="Results" aria-busy=${list.loading ? 'true' : 'false'}>
          <div class="head"><h1 tabindex="-1">${heading()}</h1><div class="head-tools">${sizes()}
            ${filters.q ? html`<button class="button quiet small" type="button" ?disabled=${following} @click=${follow}>${icon('star')}${following ? 'Following' : 'Follow'}</button>` : nothing}
            <button class="button quiet small filter-open" type="button" aria-expanded=${open ? 'true' : 'false'} @click=${toggle(true)}>${icon('filter')}Filters${count() ? html` <span class="badge still">${count()}</span>` : nothing}</button></div></div>
          ${list.data === undefined && list.stale && list.loading && list.stale.length ? html`<div class="fading">${cards(list.stale.map(source()[1]))}</div>` : show(list, cardSkeleton(9), results)}
        </section></div>`,
  };
}
