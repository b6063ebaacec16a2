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
  #timer;
  #busy = false;
  #seen = () => this.#beat();

  constructor(api, sessionId, epoch) {
    super();
    this.#api = api;
    this.#path = `/sessions/${sessionId}/heartbeat`;
    this.#epoch = epoch;
  }

  begin() {
    this.stop();
    this.#timer = setInterval(() => performance.now() - this.#last >= QUIET && this.#beat(), LOOK);
    document.addEventListener('visibilitychange', this.#seen);
  }

  stop() {
    clearInterval(this.#timer);
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
    try {
      const visibility = document.hidden ? 'hidden' : 'visible';
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
  }
}
