import { el } from './dom.js';
import { compact, compactMoney, count, rate, span } from './format.js';

/** The numbers on top; each live event writes them anew. */
const TILES = [
  ['rate', 'Events per second', (now) => rate(now.events_per_second), (now) => (now.lag === null ? 'no job reads' : `lag ${count(now.lag)}`)],
  ['active', 'Active users', (now) => count(now.active_users), () => 'in this hour'],
  ['events', 'Events', (now) => compact(now.events), () => 'in 24 hours'],
  ['purchases', 'Purchases', (now) => compact(now.purchases), () => 'in 24 hours'],
  ['revenue', 'Revenue', (now) => compactMoney(now.revenue), () => 'in 24 hours'],
  ['letters', 'Dead letters', (now) => count(now.open_letters), () => 'open'],
];

export function startTiles(list) {
  const tiles = TILES.map(([name, title, value, note]) => {
    const number = el('span', { 'data-tile': name }, '–');
    const small = el('div', { class: 'note' }, '\u00a0');
    list.append(el('div', { class: 'tile' }, el('dt', {}, title), el('dd', {}, number, small)));
    return (now) => {
      number.textContent = value(now);
      small.textContent = note(now);
    };
  });
  return (now) => tiles.forEach((write) => write(now));
}

/** How far event time has come, in words. */
export function watermark(now) {
  if (!now.watermark) return 'Events as they are read';
  const behind = Math.max(0, (new Date(now.at) - new Date(now.watermark)) / 1000);
  return `Event time has come to ${now.watermark.slice(11, 19)}, ${span(behind)} behind`;
}
