import { ask } from '../page/api.js';
import { axis, draw, faint, placeIn, series } from '../page/charts.js';
import { compactMoney, count, exactMoney, money } from '../page/format.js';
import { period } from '../page/period.js';

/** What sells best. */
export const products = {
  id: 'products',
  title: 'Top products',
  hint: 'By revenue; the ten best',
  width: 'half',
  ofPeriod: true,
  watches: ['purchases'],
  pause: 15_000,
  load() {
    const { from, to } = period();
    return ask('top-products', { from, to, limit: 10 });
  },
  isEmpty: ({ products: all }) => all.length === 0,
  empty: 'Nothing was bought in this period: choose a longer one. To follow a feed: ./pulse run --dataset=activity.events --source=kafka:events --sink=postgres',
  show({ products: rows }, body) {
    draw(
      placeIn(body),
      `Top products by revenue; the best is product ${rows[0].product_id} with ${money(rows[0].revenue)}`,
      {
        type: 'bar',
        data: { labels: rows.map((row) => `Product ${row.product_id}`), datasets: [{ label: 'Revenue', data: rows.map((row) => Number(row.revenue)), backgroundColor: faint(series(0), 'd9'), borderRadius: 3, maxBarThickness: 22 }] },
        options: {
          indexAxis: 'y',
          plugins: { tooltip: { callbacks: { label: (point) => `${exactMoney(point.parsed.x)} in ${count(rows[point.dataIndex].purchases)} purchases` } } },
          scales: { x: axis(compactMoney, { beginAtZero: true, ticks: { maxTicksLimit: 5 } }), y: axis(null, { grid: { display: false }, ticks: { autoSkip: false } }) },
        },
      },
      {
        columns: [
          { title: 'Product', cell: (row) => String(row.product_id) },
          { title: 'Events', number: true, cell: (row) => count(row.events) },
          { title: 'Purchases', number: true, cell: (row) => count(row.purchases) },
          { title: 'Revenue', number: true, cell: (row) => exactMoney(row.revenue) },
        ],
        rows,
      },
      'chart-tall',
    );
  },
};
