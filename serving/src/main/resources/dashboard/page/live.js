import { follow } from './api.js';

/**
 * Follows the server's events for as long as the page is there, and begins again when they end. By
 * fetch, not by EventSource: that one cannot carry a token.
 *
 * @param on what to do with an event's name and its data, and with how the link is: live, lost
 */
export function followLive({ event, link }) {
  let patience = 1_000;
  let current = null;
  const again = () => setTimeout(start, patience);

  async function start() {
    current = new AbortController();
    try {
      const response = await follow('live', current.signal);
      for await (const [name, data] of events(response.body)) {
        patience = 1_000;
        link('live');
        event(name, data);
      }
      link('lost');
    } catch (failure) {
      link('lost', failure);
    }
    patience = Math.min(patience * 2, 15_000);
    again();
  }

  addEventListener('tokenchange', () => current?.abort());
  start();
}

/** Name and data of each event in a stream of text/event-stream; comments are passed over. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const blocks = (rest + read.value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const lines = block.split('\n');
      const of = (field) => lines.filter((line) => line.startsWith(`${field}: `)).map((line) => line.slice(field.length + 2));
      const data = of('data').join('\n');
      if (data) yield [of('event')[0] ?? 'message', JSON.parse(data)];
    }
  }
}
