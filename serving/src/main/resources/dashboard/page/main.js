import { ask } from './api.js';
import { el, withCommands } from './dom.js';
import { followLive } from './live.js';
import { Panel } from './panel.js';
import { startPeriod } from './period.js';
import { startTheme } from './theme.js';
import { startTiles, watermark } from './tiles.js';
import { startToken } from './token.js';
import { users } from '../panels/users.js';
import { stream } from '../panels/stream.js';
import { funnel } from '../panels/funnel.js';
import { revenue } from '../panels/revenue.js';
import { products } from '../panels/products.js';
import { buyers } from '../panels/buyers.js';
import { indicators } from '../panels/indicators.js';
import { stocks } from '../panels/stocks.js';
import { salaries } from '../panels/salaries.js';
import { pipeline } from '../panels/pipeline.js';
import { search } from '../panels/search.js';
import { jobs } from '../panels/jobs.js';
import { runs } from '../panels/runs.js';
import { letters } from '../panels/letters.js';

/** The page: panels in their sections, and live events that say when they are out of date. */
const SECTIONS = {
  live: [stream, users],
  shop: [funnel, revenue, products, buyers],
  world: [indicators, stocks],
  work: [salaries, pipeline],
  search: [search],
  operations: [jobs, runs, letters],
};
const PAUSE = 4_000;

const byId = (id) => document.getElementById(id);
const panels = [];
for (const [section, all] of Object.entries(SECTIONS)) {
  for (const parts of all) {
    const panel = new Panel(parts);
    byId(section).querySelector('.grid').append(panel.node);
    panels.push(panel);
  }
}

startTheme(byId('theme-button'));
startToken(byId('token-button'));
startPeriod(byId('period'), () => panels.filter((panel) => panel.parts.ofPeriod).forEach((panel) => panel.refresh()));
panels.forEach((panel) => panel.start());
const writeTiles = startTiles(byId('tiles'));

let before = {};
followLive({
  event(name, now) {
    if (name !== 'pulse') {
      byId('live-hint').textContent = now.detail;
      return;
    }
    writeTiles(now);
    byId('live-hint').textContent = watermark(now);
    stream.take(now);
    freshen(now);
    begin(now);
  },
  link(state, failure) {
    byId('link').dataset.state = state;
    const words = state === 'live' ? 'Live' : failure?.status === 401 ? 'Needs a token' : 'Not connected';
    if (byId('link-text').textContent !== words) byId('link-text').textContent = words;
  },
});

/** Asks anew what has changed since the last event; no panel more often than every few seconds. */
function freshen(now) {
  const changed = Object.keys(now).filter((name) => now[name] !== before[name]);
  before = now;
  for (const panel of panels) {
    if (panel.parts.watches?.some((name) => changed.includes(name))) panel.stale = true;
    const rested = Date.now() - (panel.refreshed ?? 0) > (panel.parts.pause ?? PAUSE);
    if (panel.stale && rested && !document.hidden) {
      panel.stale = false;
      panel.refreshed = Date.now();
      panel.refresh();
    }
  }
}

/** How to begin, while nothing is there. */
async function begin(now) {
  const notice = byId('begin');
  if (now.runs > 0 || notice.asked) {
    notice.hidden = now.runs > 0;
    return;
  }
  notice.asked = true;
  const { datasets } = await ask('datasets').catch(() => ({ datasets: [] }));
  notice.replaceChildren(
    el('h2', {}, 'Nothing has been run yet'),
    el('p', {}, `This page shows what is in the tables, and they are empty. ${datasets.length} datasets are known. To fill them:`),
    el('pre', {}, './pulse demo                       # all of it, on made-up data\n./pulse run --dataset=northwind.orders --source=files:orders.csv --sink=postgres,elasticsearch'),
    el('p', {}, ...withCommands('The page fills by itself. Every dataset, and how its files look: ./pulse datasets')),
  );
  notice.hidden = false;
}

/** The section at hand, in the bar: the last one that begins in the upper part of the window. */
const links = [...document.querySelectorAll('.bar nav a')];
function mark() {
  const above = links.filter((link) => document.querySelector(link.hash).getBoundingClientRect().top < innerHeight * 0.4);
  const atHand = above.at(-1) ?? links[0];
  links.forEach((link) => (link === atHand ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
}
addEventListener('scroll', mark, { passive: true });
mark();
