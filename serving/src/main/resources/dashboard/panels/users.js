import { ask } from '../page/api.js';
import { axis, bare, draw, faint, placeIn, series } from '../page/charts.js';
import { choice, el } from '../page/dom.js';
import { clock, count, day, time } from '../page/format.js';

const WINDOWS = [['PT1H', 'Hour'], ['P1D', 'Day'], ['P30D', '30 days']];
let chosen = 'PT1H';

/** Distinct users of an hour, a day, thirty days. */
export const users = {
  id: 'users',
  title: 'Active users',
  width: 'third',
  watches: ['active_users', 'events'],
  load: () => ask('active-users', { window: chosen }),
  isEmpty: ({ series: all, active_users: now }) => all.length === 0 && !now,
  empty: 'Nobody was active in these windows. To follow a feed: ./pulse run --dataset=activity.events --source=kafka:events --sink=postgres',
  start({ controls, refresh }) {
    controls.append(choice(el('div', { class: 'choice', role: 'group', 'aria-label': 'Window' }), WINDOWS, chosen, (value) => { chosen = value; refresh(); }));
  },
  show(answer, body) {
    const write = chosen === 'PT1H' ? clock : (at) => day(at).slice(5);
    const all = answer.series.slice(-24);
    const figure = body.querySelector('.figure') ?? body.appendChild(el('p', { class: 'figure' }));
    figure.replaceChildren(el('b', {}, count(answer.active_users)), el('span', {}, `${answer.is_exact ? '' : 'about, '}in the window until ${time(answer.at).slice(0, 16)}`));
    draw(
      placeIn(body),
      `Active users, ${all.length} windows`,
      {
        type: 'bar',
        data: { labels: all.map((row) => write(row.window_start)), datasets: [{ label: 'Active users', data: all.map((row) => row.active_users), backgroundColor: faint(series(0), 'd9'), borderRadius: 3, maxBarThickness: 34 }] },
        options: { scales: { x: axis(null, bare), y: axis(count, { beginAtZero: true, ticks: { maxTicksLimit: 5 } }) } },
      },
      { columns: [{ title: 'Window', cell: (row) => time(row.window_start).slice(0, 16) }, { title: 'Users', number: true, cell: (row) => count(row.active_users) }, { title: 'Exact', cell: (row) => (row.is_exact ? 'yes' : 'no') }], rows: [...answer.series].reverse() },
      'chart-low',
    );
  },
};
