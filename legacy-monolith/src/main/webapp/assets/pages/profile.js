import { html } from '../lib/lit-html.js';
import { request } from '../core/api.js';
import { Form, required, text } from '../core/form.js';
import { loaded, show } from '../core/load.js';
import { renamed } from '../core/session.js';
import { rowSkeleton } from '../ui/card.js';
import { say } from '../ui/layer.js';

export default function profile({ update }) {
  const form = new Form(update, 'profile');
  let etag = null;
  const state = loaded(update, async () => {
    const answer = await request('GET', '/users/me');
    etag = answer.etag;
    return answer.data;
  });
  const save = form.submit((data) => required(data, 'name'), async (data) => {
    const body = { name: text(data, 'name'), about: text(data, 'about'), place: text(data, 'place') };
    try {
      const answer = await request('PUT', '/users/me', { body, etag });
      etag = answer.etag ?? etag;
      state.data = { ...state.data, ...answer.data };
      renamed(state.data);
      say('Your profile is saved.');
    } catch (problem) {
      if (problem.status === 412) etag = (await request('GET', '/users/me')).etag;
      throw problem;
    }
  });
  const view = (user) => html`<form class="panel narrow-form" novalidate @submit=${save} @input=${form.keep}>
    ${form.field('name', 'Name', { value: user.name, autocomplete: 'name', maxlength: 80 })}
    ${form.field('place', 'Place', { value: user.place, optional: true, maxlength: 80, autocomplete: 'address-level2' })}
    ${form.field('about', 'About you', { value: user.about, rows: 4, optional: true, hint: 'Others see this on your page.' })}
    ${form.notice}
    <p class="actions">${form.submitButton('Save')}<a class="button quiet" href="/users/${user.id}">See my page</a></p>
    <p class="soft">Signed in as ${user.email}. The e-mail address cannot be changed.</p>
  </form>`;
  return {
    title: () => 'Profile',
    view: () => html`<h1 tabindex="-1">Profile</h1>${show(state, rowSkeleton(3), view)}`,
  };
}
