import { html, nothing } from '../lib/lit-html.js';
import { query as queryOf, remove } from '../core/api.js';
import { ago, price } from '../core/format.js';
import { more, paged, show } from '../core/load.js';
import { sentence } from '../core/problem.js';
import { PLURALS } from '../core/words.js';
import { empty, rowSkeleton } from '../ui/card.js';
import { icon } from '../ui/icons.js';
import { say } from '../ui/layer.js';

export default function searches({ update }) {
  const list = paged(update, '/searches');
  const drop = (search) => async () => {
    try {
      await remove(`/searches/${search.id}`);
      say('You no longer follow this search.');
    } catch (problem) {
      say(sentence(problem));
    }
    list.reload();
  };
  const limits = ({ minPrice, maxPrice }) => [minPrice && `from ${price(minPrice, 'EUR')}`, maxPrice && `up to ${price(maxPrice, 'EUR')}`].filter(Boolean).join(', ');
  const name = (search) => search.q || (search.type ? PLURALS[search.type] : 'Everything');
  const row = (search) => html`<li class="row"><span class="row-icon" aria-hidden="true">${icon('star')}</span>
    <div class="grow"><p class="row-title"><a href="/search${queryOf({ q: search.q, type: search.type, minPrice: search.minPrice, maxPrice: search.maxPrice })}">${name(search)}</a></p>
      <p class="soft">${[search.q && search.type && PLURALS[search.type], limits(search), `followed ${ago(search.createdAt)}`].filter(Boolean).join(' · ')}</p></div>
    <div class="row-actions"><button class="button quiet small" type="button" @click=${drop(search)}>${icon('bin')}Stop<span class="sr"> following ${name(search)}</span></button></div></li>`;
  return {
    title: () => 'Followed searches',
    view: () => html`<h1 tabindex="-1">Followed searches</h1><p class="lead">We tell you as soon as something new fits one of them.</p>
      ${show(list, rowSkeleton(3), (items) => (items.length === 0
    ? empty('You follow no search', 'Search for something, and press “Follow” beside the results.', html`<p class="actions center"><a class="button" href="/search">Search</a></p>`)
    : html`<ul class="rows">${items.map(row)}</ul>${more(list) ?? nothing}`))}`,
  };
}
