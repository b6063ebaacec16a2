import { Unreachable } from '../shared/api.js';

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * The line from one session to the server: in what state it is, and when a command that nobody answered is tried again.
 * Events: `change` of its state, `stranger` (the session is not this person's).
 */
export class SessionLine extends EventTarget {
  #api;
  #sessionId;
  #failures = 0;
  #asked;
  #sleepers = new Set();

  /** `online`, `unreachable`, `busy` (the server asked to wait) or `signed-out`. */
  connection = 'online';

  stopped = false;

  constructor(api, sessionId) {
    super();
    this.#api = api;
    this.#sessionId = sessionId;
  }

  /** Nothing is tried again from now on. */
  stop() {
    this.stopped = true;
    this.wake();
  }

  /**
   * The reply, or undefined when it has to be asked again later.
   *
   * @param options as for `Api.post`
   */
  post(command, body, options = {}) {
    return this.#exchange(() => this.#api.post(this.#path(command), body, options));
  }

  /** The same for a question. */
  get(question) {
    return this.#exchange(() => this.#api.get(this.#path(question)));
  }

  async #exchange(asking) {
    let reply;
    try {
      reply = await asking();
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.#be('unreachable');
      return undefined;
    }
    if (reply.status === 401 || reply.status === 403 || reply.status === 404) {
      this.#be('signed-out');
      if (reply.status !== 401) {
        this.dispatchEvent(new Event('stranger'));
      }
      return undefined;
    }
    if (reply.passing) {
      this.#be('busy');
      this.#failures = Math.max(1, this.#failures);
      this.#asked = reply.retryAfter;
      return undefined;
    }
    this.#failures = 0;
    this.#be('online');
    return reply;
  }

  /**
   * Repeats the same command under the same key until somebody answers, or nobody waits for it any more (undefined).
   *
   * @param wanted asked before each try whether the command is still to be sent; undefined: that cannot be told now
   */
  async postUntilAnswered(command, body, wanted = async () => true) {
    const key = crypto.randomUUID();
    for (;;) {
      const sends = await wanted();
      if (sends === false) {
        return undefined;
      }
      const reply = sends && !this.stopped ? await this.post(command, body, { key }) : undefined;
      if (reply || this.stopped) {
        return reply;
      }
      await this.pause();
    }
  }

  /** Without waiting for an answer: the page is going away. Comes back when the request did, however it ended. */
  async postParting(command, body) {
    try {
      await this.#api.post(this.#path(command), body, { keepalive: true });
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
    }
  }

  /** What even a page that is already gone gets rid of; a beacon brings its token in the body. */
  beacon(command, body) {
    navigator.sendBeacon(
      '/api/v1' + this.#path(command),
      new Blob([JSON.stringify({ ...body, csrf: this.#api.csrf })], { type: 'text/plain' }),
    );
  }

  /** Longer with each failure, never the same for everybody, and over at once when there is reason to hope. */
  async pause() {
    this.#failures += 1;
    const most = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (this.#failures - 1));
    const pause = Math.max(this.#asked ?? 0, most * (0.5 + Math.random() / 2));
    this.#asked = undefined;
    const timer = setTimeout(() => this.wake(), pause);
    await this.rest();
    clearTimeout(timer);
  }

  /** Until somebody wakes it. */
  rest() {
    return this.stopped ? Promise.resolve() : new Promise((resolve) => this.#sleepers.add(resolve));
  }

  /** There is something to send, or reason to try again at once: the network is back, or somebody signed in. */
  wake() {
    const sleepers = [...this.#sleepers];
    this.#sleepers.clear();
    sleepers.forEach((resolve) => resolve());
  }

  #be(connection) {
    if (this.connection !== connection) {
      this.connection = connection;
      this.dispatchEvent(new Event('change'));
    }
  }

  #path(command) {
    return `/sessions/${this.#sessionId}/${command}`;
  }
}
