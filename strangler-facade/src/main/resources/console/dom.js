// Small helpers to build the page. Text is only ever set as text.
export const byId = (id) => document.getElementById(id);

export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') element.className = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'text') element.textContent = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false && child !== ''));
  return element;
}

/**
 * A table that scrolls by itself where it is too wide; then the keyboard reaches it too. On a phone each row is a card whose
 * cells say the name of their column.
 */
export function table(name, heads, rows) {
  for (const cells of rows) cells.forEach((one, column) => heads[column] && one.setAttribute('data-head', heads[column]));
  return make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': name },
    make('table', { role: 'table' },
      make('thead', { role: 'rowgroup' }, make('tr', { role: 'row' }, heads.map((head) => make('th', { scope: 'col', role: 'columnheader' }, head || make('span', { class: 'sr', text: 'More' }))))),
      make('tbody', { role: 'rowgroup' }, rows.map((cells) => make('tr', { role: 'row' }, cells)))));
}

/** @param content a text, an element, or several of them */
export const cell = (content, name) => make('td', { class: name, role: 'cell' }, content ?? '');

export function millis(value) {
  if (value === null || value === undefined) return '–';
  if (value >= 10000) return `${(value / 1000).toFixed(1)} s`;
  if (value >= 100) return `${Math.round(value)} ms`;
  return `${Number(value.toPrecision(2))} ms`;
}

export const when = (instant) => new Date(instant).toLocaleString();
export const count = (value) => value.toLocaleString('en-GB');
export const percent = (value) => `${Number(value.toFixed(2))} %`;

export function bytes(value) {
  if (value === null || value === undefined) return 'not known';
  if (value < 1024) return `${value} B`;
  return value < 1048576 ? `${(value / 1024).toFixed(1)} KiB` : `${(value / 1048576).toFixed(1)} MiB`;
}

/** Puts new content in a place only when what it shows has changed; what was unfolded and focused stays so. */
export function show(place, data, build) {
  const now = JSON.stringify(data);
  if (place.dataset.shown === now) return;
  place.dataset.shown = now;
  const open = new Set([...place.querySelectorAll('details[open]')].map((one) => one.dataset.key));
  const focused = place.contains(document.activeElement) ? document.activeElement.closest('[data-key]')?.dataset.key : undefined;
  place.replaceChildren(...[build()].flat(Infinity).filter(Boolean));
  for (const one of place.querySelectorAll('details')) if (open.has(one.dataset.key)) one.open = true;
  if (focused) place.querySelector(`[data-key="${CSS.escape(focused)}"] summary`)?.focus();
}

export function folded(key, title, ...content) {
  return make('details', { 'data-key': key }, make('summary', {}, title), ...content);
}
