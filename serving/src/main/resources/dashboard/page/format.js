/** How numbers and times are written, the same everywhere. */
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const dollars = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });
const shortDollars = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', notation: 'compact', maximumFractionDigits: 1 });

/** What is not known. */
export const NONE = '–';

const or = (value, write) => (value === null || value === undefined || value === '' ? NONE : write(Number(value)));

export const count = (value) => or(value, (number) => whole.format(number));
export const compact = (value) => or(value, (number) => (Math.abs(number) < 10_000 ? whole : short).format(number));
export const money = (value) => or(value, (number) => dollars.format(number));
export const exactMoney = (value) => or(value, (number) => cents.format(number));
export const compactMoney = (value) => or(value, (number) => (Math.abs(number) < 10_000 ? dollars : shortDollars).format(number));
export const rate = (value) => or(value, (number) => (number < 10 ? number.toFixed(1) : whole.format(number)));
export const percent = (value) => or(value, (number) => `${(number * 100).toFixed(number < 0.1 ? 1 : 0)} %`);
export const decimal = (value, digits = 2) =>
  or(value, (number) => number.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }));

/** Enough digits for a figure of any size. */
export const figure = (value) =>
  or(value, (number) => (Math.abs(number) >= 100_000 ? short.format(number) : number.toLocaleString('en', { maximumFractionDigits: 2 })));

const iso = (instant) => new Date(instant).toISOString();

/** Such as 2026-11-29 18:04:09. */
export const time = (instant) => (instant ? iso(instant).slice(0, 19).replace('T', ' ') : NONE);
export const day = (instant) => (instant ? iso(instant).slice(0, 10) : NONE);
export const clock = (instant) => iso(instant).slice(11, 16);

/** A time, short enough for the axis of a period that has steps of this size. */
export const tick = (instant, step) =>
  step === 'P1D' ? iso(instant).slice(5, 10) : clock(instant);

/** How long ago, in the largest unit that says something. */
export function ago(instant) {
  if (!instant) return NONE;
  const seconds = Math.max(0, (Date.now() - new Date(instant)) / 1000);
  return `${span(seconds)} ago`;
}

/** A span of seconds in one unit. */
export function span(seconds) {
  const units = [[86_400, 'd'], [3_600, 'h'], [60, 'min']];
  const unit = units.find(([size]) => seconds >= size * 2);
  return unit ? `${Math.floor(seconds / unit[0])} ${unit[1]}` : `${Math.floor(seconds)} s`;
}
