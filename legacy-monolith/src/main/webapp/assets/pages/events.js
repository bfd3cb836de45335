import { html, nothing } from '../lib/lit-html.js';
import { repeat } from '../lib/directives/repeat.js';
import { get, query as queryOf } from '../core/api.js';
import { exactTime } from '../core/format.js';
import { more, paged, show } from '../core/load.js';
import { readdress } from '../core/router.js';
import { EVENT_TYPES } from '../core/words.js';
import { empty, rowSkeleton } from '../ui/card.js';
import { icon } from '../ui/icons.js';

const EVERY = 2000;

export default function events({ query, update }) {
  const filters = { type: query.get('type') ?? '', aggregate: query.get('aggregate') ?? '' };
  let list = paged(update, '/events', () => filters, 50);
  let live = true;
  let fresh = new Set();
  const timer = setInterval(look, EVERY);

  /** New ones go on top; what stands there stays. */
  async function look() {
    if (!live || document.hidden || !list.data || list.loading) return;
    const asked = list;
    try {
      const page = await get(`/events${queryOf({ ...filters, limit: 50 })}`, { quiet: true });
      const known = new Set(list.data.map(({ id }) => id));
      const added = page.items.filter(({ id }) => !known.has(id));
      if (asked !== list || added.length === 0) return;
      fresh = new Set(added.map(({ id }) => id));
      list.data = [...added, ...list.data];
      list.cursor ??= page.nextCursor;
      update();
    } catch {
      // The next look may see more.
    }
  }

  const set = (name, value) => {
    filters[name] = value.trim();
    readdress(`/events${queryOf(filters)}`);
    list = paged(update, '/events', () => filters, 50);
    update();
  };
  const only = (aggregate) => () => {
    document.getElementById('e-aggregate').value = aggregate;
    set('aggregate', aggregate);
  };

  const row = (event) => {
    const aggregate = `${event.aggregate.type}:${event.aggregate.id}`;
    return html`<tr class=${fresh.has(event.id) ? 'fresh' : ''}>
      <td class="nowrap"><time datetime=${event.time}>${exactTime(event.time)}</time></td>
      <td><span class="tag event-${event.type.split('.')[0]}">${event.type}</span></td>
      <td><button class="link" type="button" @click=${only(aggregate)}>${aggregate}</button></td>
      <td>${event.actor ? html`<a href="/users/${event.actor}">user ${event.actor}</a>` : html`<span class="soft">none</span>`}</td>
      <td class="soft">${event.source ?? ''}</td>
      <td class="data"><details><summary>Data</summary><pre>${JSON.stringify(event.data, null, 1)}</pre>${event.trace ? html`<p class="soft">trace ${event.trace}</p>` : nothing}</details></td></tr>`;
  };

  return {
    title: () => 'Event log',
    leave: () => clearInterval(timer),
    view: () => html`<div class="head"><h1 tabindex="-1">Event log</h1><div class="head-tools">
        <button class="button quiet small" type="button" aria-pressed=${live ? 'true' : 'false'} @click=${() => { live = !live; update(); }}>${icon(live ? 'pause' : 'play')}${live ? 'Live' : 'Stopped'}</button></div></div>
      <div class="bar"><div class="field"><label for="e-type">Type</label><select id="e-type" @change=${(event) => set('type', event.target.value)}>
          <option value="">Every type</option>${EVENT_TYPES.map((type) => html`<option value=${type} ?selected=${filters.type === type}>${type}</option>`)}</select></div>
        <div class="field"><label for="e-aggregate">Thing</label><input id="e-aggregate" value=${filters.aggregate} placeholder="vehicle:5" @change=${(event) => set('aggregate', event.target.value)}></div></div>
      ${show(list, rowSkeleton(8), (items) => (items.length === 0
    ? empty('No events', 'Nothing has happened yet that fits these filters.')
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Events"><table class="list log"><thead><tr><th scope="col">When</th><th scope="col">Type</th><th scope="col">Thing</th><th scope="col">Who</th><th scope="col">Source</th><th scope="col">Data</th></tr></thead>
        <tbody>${repeat(items, ({ id }) => id, row)}</tbody></table></div>${more(list)}`))}`,
  };
}
