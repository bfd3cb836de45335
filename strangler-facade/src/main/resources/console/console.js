// Signs people in, keeps the page up to date, and shows one API at a time.
import { ask } from './api.js';
import { contracts } from './contracts.js';
import { byId, make, show } from './dom.js';
import { ApiView } from './view.js';
import { PHASES } from './words.js';

const QUIET = 2000;
const BUSY = 300;
const CONTRACTS_AGAIN = 5000;
const CONTRACTS = 'contracts';
let session;
let views = new Map();
let timer;
let round = 0;

function chosen(apis) {
  const name = location.hash.slice(2);
  return name === CONTRACTS || apis.some((api) => api.api === name) ? name : apis[0]?.api;
}

function entry(name, title, current, note, steps) {
  return make('a', { href: `#/${name}`, class: 'api', 'aria-current': current ? 'page' : null },
    make('span', { class: 'api-name' }, title), make('span', { class: 'api-phase' }, note), steps);
}

function dots(api) {
  const here = PHASES.includes(api.phase) ? PHASES.indexOf(api.phase) : PHASES.length;
  return make('span', { class: 'dots', 'aria-hidden': 'true' }, PHASES.map((phase, place) => make('span', { class: place <= here ? 'dot on' : 'dot' })));
}

function navigation(apis, name) {
  show(byId('apis'), [apis.map((api) => [api.api, api.phase, api.canaryPercent, api.running]), name], () => [
    ...apis.map((api) => entry(api.api, api.api, api.api === name,
      `${api.phase}${api.phase === 'CANARY' ? ` ${api.canaryPercent} %` : ''}${api.running === null ? '' : ', moving'}`, dots(api))),
    entry(CONTRACTS, 'Contracts', name === CONTRACTS, 'consumers and providers'),
  ]);
}

class ContractsView {
  constructor() {
    this.place = make('div', {});
    this.element = make('section', { class: 'panel' }, make('h2', {}, 'Contracts'),
      make('p', { class: 'soft' }, 'No API enters CANARY, READS or OWNED unless the builds that run keep every one of them.'), this.place);
    this.due = 0;
  }

  async refresh() {
    if (performance.now() < this.due) return;
    this.due = performance.now() + CONTRACTS_AGAIN;
    try {
      await contracts(this.place);
    } catch (error) {
      if (error.status === 401) throw error;
      delete this.place.dataset.shown;
      this.place.replaceChildren(make('p', { class: 'problem' }, error.message));
    }
  }
}

function view(name) {
  if (!views.has(name)) views.set(name, name === CONTRACTS ? new ContractsView() : new ApiView(name, session.role === 'operator', soon));
  const found = views.get(name);
  if (byId('view').firstChild !== found.element) byId('view').replaceChildren(found.element);
  return found;
}

function state(text, kind) {
  const place = byId('state');
  if (place.textContent !== text) place.textContent = text;
  place.className = `state ${kind}`;
}

async function refresh(mine) {
  let pause = QUIET;
  try {
    const { apis } = await ask('migration');
    if (mine !== round) return;
    const name = chosen(apis);
    navigation(apis, name);
    document.title = `${name ?? 'RentWave'} · RentWave migration console`;
    if (name) await view(name).refresh(apis.find((api) => api.api === name));
    if (apis.some((api) => api.running !== null)) pause = BUSY;
    state('Live', 'live');
  } catch (error) {
    if (error.status === 401) return signInForm('Your session is over. Sign in again.');
    state(error.message, 'lost');
  }
  if (mine === round) timer = setTimeout(() => refresh(mine), document.hidden ? 5 * QUIET : pause);
}

/** Everything is asked for again, now. Only the newest round goes on. */
function soon() {
  clearTimeout(timer);
  round++;
  if (session) refresh(round);
}

function begin(found) {
  session = found;
  byId('sign-in').hidden = true;
  byId('console').hidden = false;
  byId('sign-out').hidden = false;
  byId('role').hidden = false;
  byId('role').textContent = session.name ? `${session.role} · ${session.name}` : session.role;
  soon();
}

function signInForm(problem) {
  session = undefined;
  clearTimeout(timer);
  round++;
  views = new Map();
  byId('view').replaceChildren();
  byId('console').hidden = true;
  byId('sign-out').hidden = true;
  byId('role').hidden = true;
  state('', '');
  byId('sign-in').hidden = false;
  byId('sign-in-problem').textContent = problem;
  byId('token').value = '';
  byId('token').focus();
}

byId('sign-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  const token = byId('token');
  try {
    begin(await ask('session', { token: token.value.trim(), name: byId('name').value.trim() }));
    token.value = '';
    byId('main').focus();
  } catch (error) {
    byId('sign-in-problem').textContent = error.message;
    token.select();
  }
});
byId('sign-out').addEventListener('click', async () => {
  await ask('session', undefined, 'DELETE').catch(() => {});
  signInForm('');
});
addEventListener('hashchange', soon);
addEventListener('visibilitychange', () => document.hidden || soon());

ask('session').then((found) => (found.role ? begin(found) : signInForm('')), (error) => signInForm(error.message));
