import { html, nothing } from '../lib/lit-html.js';
import { get } from '../core/api.js';
import { loaded, paged, show } from '../core/load.js';
import { time } from '../core/format.js';
import { ofAdvert, ofRoom, ofVehicle } from '../core/things.js';
import { cards, cardSkeleton, empty, rowSkeleton } from '../ui/card.js';

export default function userPage({ params, update }) {
  const user = loaded(update, () => get(`/users/${params.id}`));
  const lists = [
    [paged(update, '/vehicles', () => ({ ownerId: params.id, available: true })), ofVehicle],
    [paged(update, '/rooms', () => ({ ownerId: params.id, available: true })), ofRoom],
    [paged(update, '/books/adverts', () => ({ ownerId: params.id })), ofAdvert],
  ];
  const head = (found) => html`<div class="person"><span class="face large" aria-hidden="true">${[...found.name][0]?.toUpperCase()}</span>
    <div><h1 tabindex="-1">${found.name}</h1><p class="soft">${[found.place, `here since ${time(found.createdAt).replace(/, .*/, '')}`].filter(Boolean).join(' · ')}</p></div></div>
    ${found.about ? html`<p class="prose">${found.about}</p>` : nothing}`;
  const offers = () => {
    if (lists.some(([list]) => list.data === undefined && !list.problem)) return cardSkeleton(4);
    const things = lists.flatMap(([list, of]) => (list.data ?? []).map((item) => of(item))).filter((thing) => thing.available);
    return things.length ? cards(things) : empty('Nothing on offer', 'This person rents nothing out at the moment.');
  };
  return {
    keep: true,
    ready: Promise.all([user.done, ...lists.map(([list]) => list.done)]),
    title: () => user.data?.name ?? 'Person',
    view: () => html`${show(user, rowSkeleton(1), head)}<h2 class="gap">On offer</h2>${offers()}`,
  };
}
