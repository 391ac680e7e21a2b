import { token } from './api.js';
import { el } from './dom.js';

/** A field for a token and what to do with it. */
export function tokenField(id, label, hint) {
  const input = el('input', { class: 'field', id, type: 'password', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': `${id}-hint` });
  input.value = token.get();
  const node = el('div', {}, el('label', { class: 'label', for: id }, label), input, el('p', { class: 'label', id: `${id}-hint` }, hint));
  return { node, input };
}

/** The button in the bar: for a server that reads from nobody without a token. */
export function startToken(button) {
  const { node, input } = tokenField('bar-token', 'Reader’s or operator’s token', 'Kept in this tab alone. To make one: ./pulse token create --name=me --role=operator');
  const end = (value) => {
    if (value !== null) token.set(value.trim());
    dialog.close();
  };
  const dialog = el(
    'dialog',
    { 'aria-labelledby': 'token-title' },
    el('div', { class: 'dialog-head' }, el('h2', { id: 'token-title' }, 'Token'), el('button', { type: 'button', class: 'button button-small', click: () => end(null) }, 'Close')),
    el(
      'form',
      { class: 'dialog-body', method: 'dialog', submit: (event) => { event.preventDefault(); end(input.value); } },
      node,
      el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'button button-main' }, 'Use it'), el('button', { type: 'button', class: 'button', click: () => end('') }, 'Forget it')),
    ),
  );
  document.body.append(dialog);
  const tell = () => (button.textContent = token.get() ? 'Token set' : 'Token');
  addEventListener('tokenchange', tell);
  button.addEventListener('click', () => { input.value = token.get(); dialog.showModal(); input.focus(); });
  tell();
}
