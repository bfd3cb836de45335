import { html, nothing } from '../lib/lit-html.js';
import { request } from '../core/api.js';
import { Form, required, whole } from '../core/form.js';
import { amountOf, amountText } from '../core/format.js';
import { loaded, show } from '../core/load.js';
import { go } from '../core/router.js';
import { CURRENCIES } from '../core/words.js';
import { rowSkeleton } from './card.js';
import { say } from './layer.js';

/** The fields that all adverts have. */
export const terms = (form, known = {}) => {
  const currency = form.value('currency', known.currency ?? 'EUR');
  const money = (amount) => (amount === undefined ? '' : amountText(amount, currency));
  return html`<fieldset class="group"><legend>Price and terms</legend><div class="grid">
    ${form.field('pricePerDay', 'Price a day', { value: money(known.pricePerDay), inputmode: 'decimal', placeholder: '29.00' })}
    ${form.field('currency', 'Currency', { value: currency, choices: Object.fromEntries(CURRENCIES.map((code) => [code, code])) })}
    ${form.field('lateFeePerDay', 'Late fee a day', { value: money(known.lateFeePerDay), inputmode: 'decimal', placeholder: '15.00', hint: 'Charged for each day somebody returns it late.' })}
    ${form.field('minDays', 'Shortest rental in days', { value: known.minDays ?? 1, inputmode: 'numeric' })}
    ${form.field('maxDays', 'Longest rental in days', { value: known.maxDays ?? 30, inputmode: 'numeric' })}
  </div></fieldset>`;
};

export function checkTerms(data) {
  const errors = required(data, 'pricePerDay', 'lateFeePerDay', 'minDays', 'maxDays');
  for (const name of ['pricePerDay', 'lateFeePerDay']) {
    if (!errors[name] && Number.isNaN(amountOf(data.get(name), data.get('currency')))) errors[name] = 'must be an amount like 29.00';
  }
  return errors;
}

export const termsOf = (data) => ({
  pricePerDay: amountOf(data.get('pricePerDay'), data.get('currency')),
  lateFeePerDay: amountOf(data.get('lateFeePerDay'), data.get('currency')),
  currency: data.get('currency'),
  minDays: whole(data, 'minDays'),
  maxDays: whole(data, 'maxDays'),
});

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Creating and editing an advert. When somebody else (or another tab) has saved in the meantime, what is typed stays, the
 * differences are named, and the person chooses.
 */
export function advertPage(context, { name, collection, path, load, title, fields, check, body, pageOf, back, known }) {
  const form = new Form(context.update, path ? `${name}.${path}` : `${name}.new`);
  let etag = null;
  let conflict = null;
  const state = path
    ? loaded(context.update, async () => {
      const answer = await request('GET', path);
      etag = answer.etag;
      return answer.data;
    })
    : loaded(context.update, load ?? (async () => ({})));

  async function send(data) {
    const sent = body(data, state.data);
    try {
      const answer = path ? await request('PUT', path, { body: sent, etag }) : await request('POST', collection, { body: sent });
      conflict = null;
      form.forget();
      say(path ? 'Your advert is saved.' : 'Your advert is online.');
      go(pageOf(answer.data));
    } catch (problem) {
      if (problem.status === 412 && path) {
        await compare(sent);
        return;
      }
      throw problem;
    }
  }

  async function compare(sent) {
    const answer = await request('GET', path);
    conflict = {
      etag: answer.etag,
      data: answer.data,
      fields: Object.keys(sent).filter((field) => !same(sent[field], answer.data[field])),
    };
    context.update();
    requestAnimationFrame(() => document.querySelector('.conflict')?.focus());
  }

  const keepMine = (event) => {
    etag = conflict.etag;
    conflict = null;
    event.currentTarget.form.requestSubmit();
  };
  const takeTheirs = () => {
    form.forget();
    conflict = null;
    state.data = undefined;
    context.update();
    state.reload();
  };

  const clash = () => (conflict ? html`<div class="form-message bad conflict" role="alert" tabindex="-1">
    <p><strong>This advert was changed elsewhere in the meantime.</strong> Nothing of yours is lost: your version is still in the form.</p>
    ${conflict.fields.length ? html`<p>It differs in: ${conflict.fields.map((field) => form.labels?.[field] ?? words(field)).join(', ')}.</p>` : html`<p>Both versions are the same now.</p>`}
    <p class="actions"><button class="button small" type="button" @click=${keepMine}>Save my version</button>
      <button class="button quiet small" type="button" @click=${takeTheirs}>Take the other version</button></p></div>` : nothing);

  const view = (data) => html`<form class="panel advert-form" novalidate @input=${form.keep} @submit=${form.submit(check, send)}>
    ${form.restored ? html`<p class="soft">Your unsaved changes are still here.</p>` : nothing}
    ${fields(form, path ? data : known ?? data, context)}
    ${terms(form, path ? data : {})}
    ${clash()}${form.notice}
    <p class="actions">${form.submitButton(path ? 'Save' : 'Put it online')}<a class="button quiet" href=${back}>Cancel</a></p>
  </form>`;

  return {
    title: () => title,
    view: () => html`<p class="crumbs"><a href="/adverts">My adverts</a></p><h1 tabindex="-1">${title}</h1>
      ${show(state, rowSkeleton(5), view)}`,
  };
}

/** pricePerDay as people say it: price per day. */
const words = (field) => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
