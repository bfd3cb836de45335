// Shows the description of the API. Text of the description is only ever put in as text.

const METHODS = ['get', 'post', 'put', 'delete'];
let api;

function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    made.setAttribute(key, value);
  }
  made.append(...content.flat().filter(part => part !== null && part !== undefined));
  return made;
}

/** A sentence with `code` and **strong** words, as the description writes them. */
function words(text) {
  return (text ?? '').split(/(`[^`]+`|\*\*[^*]+\*\*)/).map(part => {
    if (part.startsWith('`')) {
      return element('code', null, part.slice(1, -1));
    }
    return part.startsWith('**') ? element('strong', null, part.slice(2, -2)) : part;
  });
}

const paragraphs = text => (text ?? '').trim().split(/\n\s*\n/).filter(Boolean).map(one => element('p', null, words(one)));

function resolved(node) {
  return node?.$ref ? node.$ref.slice(2).split('/').reduce((at, name) => at[name], api) : node;
}

const nameOf = schema => schema?.$ref?.split('/').pop();

/** What a value looks like, in one line. */
function kind(schema) {
  if (schema.$ref) {
    return [element('a', {href: '#schema-' + nameOf(schema)}, nameOf(schema))];
  }
  if (schema.anyOf) {
    return schema.anyOf.flatMap((one, at) => at ? [' or ', ...kind(one)] : kind(one));
  }
  if (schema.type === 'array') {
    return ['list of ', ...kind(schema.items)];
  }
  if (schema.type === 'object' && schema.additionalProperties?.type) {
    return ['object of ', ...kind(schema.additionalProperties)];
  }
  return [[schema.type ?? 'any'].flat().join(' or ')];
}

function limits(schema) {
  const facts = [];
  const between = (least, most, unit) => {
    if (least !== undefined || most !== undefined) {
      facts.push(least === undefined ? `at most ${most}${unit}`
        : most === undefined ? `at least ${least}${unit}` : `${least} to ${most}${unit}`);
    }
  };
  between(schema.minimum, schema.maximum, '');
  between(schema.minLength, schema.maxLength, ' characters');
  between(schema.minItems, schema.maxItems, ' entries');
  if (schema.enum) {
    facts.push('one of ' + schema.enum.join(', '));
  }
  if (schema.const !== undefined) {
    facts.push('always ' + schema.const);
  }
  if (schema.format && schema.format !== 'int64') {
    facts.push(schema.format);
  }
  if (schema.default !== undefined) {
    facts.push('default ' + schema.default);
  }
  return facts.join('; ');
}

function table(caption, heads, rows) {
  return element('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption},
    element('table', null,
      element('thead', null, element('tr', null, heads.map(head => element('th', {scope: 'col'}, head)))),
      element('tbody', null, rows.map(row => element('tr', null, row.map(cell => element('td', null, cell)))))));
}

function members(caption, schema) {
  const required = new Set(schema.required);
  return table(caption, ['Member', 'Value', 'What it is'], Object.entries(schema.properties).map(([name, value]) => [
    element('code', null, name),
    kind(value),
    [required.has(name) ? '' : 'optional; ', words(value.description), value.description ? ' ' : '', limits(value)],
  ]));
}

function shape(caption, schema) {
  const whole = resolved(schema);
  if (whole.properties) {
    return members(caption, whole);
  }
  return element('p', null, kind(whole), limits(whole) ? ': ' + limits(whole) : '', ' ', words(whole.description));
}

function parameters(path, operation) {
  const all = [...(path.parameters ?? []), ...(operation.parameters ?? [])].map(resolved);
  return all.length === 0 ? [] : [
    element('h4', null, 'Parameters'),
    table('Parameters', ['Name', 'Where', 'Value', 'What it is'], all.map(one => [
      element('code', null, one.name),
      one.in + (one.required ? '' : ', optional'),
      kind(one.schema),
      [words(one.description), one.description ? ' ' : '', limits(one.schema)],
    ])),
  ];
}

function body(operation) {
  if (!operation.requestBody) {
    return [];
  }
  const schema = resolved(operation.requestBody).content['application/json'].schema;
  return [element('h4', null, 'Body ', kind(schema)), shape('Body', schema)];
}

function answers(operation) {
  return [
    element('h4', null, 'Answers'),
    table('Answers', ['Status', 'What it means', 'Body', 'Headers'], Object.entries(operation.responses)
      .map(([status, reference]) => {
        const response = resolved(reference);
        const content = Object.entries(response.content ?? {});
        return [
          status === 'default' ? 'other' : status,
          words(response.description),
          content.flatMap(([type, one], at) => [at ? ', ' : '', ...(one.schema.$ref ? kind(one.schema) : [type])]),
          Object.keys(response.headers ?? {}).join(', '),
        ];
      })),
  ];
}

function whoMay(operation) {
  const security = operation.security ?? api.security;
  const open = security.length === 0 || security.some(one => Object.keys(one).length === 0);
  return element('p', {class: 'quiet'}, open ? 'For everybody.' : 'For those who are signed in.');
}

function article({path, method, operation}) {
  return element('article', {id: operation.operationId},
    element('h3', null, element('span', {class: 'method ' + method}, method.toUpperCase()),
      element('span', {class: 'path'}, path)),
    element('p', null, element('strong', null, words(operation.summary)), '.'),
    paragraphs(operation.description), whoMay(operation),
    parameters(api.paths[path], operation), body(operation), answers(operation));
}

function operations() {
  return Object.entries(api.paths).flatMap(([path, item]) => METHODS.filter(method => item[method])
    .map(method => ({path, method, operation: item[method]})));
}

function show() {
  const all = operations();
  const main = document.getElementById('operations');
  const index = document.getElementById('index');
  main.replaceChildren(element('h1', null, api.info.title), element('p', null, words(api.info.summary)),
    ...paragraphs(api.info.description));
  for (const tag of api.tags) {
    const own = all.filter(one => one.operation.tags.includes(tag.name));
    main.append(element('section', {'aria-labelledby': 'tag-' + tag.name},
      element('h2', {id: 'tag-' + tag.name}, tag.name), element('p', null, tag.description), own.map(article)));
    index.append(element('div', {class: 'group'}, element('h2', null, tag.name), element('ul', null, own.map(one =>
      element('li', {'data-words': [one.method, one.path, one.operation.operationId, one.operation.summary].join(' ')},
        element('a', {href: '#' + one.operation.operationId, title: one.operation.summary},
          element('span', {class: 'method ' + one.method}, one.method.toUpperCase()), one.path.replace('/api', '')))))));
  }
  const schemas = Object.entries(api.components.schemas);
  main.append(element('section', {'aria-labelledby': 'schemas'}, element('h2', {id: 'schemas'}, 'schemas'),
    schemas.map(([name, schema]) => element('article', {id: 'schema-' + name}, element('h3', {class: 'path'}, name),
      schema.properties ? paragraphs(schema.description) : [], shape(name, schema)))));
  main.setAttribute('aria-busy', 'false');
  find(all.length);
  if (location.hash) {
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }
}

function find(count) {
  const input = document.getElementById('find');
  const found = document.getElementById('found');
  const look = () => {
    const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let visible = 0;
    for (const line of document.querySelectorAll('#index li')) {
      const fits = wanted.every(word => line.dataset.words.toLowerCase().includes(word));
      line.hidden = !fits;
      visible += fits ? 1 : 0;
    }
    for (const group of document.querySelectorAll('#index .group')) {
      group.hidden = group.querySelector('li:not([hidden])') === null;
    }
    found.textContent = `${visible} of ${count} operations`;
  };
  input.addEventListener('input', look);
  look();
}

try {
  const answer = await fetch('/api/openapi.json');
  if (!answer.ok) {
    throw new Error('status ' + answer.status);
  }
  api = await answer.json();
  show();
} catch (reason) {
  const state = document.getElementById('state') ?? document.getElementById('operations');
  state.textContent = `The description could not be read (${reason.message}). Reload the page to try again.`;
}
