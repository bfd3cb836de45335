import { html, nothing } from '../lib/lit-html.js';
import { get, query } from './api.js';
import { sentence } from './problem.js';

/**
 * Something a page shows once it is there. `load` gives a promise; `update` draws the page again. After the first time a
 * reload leaves the old content standing until the new one is there, so that nothing jumps.
 */
export function loaded(update, load) {
  const state = { data: undefined, problem: null, loading: true, done: null, reload };
  let turn = 0;
  async function reload() {
    turn += 1;
    const mine = turn;
    state.loading = true;
    state.problem = null;
    update();
    try {
      const data = await load();
      if (mine === turn) state.data = data;
    } catch (problem) {
      if (mine === turn) state.problem = problem;
    }
    if (mine === turn) {
      state.loading = false;
      update();
    }
  }
  state.done = reload();
  return state;
}

/** A list of the API, page by page. `path` may be a function and is asked for anew at each reload. */
export function paged(update, path, parameters = () => ({}), limit = 20) {
  const where = () => (typeof path === 'function' ? path() : path);
  const list = loaded(update, async () => {
    const page = await get(where() + query({ ...parameters(), limit }));
    list.cursor = page.nextCursor;
    list.page = page;
    return page.items;
  });
  list.more = async () => {
    list.fetching = true;
    update();
    try {
      const page = await get(where() + query({ ...parameters(), limit, cursor: list.cursor }));
      const known = new Set(list.data.map((item) => `${item.type ?? ''}${item.id}`));
      list.data = [...list.data, ...page.items.filter((item) => !known.has(`${item.type ?? ''}${item.id}`))];
      list.cursor = page.nextCursor;
    } catch (problem) {
      list.moreProblem = problem;
    }
    list.fetching = false;
    update();
  };
  return list;
}

const reasons = ({ errors = [] }) => errors.map(({ field, reason }) => ` ${field} ${reason}.`).join('');

/** What stands where content should be when it could not be had. */
export const failed = (problem, retry) => html`
  <div class="notice bad" role="alert">
    <p><strong>${problem.title ?? 'Something went wrong'}.</strong> ${sentence(problem)}${reasons(problem)}</p>
    <button class="button quiet" type="button" @click=${retry}>Try again</button>
  </div>`;

/** Shows content, or that it is coming, or that it could not be had. */
export function show(state, skeleton, content) {
  if (state.problem && (state.data === undefined || state.problem.status === 404)) return failed(state.problem, state.reload);
  if (state.data === undefined) return html`<div aria-busy="true"><span class="sr">Loading…</span>${skeleton}</div>`;
  return content(state.data);
}

export const more = (list) => (list.cursor
  ? html`<p class="more"><button class="button quiet" type="button" ?disabled=${list.fetching} @click=${list.more}>
      ${list.fetching ? 'Loading…' : 'Show more'}</button></p>`
  : nothing);
