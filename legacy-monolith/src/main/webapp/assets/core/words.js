// What the words of the API are called on the pages.
export const SIZE_CLASSES = {
  TWO_SEATER: 'Two-seater', MINI: 'Mini', SUBCOMPACT: 'Small car', COMPACT: 'Compact', MIDSIZE: 'Mid-size', LARGE: 'Large saloon',
  WAGON: 'Estate', SUV: 'SUV', MINIVAN: 'People carrier', VAN: 'Van', PICKUP: 'Pick-up', SPECIAL: 'Camper or special',
};
export const TRANSMISSIONS = { MANUAL: 'Manual', AUTOMATIC: 'Automatic' };
export const FUELS = { PETROL: 'Petrol', DIESEL: 'Diesel', HYBRID: 'Hybrid', ELECTRIC: 'Electric', LPG: 'LPG', CNG: 'CNG', ETHANOL: 'Ethanol' };
export const DRIVES = { FRONT: 'Front-wheel', REAR: 'Rear-wheel', ALL: 'All-wheel', PART_TIME: 'Part-time 4WD' };
export const CONDITIONS = { NEW: 'New', LIKE_NEW: 'Like new', GOOD: 'Good', WORN: 'Well read' };
export const AMENITIES = {
  WIFI: 'Wi-Fi', KITCHEN: 'Kitchen', PARKING: 'Parking', WASHER: 'Washing machine', AIR_CONDITIONING: 'Air conditioning', HEATING: 'Heating',
  TV: 'TV', DESK: 'Desk', BREAKFAST: 'Breakfast', PETS_ALLOWED: 'Pets welcome', STEP_FREE: 'Step-free', OWN_BATHROOM: 'Own bathroom',
};
export const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'CAD', 'AUD', 'JPY'];
export const STATUSES = { ACTIVE: 'Running', RETURNED: 'Returned', CANCELLED: 'Cancelled' };
export const MOVEMENTS = { TOP_UP: 'Top-up', RENT: 'Rent', REFUND: 'Refund', LATE_FEE: 'Late fee' };
export const KINDS = { vehicle: 'Vehicle', book: 'Book', room: 'Room' };
export const PLURALS = { vehicle: 'Vehicles', book: 'Books', room: 'Rooms' };
export const EVENT_TYPES = [
  'user.register', 'book.add', 'book.update', 'vehicle.add', 'vehicle.update', 'room.add', 'room.update',
  'rent.start', 'rent.complete', 'rent.cancel', 'rent.late', 'wallet.change',
];

const REGIONS = new Intl.DisplayNames('en-GB', { type: 'region' });
const LANGUAGES = new Intl.DisplayNames('en-GB', { type: 'language' });
const safely = (names, code) => {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
};
export const country = (code) => safely(REGIONS, code);
export const language = (code) => safely(LANGUAGES, code);
export const COUNTRIES = ['AT', 'AU', 'BE', 'BG', 'CA', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT',
  'JP', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'NZ', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'TR', 'UA', 'US'];
export const LANGUAGE_CODES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'no', 'fi', 'cs', 'tr', 'ru', 'uk', 'ja', 'zh'];
