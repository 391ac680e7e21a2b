/** Asks the API; what it says is wrong is an error that carries its words. */

/** An RFC 9457 problem, or that nobody answered (status 0). */
export class Problem extends Error {
  constructor(status, title, detail, errors = []) {
    super(detail);
    Object.assign(this, { status, title, errors });
  }
}

const KEPT = 'pulse.token';

/** The token that requests carry: this tab's alone, and gone with it. */
export const token = {
  get: () => sessionStorage.getItem(KEPT) ?? '',
  set(value) {
    if (value) sessionStorage.setItem(KEPT, value);
    else sessionStorage.removeItem(KEPT);
    dispatchEvent(new Event('tokenchange'));
  },
};

/** Most servers let this machine read without a token: one that is wrong must not hide everything. */
let readersNeedOne = false;

/** A read: without a token, unless it is known, or turns out, that one is needed. */
async function read(path, init = {}) {
  const response = await send(path, init, readersNeedOne);
  if (response.status !== 401 || readersNeedOne || !token.get()) return response;
  readersNeedOne = true;
  return send(path, init, true);
}

async function send(path, { accept = 'application/json', ...init }, withToken) {
  const bearer = withToken && token.get() ? { Authorization: `Bearer ${token.get()}` } : {};
  try {
    return await fetch(path, { ...init, headers: { Accept: accept, ...bearer } });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem(0, 'The server does not answer', 'It was stopped, or cannot be reached. To start it: ./pulse serve');
  }
}

async function checked(response) {
  if (response.ok) return response;
  const told = await response.json().catch(() => ({}));
  throw new Problem(response.status, told.title ?? `Status ${response.status}`, told.detail ?? '', told.errors);
}

function query(parameters) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) if (one !== undefined && one !== null && one !== '') search.append(name, one);
  }
  return search.size ? `?${search}` : '';
}

/** What a page says, as an object. */
export async function ask(path, parameters = {}) {
  return (await checked(await read(`api/${path}${query(parameters)}`))).json();
}

/** Asks for something to be done; the answer with its headers. */
export async function tell(path) {
  return checked(await send(`api/${path}`, { method: 'POST' }, true));
}

/** An answer that goes on. */
export async function follow(path, signal) {
  return checked(await read(`api/${path}`, { signal, cache: 'no-store', accept: 'text/event-stream' }));
}
