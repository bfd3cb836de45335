import { html } from '../lib/lit-html.js';
import { empty } from '../ui/card.js';

export default function notFound() {
  return {
    title: () => 'Page not found',
    view: () => html`<h1 class="sr" tabindex="-1">Page not found</h1>
      ${empty('There is nothing at this address', 'It may have been deleted, or the link has a mistake in it.', html`<p class="actions center"><a class="button" href="/">Go home</a><a class="button quiet" href="/search">Search</a></p>`)}`,
  };
}
