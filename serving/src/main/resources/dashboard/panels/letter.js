import { ask, Problem, tell, token } from '../page/api.js';
import { el, withCommands } from '../page/dom.js';
import { count, NONE, time } from '../page/format.js';
import { tokenField } from '../page/token.js';

const PATIENCE = 120_000;
const PAUSE = 1_000;
const SO_FAR = {
  waiting: 'It waits for its turn.',
  running: 'Its bytes go through the same steps again. This takes some seconds.',
};

/** A dead letter in a dialog, with its bytes; an operator can send it through the graph again. */
export async function openLetter(id, changed) {
  const heading = el('h2', { id: 'letter-title' }, 'Dead letter');
  const body = el('div', { class: 'dialog-body' }, el('p', { role: 'status' }, 'Loading'));
  const dialog = el(
    'dialog',
    { id: 'letter', 'aria-labelledby': 'letter-title', close: () => dialog.remove() },
    el('div', { class: 'dialog-head' }, heading, el('button', { type: 'button', class: 'button button-small', click: () => dialog.close() }, 'Close')),
    body,
  );
  document.body.append(dialog);
  dialog.showModal();
  try {
    const letter = await ask(`dead-letters/${encodeURIComponent(id)}`);
    heading.textContent = `Refused: ${letter.reason}`;
    body.replaceChildren(...content(letter), replay(letter, changed));
  } catch (failure) {
    body.replaceChildren(el('p', { class: 'said', 'data-kind': 'bad', role: 'alert' }, `${failure.title ?? 'It failed'}. ${failure.message}`));
  }
}

function content(letter) {
  const facts = [
    ['Dataset', letter.dataset],
    ['Step', letter.step],
    ['Field', letter.field || NONE],
    ['Source', letter.source],
    ['Event time', time(letter.event_time)],
    ['Attempts', count(letter.attempts)],
    ['Run', letter.run],
  ];
  return [
    el('p', {}, letter.message),
    el('dl', { class: 'facts' }, facts.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
    el('pre', { tabindex: '0', 'aria-label': 'The record as it came' }, letter.text ?? `base64: ${letter.bytes}`),
  ];
}

function replay(letter, changed) {
  const { node, input } = tokenField('letter-token', 'Operator’s token', 'Kept in this tab alone. To make one: ./pulse token create --name=me --role=operator');
  const said = el('p', { class: 'said', role: 'status' });
  const button = el('button', { type: 'submit', class: 'button button-main' }, 'Replay');
  const say = (kind, ...words) => {
    said.dataset.kind = kind;
    said.replaceChildren(...words);
  };
  const begin = async (event) => {
    event.preventDefault();
    button.disabled = true;
    if (input.value.trim() !== token.get()) token.set(input.value.trim());
    say('', SO_FAR.waiting);
    try {
      await tell(`dead-letters/${encodeURIComponent(letter.id)}/replay`);
      say(...(await ended(letter, (state) => say('', SO_FAR[state] ?? SO_FAR.running))));
    } catch (failure) {
      const known = failure instanceof Problem;
      say('bad', ...withCommands(`${known ? failure.title : 'It failed'}. ${failure.message}`));
    }
    button.disabled = false;
    changed();
  };
  return el('form', { class: 'replay', submit: begin }, node, el('div', { class: 'actions' }, button, said));
}

/** Waits until the letter is closed, or was refused once more. */
async function ended(letter, told) {
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
    await new Promise((done) => setTimeout(done, PAUSE));
    const now = await ask(`dead-letters/${encodeURIComponent(letter.id)}`);
    if (now.state !== 'open') return ['good', 'Replayed: the record is in the sinks now, and the letter is closed.'];
    if (now.replay?.state === 'refused') return ['bad', `Refused again: ${now.message}`];
    if (now.replay?.state === 'failed') return ['bad', `It failed. ${now.replay.why ?? ''}`];
    told(now.replay?.state);
  }
  return ['bad', 'It has not ended yet. The list shows the letter until it is closed.'];
}
