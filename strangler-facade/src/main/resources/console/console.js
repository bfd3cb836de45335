const PHASES = ['LEGACY', 'SYNCED', 'SHADOW', 'CANARY', 'READS', 'OWNED'];
const TOKEN = 'rentwave.operator';
const WORDS = { DONE: ['✓ done', 'good'], RUNNING: ['… running', 'wait'], FAILED: ['✗ failed', 'bad'], REFUSED: ['✗ refused', 'bad'], ABORTED: ['✗ aborted', 'bad'] };

const byId = (id) => document.getElementById(id);
const cards = new Map();
let timer;

class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

async function ask(path, order) {
  const answer = await fetch(path, {
    method: order ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${sessionStorage.getItem(TOKEN)}`, ...(order && { 'content-type': 'application/json' }) },
    body: order && JSON.stringify(order),
    cache: 'no-store',
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem(answer.status, body.detail ?? `The console answered ${answer.status}.`);
  return body;
}

function make(tag, text, name) {
  const element = document.createElement(tag);
  if (text !== undefined && text !== null) element.textContent = text;
  if (name) element.className = name;
  return element;
}

function table(heads, rows) {
  const wrapper = make('div', null, 'scroll');
  const element = wrapper.appendChild(make('table'));
  const head = element.appendChild(make('thead')).appendChild(make('tr'));
  for (const text of heads) head.append(Object.assign(make('th', text), { scope: 'col' }));
  const body = element.appendChild(make('tbody'));
  for (const cells of rows) body.appendChild(make('tr')).append(...cells);
  return wrapper;
}

function word(state) {
  const [text, name] = WORDS[state] ?? [state, ''];
  return make('td', text, name);
}

const millis = (value) => make('td', value < 10000 ? `${value} ms` : `${(value / 1000).toFixed(1)} s`, 'number');

function gatesTable(reasons) {
  return table(['Gate', 'Answer', 'Reason'], reasons.map((reason) => [
    make('td', reason.gate),
    make('td', reason.ok ? '✓ yes' : '✗ no', reason.ok ? 'good' : 'bad'),
    make('td', reason.reason, 'text'),
  ]));
}

function stepsTable(steps) {
  return table(['Phase', 'Step', 'State', 'Time', ''], steps.map((step) => [
    make('td', step.phase),
    make('td', step.attempt > 1 ? `${step.step} (attempt ${step.attempt})` : step.step),
    word(step.state),
    millis(step.durationMs),
    make('td', step.detail, 'text'),
  ]));
}

function folded(title, ...content) {
  const details = make('details');
  details.append(make('summary', title), ...content);
  return details;
}

function ladder(card, api, running) {
  const here = PHASES.indexOf(api.phase);
  const entering = running?.steps.at(-1)?.phase;
  card.querySelector('.ladder').replaceChildren(...PHASES.map((phase, place) => {
    const name = place === here ? 'here' : place < here ? 'passed' : '';
    const item = make('li', phase, phase === entering && place !== here ? `${name} entering` : name);
    if (place === here) item.setAttribute('aria-current', 'step');
    return item;
  }));
}

function targets(card, api) {
  const select = card.querySelector('.target');
  const possible = PHASES.slice(PHASES.indexOf(api.phase) + 1);
  if (select.dataset.phase !== api.phase) {
    select.replaceChildren(...possible.map((phase) => make('option', phase)));
    select.dataset.phase = api.phase;
  }
  const busy = api.running !== null;
  for (const name of ['move', 'plan', 'check']) card.querySelector(`.${name}`).disabled = possible.length === 0 || (busy && name === 'move');
  select.disabled = possible.length === 0;
  card.querySelector('.rollback').disabled = busy || api.phase === 'LEGACY';
}

function history(card, moves) {
  const place = card.querySelector('.history');
  const newest = moves.map((move) => `${move.id}${move.state}`).join();
  if (place.dataset.shown === newest) return;
  place.dataset.shown = newest;
  if (moves.length === 0) {
    place.replaceChildren(make('p', 'None yet.', 'empty'));
    return;
  }
  place.replaceChildren(table(['Move', 'From', 'To', 'State', 'Started', 'Took', 'Held', 'Longest hold', ''], moves.map((move) => {
    const more = make('td', null, 'text');
    if (move.reason) more.append(make('div', move.reason));
    more.append(folded('Steps and gates', stepsTable(move.steps), gatesTable(move.reasons)));
    return [
      make('td', move.id), make('td', move.from), make('td', move.to), word(move.state),
      make('td', new Date(move.startedAt).toLocaleString()), millis(move.durationMs),
      make('td', move.held, 'number'), millis(move.longestHoldMs), more,
    ];
  })));
}

function newCard(api) {
  const card = byId('api-card').content.firstElementChild.cloneNode(true);
  card.querySelector('h2').textContent = api.api;
  const problem = card.querySelector('.problem');
  const answer = card.querySelector('.answer');
  const on = (name, work) => card.querySelector(name).addEventListener('click', async (event) => {
    problem.textContent = '';
    event.target.setAttribute('aria-busy', 'true');
    try {
      await work(card.querySelector('.target').value);
    } catch (error) {
      problem.textContent = error.message;
    }
    event.target.removeAttribute('aria-busy');
  });
  const order = async (to) => {
    answer.replaceChildren();
    delete card.dataset.stands;
    await ask(`migration/${api.api}/moves`, { to });
    await refresh();
  };
  on('.move', order);
  on('.rollback', async () => {
    if (confirm(`Take ${api.api} back to LEGACY? Every acknowledged write stays.`)) await order('LEGACY');
  });
  on('.plan', async (to) => {
    const plan = await ask(`migration/${api.api}/moves`, { to, dryRun: true });
    answer.replaceChildren(
      make('h3', `A move from ${plan.from} to ${plan.to} would`),
      table(['Phase', 'Step', 'What it does'], plan.steps.map((step) => [make('td', step.phase), make('td', step.step), make('td', step.description, 'text')])),
      make('h3', 'Its first gates'), gatesTable(plan.gates));
  });
  on('.check', async (to) => {
    const advance = await ask(`migration/${api.api}/can-advance?to=${to}`);
    answer.replaceChildren(make('h3', advance.allowed ? `${to} may be entered` : `${to} may not be entered`), gatesTable(advance.reasons));
  });
  byId('apis').append(card);
  cards.set(api.api, card);
  return card;
}

async function show(api) {
  const card = cards.get(api.api) ?? newCard(api);
  const running = api.running === null ? undefined : await ask(`migration/moves/${api.running}`);
  card.querySelector('.facts').textContent =
    `written by ${api.owner}, epoch ${api.epoch}, route version ${api.routeVersion}${api.phase === 'CANARY' ? `, ${api.canaryPercent} % of users read from the service` : ''}`;
  ladder(card, api, running);
  targets(card, api);
  const place = card.querySelector('.running');
  if (running) {
    place.replaceChildren(make('h3', `Move ${running.id}: ${running.from} → ${running.to}, running for ${Math.round(running.durationMs / 100) / 10} s`), stepsTable(running.steps));
  } else {
    place.replaceChildren();
  }
  // The whole history is asked for only when it can have changed: while a flip runs the databases have better to do.
  const stands = `${api.running} ${api.routeVersion} ${running ? '' : Math.floor(Date.now() / 10000)}`;
  if (card.dataset.stands !== stands) {
    const moves = await ask(`migration/moves?api=${api.api}`);
    history(card, moves.filter((move) => move.state !== 'RUNNING'));
    card.dataset.stands = stands;
  }
  return Boolean(running);
}

async function refresh() {
  clearTimeout(timer);
  if (!sessionStorage.getItem(TOKEN)) return signIn('');
  let pause = 2000;
  try {
    const { apis } = await ask('migration');
    const busy = await Promise.all(apis.map(show));
    pause = busy.includes(true) ? 300 : 2000;
    byId('sign-in').hidden = true;
    byId('sign-out').hidden = false;
    byId('state').textContent = 'Live';
  } catch (error) {
    if (error.status === 401) return signIn('This token is not valid.');
    byId('state').textContent = `Not reachable: ${error.message}`;
  }
  timer = setTimeout(refresh, pause);
}

function signIn(problem) {
  sessionStorage.removeItem(TOKEN);
  cards.clear();
  byId('apis').replaceChildren();
  byId('sign-out').hidden = true;
  byId('sign-in').hidden = false;
  byId('state').textContent = '';
  byId('sign-in-problem').textContent = problem;
  byId('token').value = '';
  byId('token').focus();
}

byId('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem(TOKEN, byId('token').value.trim());
  refresh();
});
byId('sign-out').addEventListener('click', () => {
  clearTimeout(timer);
  signIn('');
});
refresh();
