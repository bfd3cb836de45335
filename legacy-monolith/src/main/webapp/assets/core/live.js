import { get, post } from './api.js';
import { onSession, session } from './session.js';

const CHANNEL = 'rentwave.notifications';
const KEPT = 200;

/** How many notifications are unread, and who wants to hear of new ones. */
export const live = { unread: 0 };

const listeners = new Set();
const seen = new Set();
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null;
let source = null;
let release = null;
let retry = 0;

/** Called with each new notification, or with null when the count alone has changed. Gives back how to stop. */
export function onNotification(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const tell = (notification) => listeners.forEach((listener) => listener(notification));

function arrived(notification) {
  if (seen.has(notification.id)) return;
  seen.add(notification.id);
  if (seen.size > KEPT) seen.delete(seen.values().next().value);
  live.unread += 1;
  tell(notification);
}

export async function countUnread() {
  if (!session.user) return;
  try {
    live.unread = (await get('/notifications?unread=true&limit=1', { quiet: true })).unread ?? 0;
    tell(null);
  } catch {
    // The badge waits for better times.
  }
}

export async function markRead(id) {
  await post(`/notifications/${id}/read`, undefined, { quiet: true });
  live.unread = Math.max(0, live.unread - 1);
  tell(null);
  channel?.postMessage({ user: session.user?.id, read: id });
}

function connect() {
  source = new EventSource('/api/notifications/stream');
  source.addEventListener('open', () => { retry = 0; });
  source.addEventListener('notification', (event) => {
    const notification = JSON.parse(event.data);
    arrived(notification);
    channel?.postMessage({ user: session.user?.id, notification });
  });
  source.addEventListener('error', () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    source = null;
    retry += 1;
    setTimeout(() => { if (session.user && release && !source) reconnect(); }, Math.min(1000 * 2 ** retry, 30_000));
  });
}

function reconnect() {
  connect();
  countUnread();
}

/** One stream for all tabs of this browser: the others hear of it from the one that holds the lock. */
function start() {
  if (release) return;
  countUnread();
  const held = new Promise((done) => { release = done; });
  if (navigator.locks) {
    navigator.locks.request(CHANNEL, () => {
      if (release) connect();
      return held;
    });
  } else {
    connect();
  }
}

function stop() {
  source?.close();
  source = null;
  release?.();
  release = null;
  seen.clear();
  live.unread = 0;
  tell(null);
}

export function startLive() {
  channel?.addEventListener('message', ({ data }) => {
    if (data.user !== session.user?.id) return;
    if (data.notification) arrived(data.notification);
    else countUnread();
  });
  onSession((user, before) => {
    if (user?.id !== before?.id) {
      stop();
      if (user) start();
    }
  });
  if (session.user) start();
}
