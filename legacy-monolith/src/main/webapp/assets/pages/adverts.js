import { html, nothing } from '../lib/lit-html.js';
import { put, remove } from '../core/api.js';
import { joined } from '../core/format.js';
import { more, paged, show } from '../core/load.js';
import { sentence } from '../core/problem.js';
import { session } from '../core/session.js';
import { ofAdvert, ofRoom, ofVehicle } from '../core/things.js';
import { PLURALS } from '../core/words.js';
import { art, empty, perDay, rowSkeleton } from '../ui/card.js';
import { icon } from '../ui/icons.js';
import { confirmed, say } from '../ui/layer.js';

export default function adverts({ update }) {
  const ownerId = session.user.id;
  const lists = {
    vehicle: [paged(update, '/vehicles', () => ({ ownerId })), ofVehicle],
    room: [paged(update, '/rooms', () => ({ ownerId })), ofRoom],
    book: [paged(update, '/books/adverts', () => ({ ownerId })), ofAdvert],
  };
  const busy = new Set();
  const keyOf = (thing) => `${thing.type}${thing.id}`;

  async function change(thing, action, told) {
    const key = keyOf(thing);
    if (busy.has(key)) return;
    busy.add(key);
    update();
    try {
      await action();
      say(told);
    } catch (problem) {
      say(problem.status === 404 ? 'This advert is already gone.' : sentence(problem));
    }
    await lists[thing.type][0].reload();
    busy.delete(key);
    update();
  }
  const pause = (thing) => () => change(
    thing,
    () => put(`${thing.path}/availability`, { available: !thing.available }),
    thing.available ? `${thing.title} is paused.` : `${thing.title} is on offer again.`,
  );
  const drop = (thing) => async () => {
    if (await confirmed(`Delete ${thing.title}?`, 'Rentals that were already agreed stay as they are.', 'Delete it')) {
      await change(thing, () => remove(thing.path), `${thing.title} is deleted.`);
    }
  };

  const row = (thing) => html`<li class="row advert ${thing.available ? '' : 'paused'}">
    <div class="row-art">${art(thing)}</div>
    <div class="grow"><h3 class="row-title"><a href=${thing.path}>${thing.title}</a>${thing.available ? nothing : html` <span class="tag">Paused</span>`}</h3>
      <p class="soft">${joined(thing.facts)}</p><p>${perDay(thing)}</p></div>
    <div class="row-actions" aria-busy=${busy.has(keyOf(thing)) ? 'true' : 'false'}>
      <a class="button quiet small" href="${thing.path}/edit">${icon('edit')}Edit<span class="sr"> ${thing.title}</span></a>
      <button class="button quiet small" type="button" @click=${pause(thing)}>${icon(thing.available ? 'pause' : 'play')}${thing.available ? 'Pause' : 'Resume'}<span class="sr"> ${thing.title}</span></button>
      ${thing.type === 'book' ? nothing : html`<button class="button quiet small" type="button" @click=${drop(thing)}>${icon('bin')}Delete<span class="sr"> ${thing.title}</span></button>`}
    </div></li>`;

  const section = ([type, [list, of]]) => (list.data?.length === 0 ? nothing : html`<section><h2 class="gap">${PLURALS[type]}</h2>
    ${show(list, rowSkeleton(2), (items) => html`<ul class="rows">${items.map((item) => row(of(item)))}</ul>${more(list)}`)}</section>`);
  const every = Object.values(lists).map(([list]) => list);
  const add = html`<a class="button" href="/adverts/new">${icon('plus')}New advert</a>`;

  return {
    title: () => 'My adverts',
    ready: Promise.all(every.map((list) => list.done)),
    view: () => html`<div class="head"><h1 tabindex="-1">My adverts</h1><div class="head-tools">${add}</div></div>
      ${every.every((list) => list.data?.length === 0)
    ? empty('You rent nothing out yet', 'A car that stands still, a room that is empty, a book that is read: an advert takes two minutes.', html`<p class="actions center">${add}</p>`)
    : Object.entries(lists).map(section)}`,
  };
}
