// Live charts as SVG, drawn by hand: lines over the last minutes, with a scale that people can read.
const NS = 'http://www.w3.org/2000/svg';
const HEIGHT = 200;
const LEFT = 52;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 26;

function svg(tag, attributes, text) {
  const element = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

/** The next number of the form 1, 2 or 5 times a power of ten. */
export function ceiling(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= value * 0.9999);
}

function path(values, x, y) {
  let line = '';
  let drawing = false;
  values.forEach((value, place) => {
    if (value === null) {
      drawing = false;
      return;
    }
    line += `${drawing ? 'L' : 'M'}${x(place).toFixed(1)} ${y(value).toFixed(1)}`;
    if (!drawing && (values[place + 1] ?? null) === null) line += 'h.01';
    drawing = true;
  });
  return line;
}

/**
 * @param lines [{ name, side, dashed, values }], all of the same length, oldest first; null where there is nothing
 * @param options { label, step, unit, least, width } label for those who cannot see it; least the smallest top of the scale
 */
export function chart(lines, { label, step, unit, least, width }) {
  const length = lines[0].values.length;
  const most = Math.max(least, ...lines.flatMap((line) => line.values.map((value) => value ?? 0)));
  const top = ceiling(most);
  const x = (place) => LEFT + (place / (length - 1)) * (width - LEFT - RIGHT);
  const y = (value) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  const picture = svg('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': label, class: 'chart' });
  for (let part = 0; part <= 4; part++) {
    const value = (top * part) / 4;
    picture.append(svg('line', { x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value), class: part ? 'grid' : 'axis' }));
    picture.append(svg('text', { x: LEFT - 8, y: y(value) + 4, class: 'tick end' }, `${Number(value.toPrecision(3))}${part === 4 ? ` ${unit}` : ''}`));
  }
  const seconds = length * step;
  for (let back = 0; back <= seconds; back += 60) {
    const place = (length - 1) * (1 - back / seconds);
    picture.append(svg('text', { x: x(place), y: HEIGHT - 8, class: back === 0 ? 'tick end' : 'tick middle' }, back === 0 ? 'now' : `−${back / 60} min`));
  }
  for (const line of lines) {
    picture.append(svg('path', { d: path(line.values, x, y), class: `line ${line.side}${line.dashed ? ' dashed' : ''}` }));
  }
  return picture;
}
