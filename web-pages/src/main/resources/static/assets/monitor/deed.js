import { Unreachable } from '../shared/api.js';

/** How often, and after how long, a command whose outcome is not known is sent again by itself. */
const TRIES = 5;
const PAUSE = 2_000;

/**
 * One thing HC does: a command with its key, which it keeps through all repeats, so that nothing is done twice however bad the
 * network is. `state` is `sending`, `done`, `refused` or `unknown`; `reply` what the service said last.
 */
export class Deed {
  #send;

  /** @param send sends the command with the key and brings the reply */
  constructor(what, send) {
    this.at = new Date();
    this.what = what;
    this.state = 'sending';
    this.reply = null;
    this.progress = null;
    const key = crypto.randomUUID();
    this.#send = () => send(key);
  }

  /** Sends until the outcome is known, or some tries were in vain; then it can be called again. */
  async run() {
    this.state = 'sending';
    for (let tries = 1; this.state === 'sending'; tries++) {
      this.reply = await this.#once();
      if (this.reply !== null && this.reply.status !== 401 && !this.reply.passing) {
        this.state = this.reply.ok ? 'done' : 'refused';
      } else if (this.reply?.status === 401 || tries === TRIES) {
        this.state = 'unknown';
      } else {
        await new Promise((wake) => setTimeout(wake, this.reply?.retryAfter ?? PAUSE));
      }
    }
  }

  async #once() {
    try {
      return await this.#send();
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      return null;
    }
  }
}
