import { html } from '../lib/lit-html.js';
import { get } from '../core/api.js';
import { loaded, more, paged, show } from '../core/load.js';
import { ofAdvert } from '../core/things.js';
import { language } from '../core/words.js';
import { bookArt } from '../ui/book-art.js';
import { cards, cardSkeleton, empty } from '../ui/card.js';
import { facts } from '../ui/detail.js';

const skeleton = html`<div class="book-head"><div class="art shelf bone"></div><div><p class="bone line tall"></p><p class="bone line short"></p></div></div>`;

export default function bookPage({ params, update }) {
  const book = loaded(update, () => get(`/books/${params.isbn}`));
  const adverts = paged(update, `/books/${params.isbn}/adverts`);
  const offer = html`<a class="button" href="/books/${params.isbn}/adverts/new">Rent out my copy</a>`;
  const head = (found) => html`<div class="book-head">${bookArt(found)}
    <div><h1 tabindex="-1">${found.title}</h1><p class="lead">${found.authors.join(', ')}</p>
      ${facts([['Year', found.year], ['Language', found.language && language(found.language)], ['ISBN', found.isbn]])}
      <p class="actions">${offer}</p></div></div>`;
  const list = (items) => (items.length === 0
    ? empty('Nobody rents out this book yet', 'Do you have a copy that only stands on a shelf?', html`<p class="actions center">${offer}</p>`)
    : html`${cards(items.map((advert) => ofAdvert(advert, book.data)))}${more(adverts)}`);
  return {
    keep: true,
    ready: Promise.all([book.done, adverts.done]),
    title: () => book.data?.title ?? 'Book',
    view: () => html`<p class="crumbs"><a href="/search?type=book">All books</a></p>
      ${show(book, skeleton, head)}
      <h2>Copies on offer</h2>${show(adverts, cardSkeleton(4), list)}`,
  };
}
