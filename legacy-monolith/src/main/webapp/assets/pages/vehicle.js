import { html, nothing } from '../lib/lit-html.js';
import { get } from '../core/api.js';
import { ofVehicle } from '../core/things.js';
import { DRIVES, FUELS, SIZE_CLASSES, TRANSMISSIONS } from '../core/words.js';
import { detailPage, facts } from '../ui/detail.js';

const about = (vehicle) => {
  const extras = Object.entries(vehicle.attributes ?? {});
  return html`${facts([
    ['Size', SIZE_CLASSES[vehicle.sizeClass]],
    ['Seats', vehicle.seats],
    ['Boot', `${vehicle.bootLitres.toLocaleString('en-GB')} litres`],
    ['Gearbox', TRANSMISSIONS[vehicle.transmission]],
    ['Fuel', FUELS[vehicle.fuel]],
    ['Drive', DRIVES[vehicle.drive]],
    ['Year', vehicle.year],
  ])}
  ${extras.length ? html`<h2>Also good to know</h2>${facts(extras)}` : nothing}`;
};

export default (context) => detailPage(context, {
  load: async () => ofVehicle(await get(`/vehicles/${context.params.id}`)),
  about,
  back: { path: '/search?type=vehicle', text: 'All vehicles' },
});
