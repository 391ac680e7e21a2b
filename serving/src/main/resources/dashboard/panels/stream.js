import { axis, bare, draw, faint, placeIn, series } from '../page/charts.js';
import { count, rate, time } from '../page/format.js';

/** Events per second over the last two minutes, as the server tells them. */
const SECONDS = 120;
const taken = [];
let body = null;

export const stream = {
  id: 'stream',
  title: 'Events per second',
  hint: 'The last two minutes',
  width: 'most',
  load: async () => taken,
  isEmpty: (all) => all.length === 0,
  empty: 'Waiting for the first live event of the server.',
  start(parts) {
    body = parts.body;
    stream.refresh = parts.refresh;
  },
  take(now) {
    taken.push(now);
    const oldest = new Date(now.at) - SECONDS * 1_000;
    while (new Date(taken[0].at) < oldest) taken.shift();
    if (!document.hidden) stream.refresh();
  },
  show(all) {
    const last = new Date(all.at(-1).at);
    const points = all.map(({ at, events_per_second: y }) => ({ x: (new Date(at) - last) / 1_000, y }));
    draw(
      placeIn(body),
      `Events per second, ${rate(points.at(-1).y)} now`,
      {
        type: 'line',
        quick: true,
        data: { datasets: [{ label: 'Events per second', data: points, borderColor: series(0), backgroundColor: faint(series(0)), fill: true, borderWidth: 2, pointRadius: 0, tension: 0.25 }] },
        options: {
          animation: false,
          plugins: { tooltip: { callbacks: { title: ([point]) => `${Math.round(-point.parsed.x)} s ago`, label: (point) => `${rate(point.parsed.y)} events per second` } } },
          scales: {
            x: axis((x) => (x === 0 ? 'now' : `${x} s`), { type: 'linear', min: -SECONDS, max: 0, ...bare, ticks: { stepSize: 30 } }),
            y: axis(count, { beginAtZero: true, suggestedMax: 5, ticks: { maxTicksLimit: 5 } }),
          },
        },
      },
      { columns: [{ title: 'Time', cell: (row) => time(row.at) }, { title: 'Events per second', number: true, cell: (row) => rate(row.events_per_second) }], rows: [...all].reverse() },
    );
  },
};
