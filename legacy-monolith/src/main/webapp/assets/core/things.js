import { plural } from './format.js';
import { CONDITIONS, country, FUELS, SIZE_CLASSES, TRANSMISSIONS } from './words.js';

// What vehicles, rooms and adverts of books have in common on the pages.

/** A vehicle as things on offer are shown. */
export const ofVehicle = (vehicle) => ({
  ...vehicle,
  type: 'vehicle',
  title: `${vehicle.make} ${vehicle.model}`,
  facts: [SIZE_CLASSES[vehicle.sizeClass], plural(vehicle.seats, 'seat'), TRANSMISSIONS[vehicle.transmission], FUELS[vehicle.fuel]],
  path: `/vehicles/${vehicle.id}`,
});

export const ofRoom = (room) => ({
  ...room,
  type: 'room',
  facts: [`${room.place}, ${country(room.country)}`, plural(room.guests, 'guest'), plural(room.beds, 'bed')],
  path: `/rooms/${room.id}`,
});

export const ofAdvert = (advert, book = {}) => ({
  ...advert,
  type: 'book',
  authors: book.authors ?? [],
  facts: [...(book.authors?.length ? [book.authors.join(', ')] : []), CONDITIONS[advert.condition], advert.place].filter(Boolean),
  path: `/books/${advert.isbn}/adverts/${advert.id}`,
});

const spoken = (word) => word.toLowerCase().replace('_', ' ');

/** The size class that the search names in "2019 · van diesel manual". */
const sizeIn = (subtitle) => Object.keys(SIZE_CLASSES).find((word) => ` ${subtitle} `.includes(` ${spoken(word)} `));

/** What the search knows is less. The address of a book's advert holds its ISBN. */
export const ofFound = (found) => ({
  ...found,
  facts: found.subtitle ? found.subtitle.split(' · ') : [],
  sizeClass: found.type === 'vehicle' ? sizeIn(found.subtitle ?? '') : undefined,
  path: found.path.replace(/^\/api/, ''),
  isbn: /books\/([^/]+)/.exec(found.path)?.[1],
});
