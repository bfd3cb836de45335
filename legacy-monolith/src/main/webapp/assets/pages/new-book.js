import { html, nothing } from '../lib/lit-html.js';
import { get, post } from '../core/api.js';
import { Form, required, text, whole } from '../core/form.js';
import { isIsbn, plain } from '../core/isbn.js';
import { go } from '../core/router.js';
import { language, LANGUAGE_CODES } from '../core/words.js';

/** The ISBN first; only when nobody has added the book yet, what is printed in it. */
export default function newBook({ update }) {
  const lookup = new Form(update, 'isbn');
  const form = new Form(update, 'book');
  let unknown = null;

  const find = lookup.submit(
    (data) => (isIsbn(data.get('isbn')) ? {} : { isbn: 'has 10 or 13 digits, and one of them does not fit the others' }),
    async (data) => {
      const isbn = plain(data.get('isbn'));
      try {
        const book = await get(`/books/${isbn}`);
        go(`/books/${book.isbn}/adverts/new`);
      } catch (problem) {
        if (problem.status !== 404) throw problem;
        unknown = isbn;
        requestAnimationFrame(() => document.querySelector('#f-title')?.focus());
      }
    },
  );

  const add = form.submit(
    (data) => required(data, 'title', 'authors'),
    async (data) => {
      let isbn = unknown;
      try {
        ({ isbn } = await post('/books', {
          isbn: unknown,
          title: text(data, 'title'),
          authors: text(data, 'authors').split(/[,;\n]/).map((name) => name.trim()).filter(Boolean),
          year: whole(data, 'year'),
          language: data.get('language') || null,
        }));
      } catch (problem) {
        if (problem.name !== 'already-exists') throw problem;
      }
      go(`/books/${isbn}/adverts/new`);
    },
  );

  return {
    title: () => 'Rent out a book',
    view: () => html`<p class="crumbs"><a href="/adverts">My adverts</a></p><h1 tabindex="-1">Rent out a book</h1>
      <form class="panel narrow-form" novalidate @submit=${find} @input=${lookup.keep}>
        ${lookup.field('isbn', 'ISBN', { hint: 'The number above the bar code, with or without hyphens.', inputmode: 'text', placeholder: '978-0-261-10357-3', oninput: () => { unknown = null; update(); } })}
        ${lookup.notice}
        <p class="actions">${lookup.submitButton('Look it up', 'Looking…')}</p>
      </form>
      ${unknown ? html`<form class="panel narrow-form" novalidate @submit=${add} @input=${form.keep}>
        <h2>Nobody has added this book yet</h2><p class="soft">Tell us what is printed in it. You only do this once.</p>
        <div class="grid">
          ${form.field('title', 'Title', { maxlength: 300, wide: true })}
          ${form.field('authors', 'Authors', { hint: 'With commas between them.', wide: true })}
          ${form.field('year', 'Year', { inputmode: 'numeric', optional: true })}
          ${form.field('language', 'Language', { optional: true, blank: 'Unknown', choices: Object.fromEntries(LANGUAGE_CODES.map((code) => [code, language(code)])) })}
        </div>
        ${form.notice}
        <p class="actions">${form.submitButton('Add the book and go on')}</p></form>` : nothing}`,
  };
}
