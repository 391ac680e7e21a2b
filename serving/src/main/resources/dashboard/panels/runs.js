import { ask } from '../page/api.js';
import { el } from '../page/dom.js';
import { count, NONE, time } from '../page/format.js';
import { table } from '../page/table.js';

const reasons = (row) => Object.entries(row.refused_by_reason ?? {}).map(([reason, many]) => `${count(many)} ${reason}`).join(', ');

/** Runs with their balance: what was read is what was accepted and what was refused. */
export const runs = {
  id: 'runs',
  title: 'Runs',
  hint: 'Read = accepted + refused',
  width: 'full',
  watches: ['runs', 'running', 'ended'],
  load: () => ask('runs', { limit: 10 }),
  isEmpty: ({ runs: all }) => all.length === 0,
  empty: 'Nothing has been run. To run something: ./pulse run --dataset=northwind.orders --source=files:orders.csv --sink=postgres',
  show({ runs: rows }, body) {
    body.replaceChildren(
      table({
        caption: 'Runs with their balance',
        cards: true,
        rows,
        columns: [
          { title: 'Dataset', wrap: true, cell: (row) => row.dataset },
          { title: 'Started', cell: (row) => time(row.started) },
          { title: 'State', cell: (row) => row.state },
          { title: 'Read', number: true, cell: (row) => count(row.read) },
          { title: 'Accepted', number: true, cell: (row) => count(row.accepted) },
          { title: 'Refused', number: true, cell: (row) => count(row.refused) },
          { title: 'Reasons', wrap: true, quiet: true, cell: (row) => reasons(row) || NONE },
          { title: 'Balance', cell: balance },
        ],
      }),
    );
  },
};

function balance(row) {
  if (row.balanced === null) return el('span', { class: 'badge' }, 'not ended');
  return row.balanced ? el('span', { class: 'badge badge-good' }, 'balanced') : el('span', { class: 'badge badge-bad' }, 'not balanced');
}
