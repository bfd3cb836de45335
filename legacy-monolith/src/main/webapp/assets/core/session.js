import { get, post, request } from './api.js';
import { Problem } from './problem.js';
import { sha256 } from './sha256.js';

const KEPT = 'rentwave.user';
const watchers = new Set();

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEPT));
  } catch {
    return null;
  }
}

function remember(user) {
  try {
    if (user) localStorage.setItem(KEPT, JSON.stringify({ id: user.id, name: user.name, email: user.email, administrator: user.administrator ?? false }));
    else localStorage.removeItem(KEPT);
  } catch {
    // Without storage the next page asks.
  }
}

/**
 * Who is signed in. The cookie that proves it is out of the pages' reach; what is kept here only says whom to greet before
 * the API has answered.
 */
export const session = { user: remembered(), checked: Promise.resolve() };

function set(user) {
  const before = session.user;
  session.user = user;
  remember(user);
  watchers.forEach((watch) => watch(user, before));
}

export const onSession = (watch) => { watchers.add(watch); };

/** Asks the API who this is, if anybody was signed in here before. */
export function refreshSession() {
  session.checked = check();
}

async function check() {
  if (!session.user) return;
  try {
    set(await get('/users/me', { quiet: true }));
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) set(null);
  }
}

export async function signIn(email, password) {
  const secret = await sha256(password);
  const login = await post('/auth/login', { email: email.trim(), passwordSha256: secret }, { quiet: true });
  let user = login.user;
  try {
    user = await get('/users/me', { quiet: true });
  } catch {
    // The login itself says enough to go on.
  }
  set(user);
  return user;
}

export async function register(name, email, password) {
  const secret = await sha256(password);
  await post('/auth/register', { email: email.trim(), name: name.trim(), passwordSha256: secret }, { quiet: true });
  return signIn(email, password);
}

export async function signOut() {
  await request('POST', '/auth/logout', { quiet: true });
  set(null);
}

/** The profile was edited. */
export const renamed = (user) => set(user);

addEventListener('storage', (event) => {
  if (event.key === KEPT && remembered()?.id !== session.user?.id) {
    const before = session.user;
    session.user = remembered();
    watchers.forEach((watch) => watch(session.user, before));
  }
});
