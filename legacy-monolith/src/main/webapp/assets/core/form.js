import { html, nothing } from '../lib/lit-html.js';
import { ifDefined } from '../lib/directives/if-defined.js';
import { Problem, sentence } from './problem.js';

const PREFIX = 'rentwave.draft.';

/**
 * A form: what is wrong with it, whether it is being sent, and what was typed, which survives a reload until it was saved.
 * The fields themselves keep what is typed; drawing the page again never touches it.
 */
export class Form {
  constructor(update, name) {
    this.update = update;
    this.name = name;
    this.errors = {};
    this.message = '';
    this.busy = false;
    this.draft = name ? this.#read() : {};
  }

  /** What somebody typed earlier, else what is known. */
  value(field, known) {
    return this.draft[field] ?? known;
  }

  get restored() {
    return Object.keys(this.draft).length > 0;
  }

  /** Handler of `input`: keeps what is typed, but never a password. */
  keep = (event) => {
    if (!this.name) return;
    const values = {};
    for (const [field, value] of new FormData(event.currentTarget)) {
      const secret = event.currentTarget.elements[field]?.type === 'password';
      if (!secret) values[field] = field in values ? [values[field], value].flat() : value;
    }
    try {
      sessionStorage.setItem(PREFIX + this.name, JSON.stringify(values));
    } catch {
      // Nothing is lost but the comfort.
    }
  };

  forget() {
    this.draft = {};
    if (this.name) sessionStorage.removeItem(PREFIX + this.name);
  }

  /** Handler of `submit`: `check` gives errors by field, `action` sends; a problem's errors go to their fields. */
  submit = (check, action) => async (event) => {
    event.preventDefault();
    if (this.busy) return;
    const form = event.currentTarget;
    const data = new FormData(form);
    this.message = '';
    this.errors = check(data);
    if (Object.keys(this.errors).length === 0) {
      this.busy = true;
      this.update();
      try {
        await action(data);
        this.forget();
      } catch (problem) {
        this.#blame(problem);
      }
      this.busy = false;
    } else {
      this.message = 'Please look at the marked fields.';
    }
    this.update();
    if (this.message) requestAnimationFrame(() => (form.querySelector('[aria-invalid=true]') ?? form.querySelector('.form-message'))?.focus());
  };

  #blame(problem) {
    if (!(problem instanceof Problem)) console.error(problem);
    this.message = sentence(problem);
    for (const { field, reason } of problem.errors ?? []) this.errors[field.split('.')[0]] = reason;
  }

  #read() {
    try {
      return JSON.parse(sessionStorage.getItem(PREFIX + this.name)) ?? {};
    } catch {
      return {};
    }
  }

  /** The message above the button. */
  get notice() {
    return this.message ? html`<p class="form-message bad" role="alert" tabindex="-1">${this.message}</p>` : nothing;
  }

  /** One labelled field. */
  field(name, label, options = {}) {
    const error = this.errors[name];
    const id = options.id ?? `f-${name}`;
    const described = [options.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
    return html`<div class="field ${options.wide ? 'wide' : ''}">
      <label for=${id}>${label}${options.optional ? html` <span class="soft">(optional)</span>` : nothing}</label>
      ${this.#control(name, id, described, error, options)}
      ${options.hint ? html`<p class="hint" id="${id}-hint">${options.hint}</p>` : nothing}
      ${error ? html`<p class="error" id="${id}-error">${label} ${error}.</p>` : nothing}
    </div>`;
  }

  #control(name, id, described, error, options) {
    const value = this.value(name, options.value ?? '');
    const invalid = error ? 'true' : undefined;
    if (options.choices) {
      return html`<select id=${id} name=${name} aria-describedby=${ifDefined(described)} aria-invalid=${ifDefined(invalid)} @change=${options.onchange}>
        ${options.blank === undefined ? nothing : html`<option value="" ?selected=${value === ''}>${options.blank}</option>`}
        ${Object.entries(options.choices).map(([word, text]) => html`<option value=${word} ?selected=${word === String(value)}>${text}</option>`)}
      </select>`;
    }
    if (options.rows) {
      return html`<textarea id=${id} name=${name} rows=${options.rows} maxlength=${ifDefined(options.maxlength)}
        
        .defaultValue=${String(value)} aria-describedby=${ifDefined(described)} aria-invalid=${ifDefined(invalid)}></textarea>`;
    }
    return html`<span class="control">${options.before ? html`<span class="affix">${options.before}</span>` : nothing}<input
      id=${id} name=${name} type=${options.type ?? 'text'} value=${value} inputmode=${ifDefined(options.inputmode)}
      autocomplete=${ifDefined(options.autocomplete)} maxlength=${ifDefined(options.maxlength)} min=${ifDefined(options.min)}
      max=${ifDefined(options.max)} placeholder=${ifDefined(options.placeholder)} spellcheck=${ifDefined(options.spellcheck)}
      aria-describedby=${ifDefined(described)} aria-invalid=${ifDefined(invalid)} aria-required=${ifDefined(options.optional ? undefined : 'true')}
      @input=${options.oninput}>${options.after ? html`<span class="affix">${options.after}</span>` : nothing}</span>`;
  }

  submitButton(label, busy = 'One moment…') {
    return html`<button class="button" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>${this.busy ? busy : label}</button>`;
  }
}

/** Errors of the fields that must not be empty. */
export function required(data, ...names) {
  const errors = {};
  for (const name of names) if (!String(data.get(name) ?? '').trim()) errors[name] = 'is required';
  return errors;
}

/** A whole number, or what was typed when it is none, so that the API's reason can say it. */
export const whole = (data, name) => {
  const text = String(data.get(name) ?? '').trim();
  return /^-?\d+$/.test(text) ? Number(text) : text === '' ? null : text;
};
export const text = (data, name) => String(data.get(name) ?? '').trim();
