import { ask } from '../page/api.js';
import { el } from '../page/dom.js';
import { ago, count, percent } from '../page/format.js';
import { table } from '../page/table.js';

/** Who a trained model says is likely to buy. */
export const buyers = {
  id: 'buyers',
  title: 'Likely buyers',
  hint: 'By the model, from what each did in the session',
  width: 'half',
  watches: ['events'],
  load: () => ask('predictions', { limit: 8 }),
  isEmpty: ({ predictions }) => predictions.length === 0,
  empty: 'No session has been scored. To have it done: ./pulse run --dataset=activity.events --model=FOLDER',
  show({ predictions }, body) {
    body.replaceChildren(
      table({
        caption: 'The users who are most likely to buy',
        rows: predictions,
        columns: [
          { title: 'User', cell: (row) => `User ${row.user_id}` },
          { title: 'Likelihood', bar: true, cell: likelihood },
          { title: 'Events', number: true, cell: (row) => count(row.events) },
          { title: 'Last seen', quiet: true, cell: (row) => ago(row.event_time) },
        ],
      }),
    );
  },
};

const likelihood = (row) =>
  el('span', {}, el('meter', { min: 0, max: 1, value: row.likelihood, 'aria-label': `Likelihood of user ${row.user_id}` }), el('b', {}, percent(row.likelihood)));
