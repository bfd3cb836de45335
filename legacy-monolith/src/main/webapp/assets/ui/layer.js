import { html, nothing, render } from '../lib/lit-html.js';
import { repeat } from '../lib/directives/repeat.js';
import { icon } from './icons.js';

const TOAST_MILLIS = 7000;
const layer = document.getElementById('layer');
const polite = document.getElementById('polite');

let toasts = [];
let dialog = null;
let next = 1;

const draw = () => render(
  html`${dialog ? dialog.view() : nothing}
    <div class="toasts">${repeat(toasts, (toast) => toast.id, (toast) => html`
      <div class="toast">
        ${toast.path ? html`<a href=${toast.path} @click=${() => dismiss(toast.id)}>${toast.text}</a>` : html`<span>${toast.text}</span>`}
        <button class="plain" type="button" aria-label="Dismiss" @click=${() => dismiss(toast.id)}>${icon('close')}</button>
      </div>`)}</div>`,
  layer,
);

function dismiss(id) {
  toasts = toasts.filter((toast) => toast.id !== id);
  draw();
}

/** Says something to eyes and ears without taking the focus. */
export function say(text, path = null) {
  const id = next;
  next += 1;
  toasts = [...toasts.slice(-2), { id, text, path }];
  polite.textContent = text;
  draw();
  setTimeout(() => dismiss(id), TOAST_MILLIS);
}

/** Opens a modal dialog; `content(close)` draws it. Resolves to what it was closed with. */
export function ask(title, content) {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const close = (value) => {
      layer.querySelector('dialog')?.close();
      dialog = null;
      draw();
      before?.focus?.();
      resolve(value);
    };
    dialog = {
      close,
      view: () => html`<dialog class="dialog" aria-labelledby="dialog-title" @cancel=${(event) => { event.preventDefault(); close(undefined); }}>
        <h2 id="dialog-title">${title}</h2>${content(close)}</dialog>`,
    };
    draw();
    layer.querySelector('dialog').showModal();
  });
}

/** Draws the open dialog again. */
export const redrawDialog = draw;

/** A question with two answers. */
export const confirmed = (title, text, yes) => ask(title, (close) => html`
  <p>${text}</p>
  <p class="actions"><button class="button" type="button" @click=${() => close(true)}>${yes}</button>
    <button class="button quiet" type="button" @click=${() => close(false)}>Leave it</button></p>`);
