import { ask } from '../page/api.js';
import { el, select } from '../page/dom.js';
import { count, time } from '../page/format.js';
import { table } from '../page/table.js';
import { openLetter } from './letter.js';

const PAGE = 10;
const asked = { dataset: '', reason: '' };
let pages = 1;
let refreshAll = null;

/** What was refused and is still open; each can be looked at and sent again. */
export const letters = {
  id: 'letters',
  title: 'Dead letters',
  hint: 'Refused records, with their bytes, their place and the reason',
  width: 'full',
  watches: ['open_letters'],
  async load() {
    const all = [];
    let next = null;
    for (let page = 0; page < pages; page++) {
      const answer = await ask('dead-letters', { ...asked, state: 'open', limit: PAGE, cursor: next });
      all.push(...answer.letters);
      next = answer.next;
      if (!next) break;
    }
    return { all, next };
  },
  start({ controls, refresh }) {
    refreshAll = refresh;
    letters.controls = controls;
  },
  show({ all, next }, body) {
    choices(all);
    if (all.length === 0) {
      body.replaceChildren(el('p', { class: 'quiet' }, 'No record is waiting: all that was refused has been replayed or discarded, or nothing was.'));
      return;
    }
    const held = document.activeElement?.dataset?.letter;
    body.replaceChildren(list(all), ...(next ? [el('button', { type: 'button', class: 'button more', click: () => { pages++; refreshAll(); } }, 'Show more')] : []));
    if (held) body.querySelector(`[data-letter="${CSS.escape(held)}"]`)?.focus();
  },
};

/** A name that must break does so behind its dot, not within a word. */
const breakable = (name) => el('span', {}, name.split(/(?<=\.)/).flatMap((part, i) => (i ? [el('wbr'), part] : [part])));

function list(rows) {
  return table({
    caption: 'Open dead letters',
    cards: true,
    rows,
    columns: [
      { title: 'Dataset', wrap: true, cell: (row) => breakable(row.dataset) },
      { title: 'Reason', cell: (row) => el('span', { class: 'badge badge-warn' }, row.reason) },
      { title: 'Message', wrap: true, cell: (row) => row.message },
      { title: 'Source', wrap: true, quiet: true, wide: true, cell: (row) => row.source },
      { title: 'Event time', quiet: true, wide: true, cell: (row) => time(row.event_time) },
      { title: 'Attempts', number: true, cell: (row) => count(row.attempts) },
      { title: 'Look', cell: (row) => el('button', { type: 'button', class: 'button button-small', 'data-letter': row.id, 'aria-label': `Show the letter of ${row.dataset}, ${row.reason}`, click: () => openLetter(row.id, refreshAll) }, 'Show') },
    ],
  });
}

/** What is on the page can be narrowed to; what was chosen stays, however few are left. */
function choices(all) {
  if (letters.controls.contains(document.activeElement)) return;
  const of = (field) => [...new Set([...all.map((row) => row[field]), asked[field]])].filter(Boolean).sort();
  const narrow = (field, label, every) =>
    select(label, [['', every], ...of(field).map((value) => [value, value])], asked[field], (value) => { asked[field] = value; pages = 1; refreshAll(); });
  letters.controls.replaceChildren(narrow('dataset', 'Dataset of letters', 'All datasets'), narrow('reason', 'Reason of letters', 'All reasons'));
}
