import { ask } from '../page/api.js';
import { axis, bare, draw, placeIn, series } from '../page/charts.js';
import { choice, el, select } from '../page/dom.js';
import { compact, decimal, percent } from '../page/format.js';

const SPANS = [['1', '1 year'], ['5', '5 years'], ['', 'All']];
const LINES = [['close', 'Close', 0, 2], ['average_20', '20 days', 1, 1.5], ['average_50', '50 days', 2, 1.5], ['average_200', '200 days', 3, 1.5]];
const chosen = { symbol: null, years: '1' };
let list = [];
let refreshAll = null;

/** A share's prices with their moving averages; Nvidia's first. */
export const stocks = {
  id: 'stocks',
  title: 'Share prices',
  hint: 'Close and moving averages',
  width: 'half',
  watches: ['ended'],
  async load() {
    list = (await ask('stocks')).stocks;
    if (list.length === 0) return { points: [] };
    const held = list.find(({ symbol }) => symbol === chosen.symbol) ?? list.find(({ symbol }) => symbol === 'NVDA') ?? list[0];
    chosen.symbol = held.symbol;
    return ask(`stocks/${encodeURIComponent(held.symbol)}`, { from: start(held.last), to: held.last });
  },
  isEmpty: ({ points }) => points.length === 0,
  empty: 'No prices have been loaded. To load some: ./pulse run --dataset=stocks.prices --source=files:NVDA.csv --sink=postgres',
  start({ controls, refresh }) {
    refreshAll = refresh;
    controls.append(choice(el('div', { class: 'choice', role: 'group', 'aria-label': 'Span' }), SPANS, chosen.years, (years) => { chosen.years = years; refresh(); }));
  },
  show(answer, body) {
    const { points } = answer;
    symbols(body);
    const last = points.at(-1);
    const figure = body.querySelector('.figure') ?? body.appendChild(el('p', { class: 'figure' }));
    const swing = last.volatility_20 === undefined || last.volatility_20 === null ? '' : `, volatility ${percent(last.volatility_20)} over 20 days`;
    figure.replaceChildren(el('b', {}, decimal(last.close)), el('span', {}, `${answer.symbol} at the close of ${last.date}${swing}`));
    chart(placeIn(body), answer);
  },
};

const start = (last) => (chosen.years ? `${Number(last.slice(0, 4)) - Number(chosen.years)}${last.slice(4)}`.replace('-02-29', '-02-28') : undefined);

function symbols(body) {
  const bar = body.parentNode.querySelector('.controls');
  const old = bar.querySelector('select');
  if (list.length < 2 || old === document.activeElement) return;
  const fresh = select('Share', list.map(({ symbol }) => [symbol, symbol]), chosen.symbol, (symbol) => { chosen.symbol = symbol; refreshAll(); });
  if (old) old.replaceWith(fresh);
  else bar.prepend(fresh);
}

function chart(place, { symbol, points }) {
  const lines = LINES.filter(([field]) => points.some((point) => point[field] !== null && point[field] !== undefined));
  const value = (point, field) => (point[field] === null || point[field] === undefined ? null : Number(point[field]));
  draw(
    place,
    `${symbol}: close${lines.length > 1 ? ' and moving averages' : ''}, ${points[0].date} to ${points.at(-1).date}`,
    {
      type: 'line',
      data: {
        labels: points.map(({ date }) => date),
        datasets: lines.map(([field, label, place_, width]) => ({ label, data: points.map((point) => value(point, field)), borderColor: series(place_), backgroundColor: series(place_), borderWidth: width, pointRadius: 0, tension: 0.1 })),
      },
      options: {
        plugins: { legend: { display: true } },
        scales: { x: axis((date) => String(date).slice(0, 7), { ...bare, ticks: { maxTicksLimit: 7 } }), y: axis((price) => compact(price), { ticks: { maxTicksLimit: 6 } }) },
      },
    },
    {
      columns: [{ title: 'Day', cell: (row) => row.date }, ...lines.map(([field, label]) => ({ title: label, number: true, cell: (row) => decimal(row[field]) }))],
      rows: points.slice(-120).reverse(),
    },
    'chart-tall',
  );
}
