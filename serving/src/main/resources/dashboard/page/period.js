import { choice } from './dom.js';

/** The span of time that the shop's panels show; it ends now. */
const PERIODS = {
  PT1H: { label: '1 hour', hours: 1, step: 'PT1M' },
  P1D: { label: '24 hours', hours: 24, step: 'PT1H' },
  P7D: { label: '7 days', hours: 7 * 24, step: 'PT6H' },
  P30D: { label: '30 days', hours: 30 * 24, step: 'P1D' },
};
const MILLIS = { PT1M: 60_000, PT1H: 3_600_000, PT6H: 21_600_000, P1D: 86_400_000 };

let chosen = 'P1D';

/** From and to, on whole steps, so that the last step is the one that goes on. */
export function period() {
  const { hours, step, label } = PERIODS[chosen];
  const to = Math.ceil(Date.now() / MILLIS[step]) * MILLIS[step];
  const from = to - hours * 3_600_000;
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), step, label };
}

export function startPeriod(node, changed) {
  choice(node, Object.entries(PERIODS).map(([value, { label }]) => [value, label]), chosen, (value) => {
    chosen = value;
    changed();
  });
}
