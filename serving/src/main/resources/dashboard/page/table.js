import { el } from './dom.js';

/**
 * A table. A column is {title, cell: row => text or node, number, wrap, quiet, bar, wide}; the first one names
 * the row, a wide one is left out on a phone.
 *
 * @param caption for those who hear the page
 * @param cards whether, on a phone, each row is a card: for many columns
 */
export function table({ caption, columns, rows, cards = false }) {
  const head = columns.map((column) => el('th', { scope: 'col', role: 'columnheader', class: kind(column) }, column.title));
  return el(
    'table',
    { class: cards ? 'cards' : null, role: 'table' },
    el('caption', { class: 'unseen' }, caption),
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, head)),
    el('tbody', { role: 'rowgroup' }, rows.map((row) => line(columns, row))),
  );
}

const kind = ({ number, wrap, quiet, bar, wide }) =>
  [number && 'number', wrap && 'wrap', quiet && 'quiet', bar && 'bar-cell', wide && 'wide'].filter(Boolean).join(' ') || null;

// Roles are said, for a cell that is laid out as a block loses its own.
function line(columns, row) {
  return el(
    'tr',
    { role: 'row' },
    columns.map((column, place) =>
      place === 0
        ? el('th', { scope: 'row', role: 'rowheader', class: kind(column) }, column.cell(row))
        : el('td', { role: 'cell', class: kind(column), 'data-label': column.title || null }, column.cell(row)),
    ),
  );
}
