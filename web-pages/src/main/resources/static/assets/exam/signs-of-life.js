import { Unreachable } from '../shared/api.js';

/** Answers and turned pages are signs of life too; only who was quiet for so long says that he is still there. */
const QUIET = 30_000;
const LOOK = 1_000;

/** Tells the server that the person is there and whether he sees the page. Event `receipt` with the reply. */
export class SignsOfLife extends EventTarget {
  #api;
  #path;
  #epoch;
  #last = performance.now();
  #timer = null;
  #busy = false;
  #seen = () => this.#beat();

  constructor(api, sessionId, epoch) {
    super();
    this.#api = api;
    this.#path = `/sessions/${sessionId}/heartbeat`;
    this.#epoch = epoch;
  }

  /** Again is nothing: a listener that is taken away and put back while a change is told does not hear of it. */
  begin() {
    if (this.#timer !== null) {
      return;
    }
    this.#timer = setInterval(() => performance.now() - this.#last >= QUIET && this.#beat(), LOOK);
    document.addEventListener('visibilitychange', this.#seen);
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = null;
    document.removeEventListener('visibilitychange', this.#seen);
  }

  /** The person gave another sign of life. */
  given() {
    this.#last = performance.now();
  }

  async #beat() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    this.#last = performance.now();
    const visibility = seen();
    try {
      const reply = await this.#api.post(this.#path, {
        epoch: this.#epoch,
        visibility,
        clientTime: new Date().toISOString(),
      });
      if (reply.ok) {
        this.dispatchEvent(Object.assign(new Event('receipt'), { reply }));
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      // The next one comes in half a minute; answers say by themselves that the server cannot be reached.
    } finally {
      this.#busy = false;
    }
    // The page was hidden or shown while this was under way.
    if (this.#timer !== null && visibility !== seen()) {
      await this.#beat();
    }
  }
}

function seen() {
  return document.hidden ? 'hidden' : 'visible';
}
