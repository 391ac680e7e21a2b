import { ask } from '../page/api.js';
import { axis, bare, draw, faint, placeIn, series } from '../page/charts.js';
import { el } from '../page/dom.js';
import { compactMoney, exactMoney, money, tick, time } from '../page/format.js';
import { period } from '../page/period.js';

/** What was bought, in steps of the period. */
export const revenue = {
  id: 'revenue',
  title: 'Revenue',
  hint: 'Sum of the prices of purchases',
  width: 'most',
  ofPeriod: true,
  watches: ['revenue'],
  async load() {
    const { from, to, step, label } = period();
    return { ...(await ask('metrics/revenue', { from, to, step })), label };
  },
  isEmpty: ({ points }) => points.every((point) => !point.value),
  empty: 'Nothing was bought in this period: choose a longer one. To follow a feed: ./pulse run --dataset=activity.events --source=kafka:events --sink=postgres',
  show({ points, step, label }, body) {
    const total = points.reduce((sum, point) => sum + Number(point.value), 0);
    const figure = body.querySelector('.figure') ?? body.appendChild(el('p', { class: 'figure' }));
    figure.replaceChildren(el('b', {}, money(total)), el('span', {}, `in ${label}`));
    draw(
      placeIn(body),
      `Revenue, ${money(total)} in ${label}`,
      {
        type: 'bar',
        data: { labels: points.map((point) => tick(point.at, step)), datasets: [{ label: 'Revenue', data: points.map((point) => Number(point.value)), backgroundColor: faint(series(2), 'd9'), borderRadius: 3, maxBarThickness: 34 }] },
        options: {
          plugins: { tooltip: { callbacks: { title: ([point]) => `from ${time(points[point.dataIndex].at).slice(0, 16)}`, label: (point) => exactMoney(point.parsed.y) } } },
          scales: { x: axis(null, bare), y: axis(compactMoney, { beginAtZero: true, ticks: { maxTicksLimit: 5 } }) },
        },
      },
      { columns: [{ title: 'From', cell: (row) => time(row.at).slice(0, 16) }, { title: 'Revenue', number: true, cell: (row) => exactMoney(row.value) }], rows: points.filter((point) => point.value).reverse() },
      'chart-low',
    );
  },
};
