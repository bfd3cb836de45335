import { html } from '../lib/lit-html.js';
import { Form, required } from '../core/form.js';
import { go, ownPath } from '../core/router.js';
import { register as registerUser } from '../core/session.js';
import { say } from '../ui/layer.js';

const LEAST = 8;

export default function register({ query, update }) {
  const form = new Form(update, 'register');
  const next = ownPath(query.get('next'));
  const check = (data) => {
    const errors = required(data, 'name', 'email', 'password');
    if (!errors.email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(data.get('email').trim())) errors.email = 'must look like name@example.org';
    if (!errors.password && [...data.get('password')].length < LEAST) errors.password = `must have at least ${LEAST} characters`;
    return errors;
  };
  const submit = form.submit(check, async (data) => {
    const user = await registerUser(data.get('name'), data.get('email'), data.get('password'));
    say(`Welcome to RentWave, ${user.name}.`);
    go(next, { replace: true });
  });
  return {
    title: () => 'Create an account',
    view: () => html`<section class="narrow panel">
      <h1 tabindex="-1">Create an account</h1>
      <p class="soft">It takes ten seconds and costs nothing.</p>
      <form novalidate @submit=${submit} @input=${form.keep}>
        ${form.field('name', 'Your name', { autocomplete: 'name', maxlength: 80 })}
        ${form.field('email', 'E-mail', { type: 'email', autocomplete: 'username', inputmode: 'email', spellcheck: 'false' })}
        ${form.field('password', 'Password', { type: 'password', autocomplete: 'new-password', hint: `At least ${LEAST} characters. It never leaves your browser as you typed it.` })}
        ${form.notice}
        <p class="actions">${form.submitButton('Create account')}</p>
      </form>
      <p class="aside">Already registered? <a href="/login?next=${encodeURIComponent(next)}">Sign in</a></p>
    </section>`,
  };
}
