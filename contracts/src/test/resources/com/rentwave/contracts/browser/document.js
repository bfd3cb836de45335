// What the pages' modules use of a document: elements made of templates, without looks.
(() => {
  const HOLE = '\u0001';
  const TOKEN = /<!--[^]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|[^<]+/g;
  const ATTRIBUTE = /([@?.]?[\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
  const EMPTY = new Set(['input', 'br', 'hr', 'img', 'path', 'link', 'meta']);
  const SELECTOR = /([#.]?)([\w-]+)|\[([\w-]+)(?:="?([^\]"]*)"?)?\]/g;

  /** What somebody has typed, by the name of the field: it stays when the page is drawn again. */
  let typed = {};

  class Element {
    constructor(tag, parent = null) {
      Object.assign(this, { tag, parent, attributes: {}, listeners: {}, children: [], dataset: {} });
      this.classList = { toggle() {}, add() {}, remove() {} };
    }

    get id() { return this.attributes.id; }
    get name() { return this.attributes.name; }
    get type() { return this.attributes.type; }
    get href() { return new URL(this.attributes.href, location.origin).href; }
    get form() { return this.closest('form'); }
    get textContent() { return this.children.map((child) => child.textContent ?? child).join(''); }
    set textContent(text) { this.children = [text]; }
    get checked() { return typed[this.name] === undefined ? 'checked' in this.attributes : [typed[this.name]].flat().includes(this.attributes.value); }

    get options() { return this.querySelectorAll('option'); }
    get value() {
      const known = typed[this.name ?? this.id];
      if (known !== undefined && this.type !== 'checkbox' && this.type !== 'radio') return known;
      if (this.tag !== 'select') return String(this.attributes.value ?? this.defaultValue ?? '');
      const chosen = this.options.find((option) => 'selected' in option.attributes) ?? this.options[0];
      return chosen?.attributes.value ?? '';
    }
    set value(value) { typed[this.name ?? this.id] = value; }

    get elements() { return Object.fromEntries(this.controls.map((control) => [control.name, control])); }
    get controls() { return this.all.filter(({ tag, name }) => name && ['input', 'select', 'textarea'].includes(tag)); }
    get all() { return this.children.flatMap((child) => (child instanceof Element ? [child, ...child.all] : [])); }

    hasAttribute(name) { return name in this.attributes; }
    setAttribute(name, value) { this.attributes[name] = value; }
    removeAttribute(name) { delete this.attributes[name]; }
    focus() {}
    showModal() {}
    close() {}
    requestSubmit() { dispatch(this, 'submit'); }
    contains(other) { return other === this || this.all.includes(other); }
    addEventListener(type, listener) { (this.listeners[type] ??= []).push(listener); }

    closest(selector) {
      for (let one = this; one; one = one.parent) if (one.matches(selector)) return one;
      return null;
    }

    matches(selector) {
      const [last, ...rest] = selector.trim().split(/\s+/).reverse();
      for (const [, kind, word, attribute, value] of last.matchAll(SELECTOR)) {
        const has = attribute
          ? this.hasAttribute(attribute) && (value === undefined || this.attributes[attribute] === value)
          : { '#': () => this.id === word, '.': () => (this.attributes.class ?? '').split(/\s+/).includes(word), '': () => this.tag === word }[kind]();
        if (!has) return false;
      }
      return rest.length === 0 || Boolean(this.parent?.closest(rest.reverse().join(' ')));
    }

    querySelector(selector) { return this.querySelectorAll(selector)[0] ?? null; }
    querySelectorAll(selector) { return this.all.filter((one) => one.matches(selector)); }

    /** Draws a template, once somebody looks. */
    show(template) { this.template = template; }

    get children() {
      const { template } = this;
      if (template) {
        this.template = null;
        this.parts = [];
        draw(template, this);
      }
      return this.parts;
    }
    set children(parts) { this.parts = parts; }
  }

  function draw(value, into) {
    if (value === null || value === undefined || value === '') return;
    if (Array.isArray(value)) value.forEach((one) => draw(one, into));
    else if (value.strings) drawTemplate(value, into);
    else into.children.push(String(value));
  }

  function drawTemplate({ strings, values }, top) {
    let next = 0;
    let into = top;
    const filled = (text) => text.replaceAll(HOLE, () => values[next++] ?? '');
    for (const [token, closing, tag, attributes, closed] of strings.join(HOLE).matchAll(TOKEN)) {
      if (closing) {
        into = into.parent;
      } else if (tag) {
        const element = new Element(tag, into);
        into.children.push(element);
        for (const [, name, ...texts] of attributes.matchAll(ATTRIBUTE)) {
          const text = texts.find((one) => one !== undefined) ?? '';
          const value = text === HOLE ? values[next++] : filled(text);
          if (name[0] === '@') { if (value) element.addEventListener(name.slice(1), value); }
          else if (name[0] === '?') { if (value) element.attributes[name.slice(1)] = ''; }
          else if (name[0] === '.') element[name.slice(1) === 'value' ? 'defaultValue' : name.slice(1)] = value;
          else if (value !== null && value !== undefined) element.attributes[name] = String(value);
          if (name.startsWith('data-')) element.dataset[name.slice(5)] = value;
        }
        if (!closed && !EMPTY.has(tag)) into = element;
      } else if (!token.startsWith('<')) {
        token.split(HOLE).forEach((text, i) => {
          if (i > 0) draw(values[next++], into);
          if (text) into.children.push(text.replace(/\s+/g, ' '));
        });
      }
    }
  }

  function dispatch(target, type) {
    const event = { type, target, button: 0, defaultPrevented: false, preventDefault() { this.defaultPrevented = true; } };
    for (let one = target; one; one = one.parent ?? (one === document ? null : document)) {
      event.currentTarget = one;
      for (const listener of one.listeners[type] ?? []) listener(event);
    }
    return event;
  }

  globalThis.FormData = class {
    constructor(form) {
      this.entries = form.controls
        .filter((control) => !['checkbox', 'radio'].includes(control.type) || control.checked)
        .map((control) => [control.name, ['checkbox', 'radio'].includes(control.type) ? control.attributes.value : control.value]);
    }
    get(name) { return this.getAll(name)[0] ?? null; }
    getAll(name) { return this.entries.filter(([one]) => one === name).map(([, value]) => value); }
    [Symbol.iterator]() { return this.entries[Symbol.iterator](); }
  };

  globalThis.document = Object.assign(new Element('html'), { hidden: false, activeElement: null, title: '' });
  document.documentElement = document;
  document.getElementById = (id) => document.all.find((one) => one.id === id) ?? null;
  for (const id of ['top', 'main', 'bottom', 'layer', 'polite']) {
    const element = new Element(id === 'main' ? 'main' : 'div', document);
    element.attributes.id = id;
    document.children.push(element);
  }

  const spoken = (element) => [element.attributes['aria-label'], element.textContent.replace(/\s+/g, ' ').trim()];

  /** What a person does with a document. */
  globalThis.person = {
    type(name, ...values) { typed[name] = values.length === 1 ? values[0] : values; },
    press(label) {
      const open = (tag) => document.querySelectorAll(tag).filter((one) => !one.hasAttribute('disabled'));
      const called = (tag, fits) => open(tag).filter((one) => spoken(one).some((words) => words && fits(words)));
      const exactly = (words) => words === label;
      const roughly = (words) => words.startsWith(label);
      const button = [called('button', exactly), called('a', exactly), called('button', roughly), called('a', roughly)].find((found) => found.length)?.at(-1);
      if (!button) throw new Error(`there is no button "${label}" in: ${person.reads()}`);
      dispatch(button, 'click');
      if (button.type === 'submit') dispatch(button.form, 'submit');
    },
    choose(id, value) {
      const control = document.getElementById(id);
      if (!control) throw new Error(`there is no field ${id} in: ${person.reads()}`);
      control.value = value;
      dispatch(control, 'change');
    },
    check(label) {
      const found = document.querySelectorAll('label').find((one) => spoken(one)[1] === label);
      const box = found.querySelector('input');
      Object.defineProperty(box, 'checked', { value: !('checked' in box.attributes) });
      dispatch(box, 'change');
    },
    labels() { return document.all.map((one) => one.attributes['aria-label']).filter(Boolean); },
    reads() { return document.textContent.replace(/\s+/g, ' ').trim(); },
  };
})();
