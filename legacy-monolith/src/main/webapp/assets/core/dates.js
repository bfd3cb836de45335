// Days are ISO texts (2026-12-01), as the API writes them; they compare as texts. RentWave's business day is the UTC day.
const DAY = 86_400_000;
const parse = (iso) => Date.parse(`${iso}T00:00:00Z`);

export const today = () => new Date().toISOString().slice(0, 10);
export const addDays = (iso, days) => new Date(parse(iso) + days * DAY).toISOString().slice(0, 10);
export const daysBetween = (from, to) => Math.round((parse(to) - parse(from)) / DAY);
export const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(parse(text));
export const monthOf = (iso) => iso.slice(0, 7);
export const firstOf = (month) => `${month}-01`;

export function addMonths(month, count) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** 0 for Monday to 6 for Sunday. */
export const weekday = (iso) => (new Date(parse(iso)).getUTCDay() + 6) % 7;

export function daysOf(month) {
  const days = [];
  for (let day = firstOf(month); monthOf(day) === month; day = addDays(day, 1)) days.push(day);
  return days;
}
