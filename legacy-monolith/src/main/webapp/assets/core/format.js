import { daysBetween, today } from './dates.js';

const LOCALE = 'en-GB';
const utc = (options) => new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', ...options });
const DAY = utc({ day: 'numeric', month: 'short', year: 'numeric' });
const SHORT_DAY = utc({ weekday: 'short', day: 'numeric', month: 'short' });
const LONG_DAY = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = utc({ month: 'long', year: 'numeric' });
const TIME = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const EXACT = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'short', timeStyle: 'medium' });
const AGO = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
const formats = new Map();

function money(currency) {
  if (!formats.has(currency)) {
    formats.set(currency, new Intl.NumberFormat(LOCALE, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }));
  }
  return formats.get(currency);
}

const digits = (currency) => money(currency).resolvedOptions().maximumFractionDigits;

/** Minor units as people write them: 2900 EUR is €29.00. */
export const price = (amount, currency) => money(currency).format(amount / 10 ** digits(currency));

/** With a plus for what comes in. */
export const signed = (amount, currency) => (amount > 0 ? '+' : '') + price(amount, currency).replace('-', '−');

/** For a field in which people type an amount. */
export const amountText = (amount, currency) => (amount / 10 ** digits(currency)).toFixed(digits(currency));

/** Minor units of what somebody typed, or NaN. A comma is a point. */
export function amountOf(text, currency) {
  const plain = String(text).trim().replace(',', '.');
  return /^\d{1,9}(\.\d{0,2})?$/.test(plain) ? Math.round(Number(plain) * 10 ** digits(currency)) : NaN;
}

const at = (iso) => new Date(`${iso}T00:00:00Z`);
export const day = (iso) => DAY.format(at(iso));
export const shortDay = (iso) => SHORT_DAY.format(at(iso));
export const longDay = (iso) => LONG_DAY.format(at(iso));
export const month = (text) => MONTH.format(at(`${text}-01`));
export const time = (instant) => TIME.format(new Date(instant));
export const exactTime = (instant) => EXACT.format(new Date(instant));
export const period = (from, to) => `${shortDay(from)} – ${shortDay(to)}`;
export const days = (count) => `${count} ${count === 1 ? 'day' : 'days'}`;
export const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Facts with dots between them; a line never begins with a dot. */
export const joined = (facts) => facts.join('\u00a0· ');

/** How long ago, in words. */
export function ago(instant) {
  const seconds = (Date.now() - new Date(instant).getTime()) / 1000;
  if (seconds < 45) return 'just now';
  if (seconds < 3000) return AGO.format(-Math.round(seconds / 60), 'minute');
  if (seconds < 79_200) return AGO.format(-Math.round(seconds / 3600), 'hour');
  if (seconds < 2_600_000) return AGO.format(-Math.round(seconds / 86_400), 'day');
  return DAY.format(new Date(instant));
}

/** Whole days from today; negative in the past. */
export const fromToday = (iso) => daysBetween(today(), iso);
