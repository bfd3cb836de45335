import { html, nothing } from '../lib/lit-html.js';
import { get } from '../core/api.js';
import { ofRoom } from '../core/things.js';
import { AMENITIES, country } from '../core/words.js';
import { detailPage, facts } from '../ui/detail.js';
import { icon } from '../ui/icons.js';

const about = (room) => html`
  <p class="prose">${room.description}</p>
  ${facts([['Place', `${room.place}, ${country(room.country)}`], ['Guests', room.guests], ['Beds', room.beds]])}
  ${room.amenities.length ? html`<h2>What it has</h2><ul class="ticks">${room.amenities.map((word) => html`<li>${icon('check')}${AMENITIES[word] ?? word}</li>`)}</ul>` : nothing}`;

export default (context) => detailPage(context, {
  load: async () => ofRoom(await get(`/rooms/${context.params.id}`)),
  about,
  back: { path: '/search?type=room', text: 'All rooms' },
});
