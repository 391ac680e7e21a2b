import { ask } from '../page/api.js';
import { el } from '../page/dom.js';
import { count, NONE, rate, span, time } from '../page/format.js';
import { table } from '../page/table.js';

const KINDS = { running: 'good', submitted: 'good', stopped: 'warn', lost: 'bad', failed: 'bad', unbalanced: 'bad' };
const behind = (watermark) => span(Math.max(0, (Date.now() - new Date(watermark)) / 1000));

/** Jobs that run or are to go on: how far, how fast, how far behind. */
export const jobs = {
  id: 'jobs',
  title: 'Jobs',
  hint: 'Lag: messages left to read. Watermark: how far event time has come',
  width: 'full',
  watches: ['runs', 'running', 'ended', 'lag', 'watermark'],
  load: () => ask('jobs'),
  isEmpty: ({ jobs: all }) => all.length === 0,
  empty: 'No job has been started. To start one: ./pulse run --dataset=activity.events --source=kafka:events --sink=postgres',
  show({ jobs: rows }, body) {
    body.replaceChildren(
      table({
        caption: 'Jobs with their lag and watermark',
        cards: true,
        rows: rows.slice(0, 12),
        columns: [
          { title: 'Job', wrap: true, cell: (row) => row.job },
          { title: 'Dataset', cell: (row) => row.dataset },
          { title: 'State', cell: (row) => el('span', { class: `badge badge-${KINDS[row.state] ?? 'none'}` }, row.state) },
          { title: 'Runner', wide: true, cell: (row) => row.runner },
          { title: 'Read', number: true, cell: (row) => count(row.read) },
          { title: 'Records/s', number: true, cell: (row) => rate(row.rate) },
          { title: 'Refused', number: true, cell: (row) => count(row.refused) },
          { title: 'Lag', number: true, cell: (row) => count(row.lag) },
          { title: 'Watermark', cell: (row) => (row.watermark ? `${time(row.watermark)} (${behind(row.watermark)} behind)` : NONE) },
        ],
      }),
    );
  },
};
