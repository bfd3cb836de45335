import { html, nothing } from '../lib/lit-html.js';
import { get } from '../core/api.js';
import { joined, price } from '../core/format.js';
import { loaded, show } from '../core/load.js';
import { art, empty } from './card.js';
import { RentPanel } from './rent-panel.js';

const skeleton = html`<div class="detail" aria-hidden="true"><div><div class="art bone"></div><p class="bone line tall"></p><p class="bone line"></p><p class="bone line short"></p></div><div class="panel bone rent-bone"></div></div>`;

/** The page of one thing: its picture, its facts, whose it is, and the panel to rent it. */
export function detailPage(context, { load, about, back }) {
  let panel = null;
  let owner = null;
  const state = loaded(context.update, async () => {
    const thing = await load();
    panel = new RentPanel(context, thing);
    owner = loaded(context.update, () => get(`/users/${thing.ownerId}`, { quiet: true }));
    await panel.ready;
    return thing;
  });
  const gone = () => html`<h1 class="sr" tabindex="-1">Not found</h1>${empty('This is no longer here', 'Its owner may have deleted it.', html`<p class="actions center"><a class="button" href="/search">Search for something else</a></p>`)}`;
  const view = (thing) => html`<div class="detail">
    <article>
      ${art(thing)}
      <h1 tabindex="-1">${thing.title}</h1>
      <p class="lead">${joined(thing.facts)}</p>
      ${panel.rentable ? html`<p class="jump"><a class="button wide" href="#rent">Choose days · ${price(thing.pricePerDay, thing.currency)} a day</a></p>` : nothing}
      ${about(thing)}
      ${owner?.data ? html`<p class="owner"><a class="owner-link" href="/users/${owner.data.id}"><span class="face" aria-hidden="true">${[...owner.data.name][0]?.toUpperCase()}</span>
        <span>Rented out by<br><strong>${owner.data.name}</strong>${owner.data.place ? html`, ${owner.data.place}` : nothing}</span></a></p>` : html`<p class="owner owner-space"></p>`}
    </article>
    ${panel.view()}
  </div>`;
  return {
    keep: true,
    ready: state.done,
    title: () => state.data?.title ?? '',
    view: () => html`<p class="crumbs"><a href=${back.path}>${back.text}</a></p>
      ${state.problem?.status === 404 ? gone() : show(state, skeleton, view)}`,
  };
}

/** Facts in two columns. */
export const facts = (pairs) => html`<dl class="facts">${pairs.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
