/**
 * Reads server-sent events (WHATWG HTML, 9.2) while they come. The browser's own reader hides two things that a monitor has to
 * know: with which status a stream was refused, and the comments that tell a quiet stream from a dead one.
 */
export class EventLines {
  #reader;
  #line = '';
  #event = {};

  constructor(body) {
    this.#reader = body.pipeThrough(new TextDecoderStream()).getReader();
  }

  /**
   * What came with the next piece: events `{name, data}`, `{retry}` in milliseconds, and `{name: 'ping'}` for a comment. An
   * empty list when the piece ended in the middle of one; null when the stream is over.
   */
  async next() {
    const { done, value } = await this.#reader.read();
    if (done) {
      return null;
    }
    const found = [];
    const lines = (this.#line + value).split('\n');
    this.#line = lines.pop();
    for (const line of lines) {
      this.#read(line.endsWith('\r') ? line.slice(0, -1) : line, found);
    }
    return found;
  }

  #read(line, found) {
    if (line === '') {
      if (this.#event.data !== undefined) {
        found.push(this.#event);
      }
      this.#event = {};
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    switch (field) {
      case '':
        found.push({ name: 'ping' });
        break;
      case 'event':
        this.#event.name = value;
        break;
      case 'data':
        this.#event.data = this.#event.data === undefined ? value : this.#event.data + '\n' + value;
        break;
      case 'retry':
        found.push({ retry: Number(value) });
        break;
      default:
      // `id` is the position, which the data says too; what else may come one day is not for us.
    }
  }
}
