import { html, nothing } from '../lib/lit-html.js';
import { get } from '../core/api.js';
import { loaded, show } from '../core/load.js';
import { go } from '../core/router.js';
import { ofRoom, ofVehicle } from '../core/things.js';
import { cards, cardSkeleton } from '../ui/card.js';
import { icon } from '../ui/icons.js';
import { vehicleArt } from '../ui/vehicle-art.js';

const SHORTCUTS = [
  ['Vans', '/search?type=vehicle&sizeClass=VAN', 'VAN'],
  ['Small cars', '/search?type=vehicle&sizeClass=MINI', 'MINI'],
  ['Estates', '/search?type=vehicle&sizeClass=WAGON', 'WAGON'],
  ['Seven seats', '/search?type=vehicle&minSeats=7', 'MINIVAN'],
  ['Electric', '/search?type=vehicle&fuel=ELECTRIC', 'COMPACT'],
  ['Campers', '/search?type=vehicle&sizeClass=SPECIAL', 'SPECIAL'],
];

const KINDS = [['', 'Everything'], ['vehicle', 'Vehicles'], ['room', 'Rooms'], ['book', 'Books']];

function search(event) {
  event.preventDefault();
  const data = new FormData(event.currentTarget);
  const parameters = new URLSearchParams();
  for (const name of ['q', 'type']) if (data.get(name)) parameters.set(name, data.get(name).trim());
  const text = parameters.toString();
  go(`/search${text ? `?${text}` : ''}`);
}

const sea = html`<div class="hero-sun" aria-hidden="true"></div><svg class="hero-sea" viewBox="0 0 1200 190" preserveAspectRatio="none" aria-hidden="true">
  <path class="a" d="M0 74c150-64 300-64 450-6s290 60 420 4 220-54 330-22v140H0z"/><path class="b" d="M0 112c170-54 300-30 440 6s300 40 440-6 220-40 320-14v92H0z"/>
  <path class="c" d="M0 158c180-34 330-18 480 4s290 22 420-6 210-22 300-6v40H0z"/></svg>`;

const hero = () => html`<section class="hero">${sea}
  <div class="hero-text">
    <h1 tabindex="-1">Rent it from somebody near&nbsp;you.</h1>
    <p class="lead">Vans for a move, a room for a weekend, a book for the train. Choose your days, see the price, done.</p>
    <form class="finder" role="search" @submit=${search}>
      <label class="sr" for="q">What are you looking for?</label>
      <div class="finder-row">${icon('search')}<input id="q" name="q" type="search" placeholder="Van, room in Lisbon, Dune…" autocomplete="off"><button class="button" type="submit">Search</button></div>
      <fieldset class="choice"><legend class="sr">Kind</legend>${KINDS.map(([value, text]) => html`
        <label><input type="radio" name="type" value=${value} ?checked=${value === ''}><span>${text}</span></label>`)}</fieldset>
    </form>
  </div>
</section>`;

const shortcuts = html`<nav class="shortcuts" aria-label="Popular searches"><ul>${SHORTCUTS.map(([text, path, sizeClass], i) => html`
  <li><a href=${path}>${vehicleArt({ id: i + 2, sizeClass })}<span>${text}</span></a></li>`)}</ul></nav>`;

const STEPS = [
  ['Find', 'Search everything people near you rent out.'],
  ['Choose your days', 'The calendar shows what is free, and the price before you decide.'],
  ['Rent', 'Paid from your wallet. Cancel free of charge until the day of collection.'],
];

const steps = html`<section class="steps" aria-labelledby="steps"><h2 id="steps">How it works</h2>
  <ol>${STEPS.map(([title, text]) => html`<li><h3>${title}</h3><p>${text}</p></li>`)}</ol></section>`;

export default function home({ update }) {
  const vehicles = loaded(update, async () => (await get('/vehicles?limit=8&available=true')).items.map(ofVehicle));
  const rooms = loaded(update, async () => (await get('/rooms?limit=4&available=true')).items.map(ofRoom));
  const row = (title, path, list, count) => (list.data?.length === 0 || (list.problem && !list.data) ? nothing : html`
    <section class="shelf-row"><div class="head"><h2>${title}</h2><a href=${path}>See all</a></div>
      ${show(list, cardSkeleton(count), (things) => cards(things, 3))}</section>`);
  return {
    title: () => '',
    view: () => html`${hero()}${shortcuts}
      ${row('New on the road', '/search?type=vehicle', vehicles, 8)}
      ${row('Rooms to stay', '/search?type=room', rooms, 4)}
      ${steps}`,
  };
}
