/**
 * An element with attributes and children. Text becomes a text node, never markup; an attribute that
 * is a function listens, one that is null is left out.
 */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(key, value);
    else if (value === true) node.setAttribute(key, '');
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** A choice of one among few: a group of buttons, one pressed. */
export function choice(node, options, chosen, choose) {
  const buttons = options.map(([value, label]) =>
    el('button', { type: 'button', 'data-value': value, 'aria-pressed': String(value === chosen), click: () => pick(value) }, label),
  );
  const pick = (value) => {
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.value === value)));
    choose(value);
  };
  node.replaceChildren(...buttons);
  return node;
}

/** A labelled list to choose from; the label is for those who do not see where it stands. */
export function select(label, options, chosen, choose) {
  const list = el('select', { class: 'select', 'aria-label': label, change: (event) => choose(event.target.value) });
  list.append(...options.map(([value, text]) => el('option', { value, selected: value === chosen }, text)));
  return list;
}

/** A text of the API with its commands, which begin with ./pulse, set apart. */
export function withCommands(text) {
  return text
    .split(/(\.\/pulse [^;]*?(?=\.?$|; |\. [A-Z]))/)
    .filter((part) => part)
    .map((part) => (part.startsWith('./pulse ') ? el('code', {}, part) : part));
}
