import { Problem } from './api.js';
import { el, withCommands } from './dom.js';

/**
 * A part of the page that loads, shows and fails by itself. What it is made of:
 *
 * - id, title, hint, width (third, half, most, full)
 * - load(): asks the API
 * - isEmpty(answer): whether there is nothing to show; empty: what to say then
 * - show(answer, body): draws; called again with each fresh answer
 * - start({body, controls, refresh}): once, before it is first loaded
 * - watches: which counts of the live events, when they change, make it out of date; pause: how many
 *   milliseconds it is not asked again all the same
 */
export class Panel {
  constructor(parts) {
    this.parts = parts;
    this.controls = el('div', { class: 'controls' });
    this.said = el('div', { class: 'panel-state', role: 'status' });
    this.body = el('div', { class: 'panel-body' });
    const title = `${parts.id}-title`;
    this.node = el(
      'article',
      { class: `panel ${parts.width}`, id: `panel-${parts.id}`, 'aria-labelledby': title },
      el(
        'header',
        { class: 'panel-head' },
        el('div', {}, el('h3', { id: title }, parts.title), parts.hint ? el('p', { class: 'hint' }, parts.hint) : null),
        this.controls,
      ),
      this.said,
      this.body,
    );
    this.state('loading');
  }

  /** Asks and shows; while one question is under way no other is asked, but one after it. */
  refresh = async () => {
    if (this.asking) {
      this.again = true;
      return;
    }
    this.asking = true;
    try {
      this.tell(await this.parts.load());
    } catch (failure) {
      this.fail(failure);
    }
    this.asking = false;
    if (this.again) {
      this.again = false;
      await this.refresh();
    }
  };

  start() {
    this.parts.start?.({ body: this.body, controls: this.controls, refresh: this.refresh });
    addEventListener('themechange', () => this.answer && this.tell(this.answer));
    addEventListener('tokenchange', this.refresh);
    return this.refresh();
  }

  tell(answer) {
    if (this.parts.isEmpty?.(answer)) {
      this.answer = null;
      this.state('empty', el('strong', {}, 'Nothing here yet'), el('span', {}, ...withCommands(this.parts.empty)));
      return;
    }
    this.answer = answer;
    this.state('ready'); // before it is drawn: a chart in a hidden place has no size
    this.parts.show(answer, this.body);
  }

  /** That a table is not there is no fault. What was shown stays, under what is said. */
  fail(failure) {
    const problem = failure instanceof Problem ? failure : new Problem(0, 'This panel failed', failure.message);
    if (!(failure instanceof Problem)) console.error(this.parts.id, failure);
    const words = [el('strong', {}, problem.title), el('span', {}, ' ', ...withCommands(problem.message))];
    if (problem.status === 404) {
      this.answer = null;
      this.state('empty', ...words);
    } else {
      const again = el('button', { type: 'button', class: 'button button-small', click: this.refresh }, 'Try again');
      this.state('error', el('p', {}, ...words), again);
    }
  }

  state(name, ...words) {
    this.node.dataset.state = name;
    this.node.setAttribute('aria-busy', String(name === 'loading'));
    if (name === 'loading') words = [el('span', { class: 'unseen' }, 'Loading')];
    if (this.said.textContent !== words.map((word) => word.textContent).join('')) this.said.replaceChildren(...words);
  }
}
