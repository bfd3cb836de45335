// What the pages' modules use of a browser beside the document. `host` is the Java side: it sends the requests. Time stands
// still but for what `tasks.pass` lets go by.
(() => {
  const storage = () => {
    const kept = new Map();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => { kept.set(key, String(value)); },
      removeItem: (key) => { kept.delete(key); },
    };
  };
  const encode = (text) => encodeURIComponent(text).replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`).replace(/%20/g, '+');
  const decode = (text) => decodeURIComponent(text.replace(/\+/g, ' '));

  globalThis.localStorage = storage();
  globalThis.sessionStorage = storage();
  globalThis.navigator = {};
  globalThis.scrollY = 0;
  globalThis.scrollTo = () => {};
  globalThis.matchMedia = () => ({ matches: false, addEventListener() {} });
  globalThis.addEventListener = () => {};
  // Chance always falls the same way, so that a key is the one in the contract.
  globalThis.crypto = { getRandomValues: (bytes) => bytes.map((byte, i) => parseInt(host.key().slice(2 * i, 2 * i + 2), 16)) };
  globalThis.TextEncoder = class {
    encode(text) { return Uint8Array.from(unescape(encodeURIComponent(text)), (c) => c.charCodeAt(0)); }
  };
  globalThis.URLSearchParams = class {
    constructor(text = '') {
      this.entries = text.replace(/^\?/, '').split('&').filter(Boolean).map((pair) => {
        const [name, ...value] = pair.split('=');
        return [decode(name), decode(value.join('='))];
      });
    }
    get(name) { return this.getAll(name)[0] ?? null; }
    getAll(name) { return this.entries.filter(([one]) => one === name).map(([, value]) => value); }
    append(name, value) { this.entries.push([name, String(value)]); }
    set(name, value) {
      this.entries = this.entries.filter(([one]) => one !== name);
      this.append(name, value);
    }
    toString() { return this.entries.map((pair) => pair.map(encode).join('=')).join('&'); }
  };
  globalThis.URL = class {
    constructor(text) { [, this.origin, this.pathname, this.search, this.hash] = /^(https?:\/\/[^/]+)([^?#]*)(\??[^#]*)(.*)$/.exec(/^http/.test(text) ? text : location.origin + text); }
    get href() { return this.origin + this.pathname + this.search + this.hash; }
  };

  globalThis.location = { origin: 'http://pages', pathname: '/', search: '', get href() { return this.origin + this.pathname + this.search; } };
  const address = (state, text) => {
    history.state = state;
    if (!text) return;
    const [path, query] = text.split('?');
    Object.assign(location, { pathname: path, search: query ? `?${query}` : '' });
  };
  globalThis.history = {
    state: null,
    pushState: (state, title, text) => address(state, text),
    replaceState: (state, title, text) => address(state, text),
  };

  let now = 0;
  let waiting = [];
  let last = 0;
  const later = (action, ms) => {
    last += 1;
    waiting.push({ id: last, at: now + ms, action });
    return last;
  };
  globalThis.setTimeout = (action, ms = 0) => later(action, ms);
  globalThis.setInterval = () => 0;
  globalThis.clearInterval = () => {};
  globalThis.requestAnimationFrame = (action) => later(action, 0);
  globalThis.queueMicrotask = (action) => { Promise.resolve().then(action); };
  globalThis.tasks = {
    /** One task that is due; false when there is none. */
    next() {
      const due = waiting.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at || a.id - b.id)[0];
      if (!due) return false;
      waiting = waiting.filter((one) => one !== due);
      due.action();
      return true;
    },
    pass(ms) { now += ms; },
  };

  globalThis.fetch = async (path, { method, headers, body }) => {
    const answer = host.send(method, path, JSON.stringify(headers), body ?? null);
    if (!answer) throw new TypeError('Failed to fetch');
    return {
      status: answer.status(),
      ok: answer.status() >= 200 && answer.status() < 300,
      headers: { get: (name) => answer.header(name) },
      text: async () => answer.body(),
    };
  };

  /** A stream that is asked for once `connect` is called, and has what `bring` brings. */
  globalThis.EventSource = class {
    static CLOSED = 2;
    static opened = [];
    static connect() { EventSource.opened.splice(0).forEach((source) => source.connect()); }
    static bring(type, data) { EventSource.opened.forEach((source) => source.listeners[type]({ data })); }
    constructor(path) {
      Object.assign(this, { path, readyState: 0, listeners: {} });
      EventSource.opened.push(this);
    }
    addEventListener(type, listener) { this.listeners[type] = listener; }
    close() { this.readyState = 2; }
    connect() {
      const answer = host.send('GET', this.path, '{"Accept":"text/event-stream"}', null);
      if (answer.status() !== 200) {
        this.readyState = 2;
        this.listeners.error();
        return;
      }
      this.readyState = 1;
      this.listeners.open();
    }
  };
})();
