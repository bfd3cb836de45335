import { html } from '../lib/lit-html.js';
import { repeat } from '../lib/directives/repeat.js';
import { ago } from '../core/format.js';
import { countUnread, live, markRead, onNotification } from '../core/live.js';
import { more, paged, show } from '../core/load.js';
import { empty, rowSkeleton } from '../ui/card.js';
import { icon } from '../ui/icons.js';

const ICONS = { RENTED: 'rentals', RETURNED: 'check', CANCELLED: 'close', LATE: 'bell', NEW_ADVERT: 'star' };

export default function notifications({ update }) {
  const list = paged(update, '/notifications');
  const stop = onNotification((notification) => (notification ? list.reload() : update()));

  async function read(notification) {
    if (notification.readAt) return;
    notification.readAt = new Date().toISOString();
    update();
    try {
      await markRead(notification.id);
    } catch {
      countUnread();
    }
  }
  const readAll = async () => {
    for (const notification of list.data) await read(notification);
  };

  const row = (notification) => html`<li class="row note ${notification.readAt ? '' : 'unread'}">
    <span class="row-icon ${notification.kind === 'LATE' ? 'late' : ''}" aria-hidden="true">${icon(ICONS[notification.kind] ?? 'bell')}</span>
    <div class="grow"><p class="row-title"><a href=${notification.path} @click=${() => read(notification)}>${notification.text}</a>${notification.readAt ? '' : html`<span class="sr"> (unread)</span>`}</p>
      <p class="soft"><time datetime=${notification.createdAt}>${ago(notification.createdAt)}</time></p></div></li>`;

  return {
    title: () => 'Notifications',
    leave: stop,
    view: () => html`<div class="head"><h1 tabindex="-1">Notifications</h1><div class="head-tools">
        <button class="button quiet small" type="button" ?disabled=${!live.unread || !list.data?.some(({ readAt }) => !readAt)} @click=${readAll}>${icon('check')}Mark all as read</button></div></div>
      ${show(list, rowSkeleton(5), (items) => (items.length === 0
    ? empty('All quiet', 'When somebody rents from you, or a search you follow finds something, you read it here at once.')
    : html`<ul class="rows">${repeat(items, ({ id }) => id, row)}</ul>${more(list)}`))}`,
  };
}
