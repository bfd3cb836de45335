import { html } from '../lib/lit-html.js';
import { bookArt } from '../ui/book-art.js';
import { roomArt } from '../ui/room-art.js';
import { vehicleArt } from '../ui/vehicle-art.js';

export default () => ({
  title: () => 'New advert',
  view: () => html`<p class="crumbs"><a href="/adverts">My adverts</a></p><h1 tabindex="-1">What do you want to rent out?</h1>
    <ul class="cards three">
      <li><article class="card">${vehicleArt({ id: 4, sizeClass: 'WAGON' })}<div class="card-text"><h2 class="card-title"><a href="/vehicles/new">A vehicle</a></h2><p class="card-facts">Car, van, pick-up or camper</p></div></article></li>
      <li><article class="card">${roomArt({ id: 3, beds: 1 })}<div class="card-text"><h2 class="card-title"><a href="/rooms/new">A room</a></h2><p class="card-facts">For guests, by the day</p></div></article></li>
      <li><article class="card">${bookArt({ isbn: '9780261103573', title: 'A good story' })}<div class="card-text"><h2 class="card-title"><a href="/books/new">A book</a></h2><p class="card-facts">The ISBN on its back is enough</p></div></article></li>
    </ul>`,
});
