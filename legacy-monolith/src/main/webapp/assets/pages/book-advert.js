import { html, nothing } from '../lib/lit-html.js';
import { get } from '../core/api.js';
import { ofAdvert } from '../core/things.js';
import { CONDITIONS, language } from '../core/words.js';
import { detailPage, facts } from '../ui/detail.js';

const about = (advert) => html`
  ${advert.note ? html`<p class="prose">${advert.note}</p>` : nothing}
  ${facts([
    ['By', advert.book.authors.join(', ')],
    ['Condition', CONDITIONS[advert.condition]],
    ['Place', advert.place],
    ['Year', advert.book.year],
    ['Language', advert.book.language && language(advert.book.language)],
    ['ISBN', advert.isbn],
  ])}
  <p><a href="/books/${advert.isbn}">Everybody who rents out this book</a></p>`;

export default function bookAdvert(context) {
  const { isbn, id } = context.params;
  return detailPage(context, {
    load: async () => {
      const [advert, book] = await Promise.all([get(`/books/${isbn}/adverts/${id}`), get(`/books/${isbn}`)]);
      return { ...ofAdvert(advert, book), book };
    },
    about,
    back: { path: '/search?type=book', text: 'All books' },
  });
}
