import { html } from '../lib/lit-html.js';
import { get } from '../core/api.js';
import { text } from '../core/form.js';
import { loaded } from '../core/load.js';
import { CONDITIONS } from '../core/words.js';
import { advertPage, checkTerms, termsOf } from '../ui/advert-form.js';
import { bookArt } from '../ui/book-art.js';

const body = (data) => ({
  condition: data.get('condition'),
  note: text(data, 'note'),
  place: text(data, 'place'),
  ...termsOf(data),
});

const check = (data) => {
  const errors = checkTerms(data);
  if (!text(data, 'place')) errors.place = 'is required';
  return errors;
};

export default function editBookAdvert(context) {
  const { isbn, id } = context.params;
  const book = loaded(context.update, () => get(`/books/${isbn}`));
  const fields = (form, advert) => html`
    <div class="book-head small">${book.data ? bookArt(book.data) : html`<div class="art shelf bone"></div>`}
      <div><p class="book-name">${book.data?.title ?? ''}</p><p class="soft">${book.data?.authors.join(', ') ?? ''}</p><p class="soft">ISBN ${isbn}</p></div></div>
    <fieldset class="group"><legend>Your copy</legend><div class="grid">
      ${form.field('condition', 'Condition', { value: advert.condition ?? 'GOOD', choices: CONDITIONS })}
      ${form.field('place', 'Where it can be collected', { value: advert.place, maxlength: 80 })}
      ${form.field('note', 'Note', { value: advert.note, rows: 2, optional: true, wide: true })}
    </div></fieldset>`;
  return advertPage(context, {
    name: 'book',
    collection: `/books/${isbn}/adverts`,
    path: id && `/books/${isbn}/adverts/${id}`,
    title: id ? 'Edit the advert' : 'Rent out my copy',
    fields,
    check,
    body,
    pageOf: (advert) => `/books/${advert.isbn}/adverts/${advert.id}`,
    back: id ? `/books/${isbn}/adverts/${id}` : `/books/${isbn}`,
  });
}
