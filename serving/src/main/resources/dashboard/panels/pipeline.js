import { ask } from '../page/api.js';
import { axis, draw, faint, placeIn, series } from '../page/charts.js';
import { el } from '../page/dom.js';
import { compact, compactMoney, count, money } from '../page/format.js';

const ORDER = ['Prospecting', 'Engaging', 'Won', 'Lost'];
const COLOURS = { Won: 2, Lost: 1 };
const place = ({ stage }) => (ORDER.includes(stage) ? ORDER.indexOf(stage) : ORDER.length);

/** Opportunities by how far they have come. */
export const pipeline = {
  id: 'pipeline',
  title: 'Sales pipeline',
  hint: 'Opportunities by stage',
  width: 'half',
  watches: ['ended'],
  load: () => ask('pipeline'),
  isEmpty: ({ stages }) => stages.length === 0,
  empty: 'No opportunities have been loaded. To load some: ./pulse run --dataset=crm.sales_pipeline --source=files:sales_pipeline.csv --sink=postgres',
  show({ stages }, body) {
    const rows = [...stages].sort((a, b) => place(a) - place(b));
    const won = rows.find(({ stage }) => stage === 'Won');
    const figure = body.querySelector('.figure') ?? body.appendChild(el('p', { class: 'figure' }));
    figure.replaceChildren(el('b', {}, compactMoney(won?.value ?? 0)), el('span', {}, `won in ${count(won?.opportunities ?? 0)} of ${count(rows.reduce((sum, row) => sum + row.opportunities, 0))} opportunities`));
    draw(
      placeIn(body),
      rows.map((row) => `${row.stage}: ${count(row.opportunities)} opportunities, ${money(row.value)}`).join('; '),
      {
        type: 'bar',
        data: {
          labels: rows.map((row) => row.stage),
          datasets: [{ label: 'Opportunities', data: rows.map((row) => row.opportunities), backgroundColor: rows.map(({ stage }) => faint(series(COLOURS[stage] ?? 0), 'd9')), borderRadius: 4, maxBarThickness: 40 }],
        },
        options: {
          indexAxis: 'y',
          plugins: { tooltip: { callbacks: { label: ({ dataIndex: at }) => `${count(rows[at].opportunities)} opportunities, ${money(rows[at].value)}` } } },
          scales: { x: axis(compact, { beginAtZero: true, ticks: { maxTicksLimit: 6 } }), y: axis(null, { grid: { display: false }, ticks: { autoSkip: false } }) },
        },
      },
      { columns: [{ title: 'Stage', cell: (row) => row.stage }, { title: 'Opportunities', number: true, cell: (row) => count(row.opportunities) }, { title: 'Value', number: true, cell: (row) => money(row.value) }], rows },
      'chart-tall',
    );
  },
};
