import { ask } from '../page/api.js';
import { el } from '../page/dom.js';
import { count } from '../page/format.js';

const asked = { q: '', dataset: '' };
let refreshAll = null;

/** Full text, with what matched set apart and how many of each dataset there are. */
export const search = {
  id: 'search',
  title: 'Full text',
  hint: 'Words of titles, authors, names, cities',
  width: 'full',
  load: async () => (asked.q ? ask('search', { ...asked, limit: 10 }) : null),
  start({ body, refresh }) {
    refreshAll = refresh;
    const input = el('input', { class: 'field', type: 'search', name: 'q', 'aria-label': 'Search books, products and customers', placeholder: 'Search books, products, customers', autocomplete: 'off', maxlength: '200' });
    const begin = (event) => {
      event.preventDefault();
      Object.assign(asked, { q: input.value.replaceAll(';', ' ').trim(), dataset: '' });
      refresh();
    };
    // The form stands above what the panel says, for it must stay when nothing was found.
    body.before(el('form', { class: 'search-form', role: 'search', submit: begin }, input, el('button', { type: 'submit', class: 'button button-main' }, 'Search')));
    body.parentNode.querySelector('.search-form').after(body.parentNode.querySelector('.panel-state'));
  },
  show(answer, body) {
    body.replaceChildren(...(answer ? found(answer) : [el('p', { class: 'quiet' }, 'Type some words, and press Enter.')]));
  },
};

function found({ q, total, hits, facets }) {
  if (total === 0) return [el('p', { role: 'status' }, `Nothing has “${q}” in it.`)];
  return [
    el('p', { class: 'unseen', role: 'status' }, `${count(total)} found`),
    el('div', { class: 'chips', role: 'group', 'aria-label': 'Datasets' }, chip('', 'All', null), ...(facets.dataset ?? []).map(({ value, count: many }) => chip(value, value, many))),
    el('p', { class: 'quiet found', 'aria-hidden': 'true' }, `${count(total)} found`),
    el('ol', { class: 'hits' }, hits.map(hit)),
  ];
}

function chip(dataset, name, many) {
  const pick = () => {
    asked.dataset = dataset;
    refreshAll();
  };
  return el('button', { type: 'button', class: 'chip', 'aria-pressed': String(asked.dataset === dataset), click: pick }, name, many === null ? null : el('span', {}, count(many)));
}

function hit({ dataset, key, title, highlights }) {
  const texts = Object.entries(highlights ?? {}).slice(0, 3);
  return el(
    'li',
    { class: 'hit', 'data-key': typeof key === 'object' ? JSON.stringify(key) : key },
    el('div', { class: 'hit-head' }, el('strong', {}, title), el('span', { class: 'badge' }, dataset)),
    texts.map(([field, fragments]) => el('p', {}, `${field.replaceAll('_', ' ')}: `, ...fragments.slice(0, 2).flatMap((fragment, i) => [i ? ' … ' : '', ...marked(fragment)]))),
  );
}

/**
 * What the API sends as safe HTML, made anew of its texts and its marks alone: even a fragment that
 * was not escaped could bring no other element into the page.
 */
function marked(fragment) {
  const parsed = new DOMParser().parseFromString(fragment, 'text/html').body;
  return [...parsed.childNodes].map((node) => (node.nodeName === 'MARK' ? el('mark', {}, node.textContent) : node.textContent));
}
