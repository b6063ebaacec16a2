import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';

/**
 * What every part of the audit page is made from: it asks the service, and hears when somebody has signed in again. What
 * comes back is `{body}` or `{problem}`; a problem is a key of the texts.
 */
export class AuditElement extends PageElement {
  #again = () => this.wentOn();

  connectedCallback() {
    super.connectedCallback();
    this.page?.addEventListener('went-on', this.#again);
  }

  disconnectedCallback() {
    this.page?.removeEventListener('went-on', this.#again);
    super.disconnectedCallback();
  }

  /** Signed in again. */
  wentOn() {}

  async ask(path, options = undefined) {
    return this.#heard(() => this.api.get(path, {}, options));
  }

  async order(path) {
    return this.#heard(() => this.api.post(path));
  }

  async #heard(asking) {
    try {
      const reply = await asking();
      return reply.ok ? { body: reply.body } : { problem: problemOf(reply) };
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      return { problem: 'unreachable' };
    }
  }
}

/** Problems that have a sentence of their own. */
const TOLD = ['not-found', 'invalid-request', 'forbidden'];

function problemOf(reply) {
  if (reply.status === 401) {
    // The page itself asks who it is.
    return 'audit.problem.signed-out';
  }
  return reply.passing ? 'audit.problem.busy' : `audit.problem.${TOLD.includes(reply.code) ? reply.code : 'other'}`;
}
