import { html } from '../lib/lit-html.js';
import { Form, required } from '../core/form.js';
import { session, signIn } from '../core/session.js';
import { go, loginAddress } from '../core/router.js';
import { ask, redrawDialog, say } from './layer.js';

let asking = null;

/**
 * The sign-in has ended while somebody was at work: asks for the password right where they are, so that nothing typed is
 * lost. Resolves to true when the same person is back.
 */
export function signInAgain() {
  if (!session.user) {
    go(loginAddress());
    return Promise.resolve(false);
  }
  asking ??= open().finally(() => { asking = null; });
  return asking;
}

async function open() {
  const { user } = session;
  const form = new Form(redrawDialog);
  const back = await ask('Please sign in again', (close) => html`
    <p>You were signed out because some time has passed. What you typed is still here.</p>
    <form novalidate @submit=${form.submit((data) => required(data, 'password'), async (data) => {
      await signIn(user.email, data.get('password'));
      close(true);
    })}>
      <p class="soft">Signed in as <strong>${user.email}</strong></p>
      <input class="sr" type="text" name="username" autocomplete="username" value=${user.email} tabindex="-1" aria-hidden="true" readonly>
      ${form.field('password', 'Password', { type: 'password', autocomplete: 'current-password', id: 'again-password' })}
      ${form.notice}
      <p class="actions">${form.submitButton('Sign in and go on')}
        <button class="button quiet" type="button" @click=${() => close(false)}>Not now</button></p>
    </form>`);
  if (back) say('Welcome back. You can go on where you were.');
  return back === true;
}
