import { html } from '../lib/lit-html.js';
import { Form, required } from '../core/form.js';
import { go, ownPath } from '../core/router.js';
import { signIn } from '../core/session.js';

export default function login({ query, update }) {
  const form = new Form(update);
  const next = ownPath(query.get('next'));
  const submit = form.submit(
    (data) => required(data, 'email', 'password'),
    async (data) => {
      await signIn(data.get('email'), data.get('password'));
      go(next, { replace: true });
    },
  );
  return {
    title: () => 'Sign in',
    view: () => html`<section class="narrow panel">
      <h1 tabindex="-1">Sign in</h1>
      <p class="soft">${next === '/' ? 'Good to see you.' : 'You go on right where you were.'}</p>
      <form novalidate @submit=${submit}>
        ${form.field('email', 'E-mail', { type: 'email', autocomplete: 'username', inputmode: 'email', spellcheck: 'false' })}
        ${form.field('password', 'Password', { type: 'password', autocomplete: 'current-password' })}
        ${form.notice}
        <p class="actions">${form.submitButton('Sign in')}</p>
      </form>
      <p class="aside">New here? <a href="/register?next=${encodeURIComponent(next)}">Create an account</a></p>
    </section>`,
  };
}
