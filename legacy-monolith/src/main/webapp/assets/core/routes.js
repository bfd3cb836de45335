// Which page an address shows. The server knows the same addresses (PageAddresses).
const ID = '(?<id>[1-9][0-9]{0,17})';
const ISBN = '(?<isbn>[0-9Xx-]{10,17})';
const route = (path, load, needsUser = false) => ({ pattern: new RegExp(`^${path}$`), load, needsUser });

export const ROUTES = [
  route('/', () => import('../pages/home.js')),
  route('/search', () => import('../pages/search.js')),
  route('/login', () => import('../pages/login.js')),
  route('/register', () => import('../pages/register.js')),
  route('/rentals', () => import('../pages/rentals.js'), true),
  route(`/rentals/${ID}`, () => import('../pages/rental.js'), true),
  route('/adverts', () => import('../pages/adverts.js'), true),
  route('/adverts/new', () => import('../pages/new-advert.js'), true),
  route('/vehicles/new', () => import('../pages/edit-vehicle.js'), true),
  route(`/vehicles/${ID}`, () => import('../pages/vehicle.js')),
  route(`/vehicles/${ID}/edit`, () => import('../pages/edit-vehicle.js'), true),
  route('/rooms/new', () => import('../pages/edit-room.js'), true),
  route(`/rooms/${ID}`, () => import('../pages/room.js')),
  route(`/rooms/${ID}/edit`, () => import('../pages/edit-room.js'), true),
  route('/books/new', () => import('../pages/new-book.js'), true),
  route(`/books/${ISBN}`, () => import('../pages/book.js')),
  route(`/books/${ISBN}/adverts/new`, () => import('../pages/edit-book-advert.js'), true),
  route(`/books/${ISBN}/adverts/${ID}`, () => import('../pages/book-advert.js')),
  route(`/books/${ISBN}/adverts/${ID}/edit`, () => import('../pages/edit-book-advert.js'), true),
  route(`/users/${ID}`, () => import('../pages/user.js')),
  route('/wallet', () => import('../pages/wallet.js'), true),
  route('/notifications', () => import('../pages/notifications.js'), true),
  route('/searches', () => import('../pages/searches.js'), true),
  route('/profile', () => import('../pages/profile.js'), true),
  route('/events', () => import('../pages/events.js'), true),
];

export const NOT_FOUND = { load: () => import('../pages/not-found.js'), needsUser: false };
