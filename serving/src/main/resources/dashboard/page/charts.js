import { el } from './dom.js';
import { table } from './table.js';

/** Charts by Chart.js in the page's colours; each has its numbers as a table beside it. */
const { Chart } = globalThis;
const still = matchMedia('(prefers-reduced-motion: reduce)');
const drawn = new Map();

/** The value of a custom property, such as a colour of the theme in force. */
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
export const series = (place) => colour(`series-${(place % 6) + 1}`);

/** A colour let through partly, for areas. */
export const faint = (hex, part = '2b') => `${hex}${part}`;

const base = () => ({
  responsive: true,
  maintainAspectRatio: false,
  animation: still.matches ? false : { duration: 250 },
  interaction: { mode: 'index', intersect: false },
  layout: { padding: { top: 4 } },
  plugins: {
    legend: {
      display: false,
      position: 'bottom',
      align: 'start',
      labels: { color: colour('muted'), boxWidth: 10, boxHeight: 10, useBorderRadius: true, borderRadius: 3, padding: 12, font: font() },
    },
    tooltip: {
      backgroundColor: colour('text'),
      titleColor: colour('surface'),
      bodyColor: colour('surface'),
      padding: 10,
      cornerRadius: 6,
      boxPadding: 4,
      titleFont: font(),
      bodyFont: font(),
    },
  },
});

const font = () => ({ family: getComputedStyle(document.body).fontFamily, size: 12 });

/** An axis; its ticks are written by a function of the value. */
export const axis = (write, more = {}) => ({
  border: { display: false },
  grid: { color: colour('line'), drawTicks: false, ...more.grid },
  ...more,
  ticks: {
    color: colour('muted'),
    font: font(),
    padding: 6,
    maxRotation: 0,
    autoSkipPadding: 14,
    ...(write ? { callback(value) { return write(this.getLabelForValue && this.type === 'category' ? this.getLabelForValue(value) : value); } } : {}),
    ...more.ticks,
  },
});

/** No lines behind the bars' own direction. */
export const bare = { grid: { display: false } };

/**
 * Draws a chart into a place, or changes the one that is there.
 *
 * @param place an element of the panel that outlives the refresh
 * @param label what the chart shows, in a sentence
 * @param config of Chart.js: type, data, options over ours
 * @param numbers the same as a table: {columns, rows}
 */
export function draw(place, label, config, numbers, size = '') {
  const options = merged(base(), config.options ?? {});
  const there = drawn.get(place);
  if (there && there.chart.config.type === config.type) {
    Object.assign(there.chart, { data: kept(there.chart.data, config.data), options });
    there.canvas.setAttribute('aria-label', label);
    there.chart.update(config.quick ? 'none' : undefined);
  } else {
    there?.chart.destroy();
    const canvas = el('canvas', { role: 'img', 'aria-label': label });
    place.replaceChildren(el('div', { class: `chart ${size}` }, canvas), asTable());
    drawn.set(place, { canvas, chart: new Chart(canvas, { ...config, options }) });
  }
  fillTable(place, label, numbers);
}

/** Datasets of the same place stay the same objects, so that bars grow and do not jump. */
function kept(old, fresh) {
  const datasets = fresh.datasets.map((dataset, place) => Object.assign(old.datasets[place] ?? {}, dataset));
  return { labels: fresh.labels, datasets };
}

function merged(target, more) {
  for (const [key, value] of Object.entries(more)) {
    const deep = value && typeof value === 'object' && !Array.isArray(value) && target[key] && typeof target[key] === 'object';
    target[key] = deep ? merged(target[key], value) : value;
  }
  return target;
}

function asTable() {
  const scroll = el('div', { class: 'scroll', tabindex: '0', role: 'region' });
  return el('details', { class: 'as-table', toggle: (event) => event.target.fill?.() }, el('summary', {}, 'Numbers'), scroll);
}

/** Written when it is opened, and again when it is open and the numbers change. */
function fillTable(place, label, numbers) {
  const details = place.querySelector('.as-table');
  const scroll = details.querySelector('.scroll');
  scroll.setAttribute('aria-label', `Numbers of: ${label}`);
  details.fill = () => details.open && scroll.replaceChildren(table({ caption: label, ...numbers }));
  details.fill();
}

/** A chart's place in a panel's body: made once. */
export function placeIn(body, name = 'chart-place') {
  return body.querySelector(`.${name}`) ?? body.appendChild(el('div', { class: name }));
}
