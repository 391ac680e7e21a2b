import { ask } from '../page/api.js';
import { axis, draw, faint, placeIn, series } from '../page/charts.js';
import { compactMoney, count, money } from '../page/format.js';

const MOST = 10;

/** What people in data jobs earn: the middle half of each role, and its median. */
export const salaries = {
  id: 'salaries',
  title: 'Salaries by role',
  hint: 'A year before tax; the middle half of answers, and the median',
  width: 'half',
  watches: ['ended'],
  load: () => ask('salaries'),
  isEmpty: ({ roles }) => roles.length === 0,
  empty: 'No answers have been loaded. To load some: ./pulse run --dataset=salaries.jobs --source=files:salaries.csv --sink=postgres',
  show({ roles }, body) {
    const rows = [...roles].sort((a, b) => b.people - a.people).slice(0, MOST).sort((a, b) => b.median_usd - a.median_usd);
    draw(
      placeIn(body),
      `Salaries of ${rows.length} roles; the best paid is ${rows[0].role} with a median of ${money(rows[0].median_usd)}`,
      {
        type: 'bar',
        data: {
          labels: rows.map((row) => lines(row.role)),
          datasets: [
            { label: 'Median', type: 'scatter', data: rows.map((row, y) => ({ x: Number(row.median_usd), y })), backgroundColor: series(1), borderColor: series(1), pointRadius: 5, pointStyle: 'rectRot', order: 0 },
            { label: 'Middle half', data: rows.map((row) => [Number(row.p25_usd), Number(row.p75_usd)]), backgroundColor: faint(series(0), '99'), borderRadius: 3, borderSkipped: false, maxBarThickness: 16, order: 1 },
          ],
        },
        options: {
          indexAxis: 'y',
          interaction: { mode: 'nearest', axis: 'y', intersect: false },
          plugins: { legend: { display: true }, tooltip: { callbacks: { label: ({ dataIndex: at }) => said(rows[at]) }, filter: (item) => item.datasetIndex === 1 } },
          scales: { x: axis(compactMoney, { beginAtZero: true, ticks: { maxTicksLimit: 6 } }), y: axis(null, { type: 'category', grid: { display: false }, ticks: { autoSkip: false } }) },
        },
      },
      {
        columns: [
          { title: 'Role', cell: (row) => row.role },
          { title: 'People', number: true, cell: (row) => count(row.people) },
          { title: 'Lower quarter', number: true, cell: (row) => money(row.p25_usd) },
          { title: 'Median', number: true, cell: (row) => money(row.median_usd) },
          { title: 'Upper quarter', number: true, cell: (row) => money(row.p75_usd) },
        ],
        rows: roles,
      },
      'chart-tall',
    );
  },
};

const said = (row) => `median ${money(row.median_usd)}, half between ${money(row.p25_usd)} and ${money(row.p75_usd)}, ${count(row.people)} people`;

/** A long name in two lines. */
function lines(name) {
  const middle = name.length > 22 ? name.indexOf(' ', name.length / 2 - 4) : -1;
  return middle < 0 ? name : [name.slice(0, middle), name.slice(middle + 1)];
}
