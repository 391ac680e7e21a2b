import { ask } from '../page/api.js';
import { axis, bare, draw, placeIn, series } from '../page/charts.js';
import { el, select } from '../page/dom.js';
import { figure } from '../page/format.js';

const MOST = 6;
/** Hunger first, where it was loaded; then growth and prices. */
const PREFERRED = ['SN.ITK.DEFC.ZS', 'OWID.UNDERNOURISHMENT', 'NY.GDP.MKTP.KD.ZG', 'NY.GDP.MKTP.CD', 'FP.CPI.TOTL.ZG', 'DATAHUB.INFLATION'];
const chosen = { code: null, countries: null };
let list = [];
let refreshAll = null;

/** A figure of the world's countries over the years. */
export const indicators = {
  id: 'indicators',
  title: 'Hunger and economies',
  hint: 'World development figures by country and year',
  width: 'half',
  watches: ['ended'],
  async load() {
    list = (await ask('indicators')).indicators;
    if (list.length === 0) return { series: [] };
    if (!list.some(({ code }) => code === chosen.code)) chosen.code = first();
    return ask(`indicators/${encodeURIComponent(chosen.code)}`);
  },
  isEmpty: ({ series: all }) => all.length === 0,
  empty: 'No figures have been loaded. To load some: ./pulse run --dataset=indicators.values --source=files:undernourishment.csv --sink=postgres',
  start({ refresh }) {
    refreshAll = refresh;
  },
  show(answer, body) {
    // Countries before the regions that they add up to.
    const countries = [...answer.series].sort((a, b) => Boolean(a.aggregate) - Boolean(b.aggregate) || b.points.length - a.points.length);
    if (!chosen.countries?.some((code) => countries.some(({ country }) => country === code))) {
      chosen.countries = countries.slice(0, 5).map(({ country }) => country);
    }
    controls(body, answer, countries);
    const shown = chosen.countries.map((code) => countries.find(({ country }) => country === code)).filter(Boolean);
    chart(placeIn(body), answer, shown);
  },
};

const first = () => PREFERRED.find((code) => list.some((one) => one.code === code)) ?? list[0].code;

function controls(body, answer, countries) {
  const bar = body.parentNode.querySelector('.controls');
  if (!bar.contains(document.activeElement)) {
    bar.replaceChildren(select('Indicator', list.map(({ code, name }) => [code, name ?? code]), chosen.code, (code) => { chosen.code = code; refreshAll(); }));
  }
  const chips = body.querySelector('.chips') ?? body.appendChild(el('div', { class: 'chips', role: 'group', 'aria-label': 'Countries' }));
  const redraw = () => indicators.show(answer, body);
  const more = countries.filter(({ country }) => !chosen.countries.includes(country));
  const held = document.activeElement?.dataset?.country;
  chips.replaceChildren(
    ...chosen.countries.map((code) => chip(code, countries, redraw)),
    more.length && chosen.countries.length < MOST
      ? select('Add a country', [['', 'Add a country'], ...more.map(({ country, country_name: name }) => [country, name])], '', (code) => { chosen.countries.push(code); redraw(); })
      : '',
  );
  if (held) chips.querySelector(`[data-country="${CSS.escape(held)}"]`)?.focus();
}

function chip(code, countries, redraw) {
  const name = countries.find(({ country }) => country === code)?.country_name ?? code;
  const drop = () => {
    if (chosen.countries.length > 1) chosen.countries = chosen.countries.filter((one) => one !== code);
    redraw();
  };
  return el('button', { type: 'button', class: 'chip', 'data-country': code, 'aria-pressed': 'true', 'aria-label': `Leave out ${name}`, click: drop }, name, el('span', { 'aria-hidden': 'true' }, '×'));
}

function chart(place, answer, shown) {
  const years = [...new Set(shown.flatMap(({ points }) => points.map(({ year }) => year)))].sort((a, b) => a - b);
  const at = (points) => new Map(points.map(({ year, value }) => [year, Number(value)]));
  const values = shown.map(({ points }) => at(points));
  draw(
    place,
    `${answer.name}, ${years[0]} to ${years.at(-1)}: ${shown.map(({ country_name: name }) => name).join(', ')}`,
    {
      type: 'line',
      data: {
        labels: years,
        datasets: shown.map(({ country_name: name }, i) => ({ label: name, data: years.map((year) => values[i].get(year) ?? null), borderColor: series(i), backgroundColor: series(i), borderWidth: 2, pointRadius: years.length > 30 ? 0 : 2, spanGaps: true, tension: 0.2 })),
      },
      options: { plugins: { legend: { display: true } }, scales: { x: axis(null, bare), y: axis(figure, { ticks: { maxTicksLimit: 6 } }) } },
    },
    { columns: [{ title: 'Year', cell: (year) => String(year) }, ...shown.map(({ country_name: name }, i) => ({ title: name, number: true, cell: (year) => figure(values[i].get(year)) }))], rows: [...years].reverse() },
    'chart-tall',
  );
}
