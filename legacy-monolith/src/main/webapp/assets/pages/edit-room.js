import { html } from '../lib/lit-html.js';
import { required, text, whole } from '../core/form.js';
import { AMENITIES, COUNTRIES, country } from '../core/words.js';
import { advertPage, checkTerms, termsOf } from '../ui/advert-form.js';

const check = (data) => ({ ...required(data, 'title', 'description', 'place', 'country', 'beds', 'guests'), ...checkTerms(data) });

const body = (data) => ({
  title: text(data, 'title'),
  description: text(data, 'description'),
  place: text(data, 'place'),
  country: data.get('country'),
  beds: whole(data, 'beds'),
  guests: whole(data, 'guests'),
  amenities: data.getAll('amenities').sort(),
  ...termsOf(data),
});

const fields = (form, room) => {
  const chosen = [form.value('amenities', room.amenities ?? [])].flat();
  return html`<fieldset class="group"><legend>The room</legend><div class="grid">
      ${form.field('title', 'Title', { value: room.title, maxlength: 120, placeholder: 'Quiet room with a view of the river', wide: true })}
      ${form.field('description', 'Description', { value: room.description, rows: 4, wide: true })}
      ${form.field('place', 'Place', { value: room.place, maxlength: 80, placeholder: 'Porto' })}
      ${form.field('country', 'Country', { value: room.country, blank: 'Choose', choices: Object.fromEntries(COUNTRIES.map((code) => [code, country(code)])) })}
      ${form.field('guests', 'Guests', { value: room.guests ?? 2, inputmode: 'numeric' })}
      ${form.field('beds', 'Beds', { value: room.beds ?? 1, inputmode: 'numeric' })}
    </div></fieldset>
    <fieldset class="group"><legend>What it has</legend><div class="checks columns">${Object.entries(AMENITIES).map(([word, name]) => html`
      <label class="check"><input type="checkbox" name="amenities" value=${word} ?checked=${chosen.includes(word)}>${name}</label>`)}</div></fieldset>`;
};

export default function editRoom(context) {
  const { id } = context.params;
  return advertPage(context, {
    name: 'room',
    collection: '/rooms',
    path: id && `/rooms/${id}`,
    title: id ? 'Edit the room' : 'Rent out a room',
    fields,
    check,
    body,
    pageOf: (room) => `/rooms/${room.id}`,
    back: id ? `/rooms/${id}` : '/adverts',
  });
}
