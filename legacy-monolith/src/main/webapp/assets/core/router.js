import { keyed } from '../lib/directives/keyed.js';
import { html, render } from '../lib/lit-html.js';
import { NOT_FOUND, ROUTES } from './routes.js';
import { session } from './session.js';

const KEPT_PAGES = 10;
const main = document.getElementById('main');
const kept = new Map();
const watchers = new Set();

let current = null;
let turn = 0;
let first = true;

/** Called with the path after each change of page. */
export const onPage = (watch) => { watchers.add(watch); };

export const loginAddress = () => `/login?next=${encodeURIComponent(location.pathname + location.search)}`;

/** Only ever a page of ours. */
export const ownPath = (text) => (/^\/(?![/\\])/.test(text ?? '') ? text : '/');

export function go(address, { replace = false } = {}) {
  rememberScroll();
  const state = { key: Math.random().toString(36).slice(2) };
  history[replace ? 'replaceState' : 'pushState'](state, '', address);
  return show(false);
}

/** Puts the address right without leaving the page (filters, a chosen period). */
export const readdress = (address) => history.replaceState(history.state, '', address);

/** Shows the page of the address once more, from scratch: somebody else is signed in now. */
export function restart() {
  kept.clear();
  return show(false);
}

function rememberScroll() {
  history.replaceState({ ...history.state, scroll: scrollY }, '');
}

function find(path) {
  for (const route of ROUTES) {
    const match = route.pattern.exec(path);
    if (match) return { route, params: { ...match.groups } };
  }
  return { route: NOT_FOUND, params: {} };
}

async function show(back) {
  turn += 1;
  const mine = turn;
  const { route, params } = find(location.pathname);
  if (route.needsUser) await session.checked;
  if (mine !== turn) return;
  if (route.needsUser && !session.user) {
    go(loginAddress(), { replace: true });
    return;
  }
  const key = history.state?.key;
  let page = back ? kept.get(key) : undefined;
  if (!page) {
    let module;
    try {
      module = await route.load();
    } catch {
      if (mine === turn) broken();
      return;
    }
    if (mine !== turn) return;
    page = open(module.default, params);
  }
  leave();
  if (page.keep) keep(key, page);
  current = page;
  draw(page);
  settle(page, back, mine);
  watchers.forEach((watch) => watch(location.pathname));
}

function open(create, params) {
  let drawing = false;
  const context = {
    params,
    query: new URLSearchParams(location.search),
    update() {
      if (drawing) return;
      drawing = true;
      queueMicrotask(() => {
        drawing = false;
        if (current === page) draw(page);
      });
    },
  };
  const page = create(context);
  return page;
}

function draw(page) {
  document.title = page.title() ? `${page.title()} · RentWave` : 'RentWave';
  render(html`${keyed(page, page.view())}`, main);
}

function leave() {
  current?.leave?.();
}

function keep(key, page) {
  kept.set(key, page);
  if (kept.size > KEPT_PAGES) kept.delete(kept.keys().next().value);
}

/** Where the reader looks next: the place they left when they go back, else the head of the new page. */
async function settle(page, back, mine) {
  if (!first) (main.querySelector('h1') ?? main).focus({ preventScroll: true });
  first = false;
  if (!back) {
    scrollTo(0, 0);
    return;
  }
  await page.ready;
  await Promise.resolve();
  if (mine === turn) scrollTo(0, history.state?.scroll ?? 0);
}

function broken() {
  render(
    html`<section class="notice" role="alert"><h1 tabindex="-1">This page did not load</h1>
      <p>Check your connection and try again.</p>
      <a class="button" href=${location.href} data-reload>Try again</a></section>`,
    main,
  );
}

function follow(event) {
  const link = event.target.closest?.('a[href]');
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname.startsWith('/api') || link.hasAttribute('data-reload')) return;
  if (url.hash && url.pathname === location.pathname) {
    event.preventDefault();
    document.querySelector(url.hash)?.focus();
    return;
  }
  event.preventDefault();
  go(url.pathname + url.search);
}

export function startRouter() {
  history.scrollRestoration = 'manual';
  if (!history.state?.key) history.replaceState({ key: 'first' }, '');
  document.addEventListener('click', follow);
  addEventListener('popstate', () => show(true));
  addEventListener('pagehide', rememberScroll);
  return show(true);
}
