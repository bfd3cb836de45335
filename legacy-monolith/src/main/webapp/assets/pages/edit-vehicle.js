import { html } from '../lib/lit-html.js';
import { required, text, whole } from '../core/form.js';
import { DRIVES, FUELS, SIZE_CLASSES, TRANSMISSIONS } from '../core/words.js';
import { advertPage, checkTerms, termsOf } from '../ui/advert-form.js';
import { vehicleArt } from '../ui/vehicle-art.js';

const EXTRA = 'One per line, such as “Tow bar: yes”.';
const linesOf = (attributes = {}) => Object.entries(attributes).map(([key, value]) => `${key}: ${value}`).join('\n');

function attributesOf(lines) {
  const attributes = {};
  for (const line of lines.split('\n')) {
    const [key, ...value] = line.split(':');
    if (key.trim()) attributes[key.trim()] = value.join(':').trim();
  }
  return attributes;
}

const check = (data) => ({ ...required(data, 'make', 'model', 'year', 'seats', 'bootLitres'), ...checkTerms(data) });

const body = (data) => ({
  make: text(data, 'make'),
  model: text(data, 'model'),
  year: whole(data, 'year'),
  sizeClass: data.get('sizeClass'),
  seats: whole(data, 'seats'),
  bootLitres: whole(data, 'bootLitres'),
  transmission: data.get('transmission'),
  fuel: data.get('fuel'),
  drive: data.get('drive'),
  attributes: attributesOf(text(data, 'attributes')),
  ...termsOf(data),
});

export default function editVehicle(context) {
  const { id } = context.params;
  let shown = null;
  const fields = (form, vehicle) => {
    shown ??= form.value('sizeClass', vehicle.sizeClass ?? 'COMPACT');
    const pick = (event) => {
      shown = event.target.value;
      context.update();
    };
    return html`<div class="form-art">${vehicleArt({ id: id ?? 1, sizeClass: shown })}</div>
      <fieldset class="group"><legend>The vehicle</legend><div class="grid">
        ${form.field('make', 'Make', { value: vehicle.make, maxlength: 60, placeholder: 'Volkswagen' })}
        ${form.field('model', 'Model', { value: vehicle.model, maxlength: 80, placeholder: 'Transporter' })}
        ${form.field('year', 'Year', { value: vehicle.year, inputmode: 'numeric', placeholder: '2019' })}
        ${form.field('sizeClass', 'Size', { value: shown, choices: SIZE_CLASSES, onchange: pick })}
        ${form.field('seats', 'Seats', { value: vehicle.seats ?? 5, inputmode: 'numeric' })}
        ${form.field('bootLitres', 'Boot in litres', { value: vehicle.bootLitres ?? 400, inputmode: 'numeric' })}
        ${form.field('transmission', 'Gearbox', { value: vehicle.transmission ?? 'MANUAL', choices: TRANSMISSIONS })}
        ${form.field('fuel', 'Fuel', { value: vehicle.fuel ?? 'PETROL', choices: FUELS })}
        ${form.field('drive', 'Drive', { value: vehicle.drive ?? 'FRONT', choices: DRIVES })}
        ${form.field('attributes', 'Also good to know', { value: linesOf(vehicle.attributes), rows: 3, hint: EXTRA, optional: true, wide: true })}
      </div></fieldset>`;
  };
  return advertPage(context, {
    name: 'vehicle',
    collection: '/vehicles',
    path: id && `/vehicles/${id}`,
    title: id ? 'Edit the vehicle' : 'Rent out a vehicle',
    fields,
    check,
    body,
    pageOf: (vehicle) => `/vehicles/${vehicle.id}`,
    back: id ? `/vehicles/${id}` : '/adverts',
  });
}
