import { ask } from '../page/api.js';
import { axis, draw, faint, placeIn, series } from '../page/charts.js';
import { el } from '../page/dom.js';
import { compact, count, percent } from '../page/format.js';
import { period } from '../page/period.js';

const NAMES = { view: 'View', cart: 'Cart', purchase: 'Purchase' };
const of = (part, whole) => (whole ? part / whole : null);

/** How many views became carts, and carts purchases. */
export const funnel = {
  id: 'funnel',
  title: 'From view to purchase',
  hint: 'Events, and the share that goes on',
  width: 'third',
  ofPeriod: true,
  watches: ['events'],
  load() {
    const { from, to } = period();
    return ask('funnel', { from, to });
  },
  isEmpty: ({ steps }) => steps.every((step) => !step.events),
  empty: 'No events in this period: choose a longer one. To follow a feed: ./pulse run --dataset=activity.events --source=kafka:events --sink=postgres',
  show({ steps }, body) {
    const rows = steps.map((step, place) => ({ ...step, name: NAMES[step.action] ?? step.action, share: place ? of(step.events, steps[place - 1].events) : null }));
    const figure = body.querySelector('.figure') ?? body.appendChild(el('p', { class: 'figure' }));
    figure.replaceChildren(el('b', {}, percent(of(rows.at(-1).events, rows[0].events))), el('span', {}, 'of views end in a purchase'));
    draw(
      placeIn(body),
      rows.map((row) => `${row.name} ${count(row.events)}`).join(', '),
      {
        type: 'bar',
        data: {
          labels: rows.map((row) => (row.share === null ? row.name : [row.name, percent(row.share)])),
          datasets: [{ label: 'Events', data: rows.map((row) => row.events), backgroundColor: [0, 1, 2].map((place) => faint(series(place), 'd9')), borderRadius: 4, maxBarThickness: 38 }],
        },
        options: { indexAxis: 'y', scales: { x: axis(compact, { beginAtZero: true, ticks: { maxTicksLimit: 5 } }), y: axis(null, { grid: { display: false } }) } },
      },
      { columns: [{ title: 'Step', cell: (row) => row.name }, { title: 'Events', number: true, cell: (row) => count(row.events) }, { title: 'Of the step before', number: true, cell: (row) => percent(row.share) }], rows },
      'chart-low',
    );
  },
};
