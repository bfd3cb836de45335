import { html, nothing, render } from '../lib/lit-html.js';
import { live, onNotification } from '../core/live.js';
import { go, loginAddress, onPage } from '../core/router.js';
import { onSession, session, signOut } from '../core/session.js';
import { icon, mark } from './icons.js';
import { say } from './layer.js';

const top = document.getElementById('top');
const bottom = document.getElementById('bottom');
const THEME = 'rentwave.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

const here = (path) => (location.pathname === path || (path !== '/' && location.pathname.startsWith(`${path}/`)) ? 'page' : nothing);
const isDark = () => (document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';

function toggleTheme() {
  const chosen = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = chosen;
  try {
    localStorage.setItem(THEME, chosen);
  } catch {
    // It holds for this page.
  }
  draw();
}

async function leave() {
  closeMenu();
  await signOut();
  say('You are signed out.');
  go('/');
}

function closeMenu() {
  top.querySelector('details')?.removeAttribute('open');
}

function search(event) {
  event.preventDefault();
  const q = new FormData(event.currentTarget).get('q').trim();
  go(`/search${q ? `?q=${encodeURIComponent(q)}` : ''}`);
}

const count = () => (live.unread > 0
  ? html`<span class="badge" aria-hidden="true">${live.unread > 99 ? '99+' : live.unread}</span>`
  : nothing);
const bellLabel = () => (live.unread > 0 ? `Notifications, ${live.unread} unread` : 'Notifications');

const links = () => html`
  <a href="/rentals" aria-current=${here('/rentals')}>Rentals</a>
  <a href="/adverts" aria-current=${here('/adverts')}>My adverts</a>
  <a href="/wallet" aria-current=${here('/wallet')}>Wallet</a>`;

const account = (user) => html`
  <a class="round" href="/notifications" aria-label=${bellLabel()} aria-current=${here('/notifications')}>${icon('bell')}${count()}</a>
  <details class="menu" @keydown=${(event) => { if (event.key === 'Escape') { closeMenu(); event.currentTarget.querySelector('summary').focus(); } }}>
    <summary aria-label="Account of ${user.name}"><span class="face" aria-hidden="true">${[...user.name][0]?.toUpperCase()}</span></summary>
    <div class="menu-list" @click=${closeMenu}>
      <p class="menu-name">${user.name}<br><span class="soft">${user.email}</span></p>
      <a href="/profile">${icon('person')}Profile</a>
      <a href="/searches">${icon('star')}Followed searches</a>
      ${user.administrator ? html`<a href="/events">${icon('log')}Event log</a>` : nothing}
      <button type="button" @click=${leave}>${icon('key')}Sign out</button>
    </div>
  </details>`;

const guest = () => html`
  <a class="button quiet small" href=${location.pathname === '/login' || location.pathname === '/register' ? '/login' : loginAddress()}>Sign in</a>`;

const header = () => html`
  <header class="top">
    <div class="top-row">
      <a class="brand" href="/" aria-label="RentWave, home">${mark}<span>RentWave</span></a>
      <form class="top-search ${location.pathname === '/' || location.pathname === '/search' ? 'away' : ''}" role="search" @submit=${search}>
        <label class="sr" for="top-q">Search everything</label>
        ${icon('search')}<input id="top-q" name="q" type="search" placeholder="Search everything" autocomplete="off">
      </form>
      <nav class="top-links" aria-label="Main">${session.user ? links() : nothing}</nav>
      <div class="top-tools">
        <button class="round" type="button" aria-label=${isDark() ? 'Use light colours' : 'Use dark colours'} @click=${toggleTheme}>${icon(isDark() ? 'sun' : 'moon')}</button>
        ${session.user ? account(session.user) : guest()}
      </div>
    </div>
  </header>`;

const tab = (path, name, text) => html`<a href=${path} aria-current=${here(path)}>${icon(name)}<span>${text}</span></a>`;

const footer = () => html`
  <footer class="foot"><p>RentWave · rent from people near you</p>
    <nav aria-label="More"><a href="/search?type=vehicle">Vehicles</a><a href="/search?type=room">Rooms</a><a href="/search?type=book">Books</a><a href="/adverts/new">Rent something out</a><a href="/api/docs">API</a></nav></footer>
  ${session.user ? html`<nav class="tabs" aria-label="Main, at the bottom">
    ${tab('/search', 'search', 'Search')}${tab('/rentals', 'rentals', 'Rentals')}${tab('/adverts', 'adverts', 'Adverts')}${tab('/wallet', 'wallet', 'Wallet')}
  </nav>` : nothing}`;

function draw() {
  render(header(), top);
  render(footer(), bottom);
}

export function startShell() {
  draw();
  onSession(draw);
  onPage(draw);
  dark.addEventListener('change', draw);
  onNotification((notification) => {
    if (notification) say(notification.text, notification.path);
    draw();
  });
  document.addEventListener('click', (event) => {
    const menu = top.querySelector('details[open]');
    if (menu && !menu.contains(event.target)) closeMenu();
  });
}
