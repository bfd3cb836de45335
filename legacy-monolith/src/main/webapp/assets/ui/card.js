import { html, nothing } from '../lib/lit-html.js';
import { repeat } from '../lib/directives/repeat.js';
import { joined, price } from '../core/format.js';
import { bookArt } from './book-art.js';
import { roomArt } from './room-art.js';
import { vehicleArt } from './vehicle-art.js';

/** The picture of a thing on offer. */
export function art(thing) {
  if (thing.type === 'vehicle') return vehicleArt(thing);
  return thing.type === 'room' ? roomArt(thing) : bookArt(thing);
}

export const perDay = (thing) => html`<span class="price"><strong>${price(thing.pricePerDay, thing.currency)}</strong> <span class="soft">a day</span></span>`;

export const card = (thing, level = 2) => html`<article class="card ${thing.available ? '' : 'paused'}">
  ${art(thing)}
  <div class="card-text">
    ${level === 2
    ? html`<h2 class="card-title"><a href=${thing.path}>${thing.title}</a></h2>`
    : html`<h3 class="card-title"><a href=${thing.path}>${thing.title}</a></h3>`}
    <p class="card-facts">${joined(thing.facts)}</p>
    <p class="card-foot">${perDay(thing)}${thing.available ? nothing : html`<span class="tag">Paused</span>`}</p>
  </div>
</article>`;

export const cards = (things, level = 2) => html`<ul class="cards">${repeat(things, (thing) => `${thing.type}${thing.id}`, (thing) => html`<li>${card(thing, level)}</li>`)}</ul>`;

export const cardSkeleton = (count = 8) => html`<ul class="cards" aria-hidden="true">${Array.from({ length: count }, () => html`
  <li><div class="card"><div class="art bone"></div><div class="card-text"><p class="bone line"></p><p class="bone line short"></p><p class="bone line shorter"></p></div></div></li>`)}</ul>`;

export const rowSkeleton = (count = 5) => html`<ul class="rows" aria-hidden="true">${Array.from({ length: count }, () => html`
  <li class="row"><div class="bone block"></div><div class="grow"><p class="bone line"></p><p class="bone line short"></p></div></li>`)}</ul>`;

/** Nothing is here, and what to do about it. */
export const empty = (title, text, action = nothing) => html`<div class="empty">
  <svg class="empty-art" viewBox="0 0 160 70" aria-hidden="true"><path d="M6 44c18-22 36-22 54 0s36 22 54 0 30-20 40-8"/><path d="M6 60c18-22 36-22 54 0s36 22 54 0 30-20 40-8"/><circle cx="120" cy="16" r="9"/></svg>
  <h2>${title}</h2><p>${text}</p>${action}</div>`;
