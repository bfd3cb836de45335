// The operator API, with the session of this browser.
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

export async function ask(path, order, method = order === undefined ? 'GET' : 'POST') {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: order === undefined ? {} : { 'content-type': 'application/json' },
      body: order === undefined ? undefined : JSON.stringify(order),
      cache: 'no-store',
      credentials: 'same-origin',
    });
  } catch {
    throw new Problem(0, 'The facade does not answer.');
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem(answer.status, body.detail ?? `The console answered ${answer.status}.`);
  return body;
}
