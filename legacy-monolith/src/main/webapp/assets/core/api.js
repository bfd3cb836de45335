import { Problem, unreachable } from './problem.js';

const ATTEMPTS = 4;
const PASSING = new Set([425, 502, 503, 504]);
const UNDECIDED = new Set([0, 500, 502, 503, 504]);

let signInAgain = async () => false;

/** Called when the sign-in has ended; resolves to true when the person has signed in again. */
export const onSignInNeeded = (action) => { signInAgain = action; };

/** A key that makes a change happen once, however often it is sent. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Keys of changes of which nobody knows whether they were made: asked for again, they are the same change. */
const undecided = new Map();

const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

async function send(method, path, options, key) {
  const headers = { Accept: 'application/json' };
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.etag) headers['If-Match'] = options.etag;
  if (key) headers['Idempotency-Key'] = key;
  return fetch(`/api${path}`, {
    method,
    headers,
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    signal: options.signal,
    credentials: 'same-origin',
  });
}

/** Asks again while the other side is only away for a moment: reads, and changes with one and the same key. */
async function sendPatiently(method, path, options, key) {
  for (let attempt = 1; ; attempt += 1) {
    let response;
    try {
      response = await send(method, path, options, key);
    } catch (error) {
      if (error.name === 'AbortError') throw error;
      if (attempt === ATTEMPTS) throw unreachable();
    }
    if (response && (!PASSING.has(response.status) || attempt === ATTEMPTS)) return response;
    const asked = Number(response?.headers.get('Retry-After')) * 1000;
    await pause(Math.min(asked || 300 * attempt, 3000));
  }
}

async function read(response) {
  const text = await response.text();
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/**
 * One request to the API. `quiet` leaves a 401 to the caller; otherwise the person is asked to sign in and the very same
 * request is sent again.
 */
export async function request(method, path, options = {}) {
  if (method === 'GET') return answered(method, path, options, null);
  const change = [method, path, options.etag, JSON.stringify(options.body)].join(' ');
  const key = options.key ?? undecided.get(change) ?? newKey();
  undecided.delete(change);
  try {
    return await answered(method, path, options, key);
  } catch (problem) {
    if (UNDECIDED.has(problem.status)) undecided.set(change, key);
    throw problem;
  }
}

async function answered(method, path, options, key) {
  for (;;) {
    const response = await sendPatiently(method, path, options, key);
    const data = await read(response);
    if (response.ok) {
      return { status: response.status, data, etag: response.headers.get('ETag'), location: response.headers.get('Location') };
    }
    if (response.status !== 401 || options.quiet || !(await signInAgain())) {
      throw new Problem(response.status, data ?? {});
    }
  }
}

export const get = async (path, options) => (await request('GET', path, options)).data;
export const post = async (path, body, options) => (await request('POST', path, { ...options, body })).data;
export const put = async (path, body, options) => (await request('PUT', path, { ...options, body })).data;
export const remove = async (path, options) => (await request('DELETE', path, options)).data;

/** Parameters as a query, without the empty ones. */
export function query(parameters) {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '' && one !== false) text.append(name, one);
    }
  }
  const query = text.toString();
  return query ? `?${query}` : '';
}
