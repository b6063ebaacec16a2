import { html } from 'lit';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { dateAndTime, number, say } from '../shared/texts.js';

/**
 * What the person may keep of an exam that has ended: where its end stands in the log, and the hash that nobody can
 * change any more without it being seen. The file is what the verifier takes.
 */
class EndReceipt extends PageElement {
  static properties = {
    api: { attribute: false },
    sessionId: {},
    receipt: { state: true },
    problem: { state: true },
  };

  #file = '';

  constructor() {
    super();
    this.receipt = null;
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#fetch();
  }

  disconnectedCallback() {
    URL.revokeObjectURL(this.#file);
    super.disconnectedCallback();
  }

  render() {
    return html`<section class="card narrow receipt" aria-labelledby="receipt-title">
      <h2 id="receipt-title">${say('exam.receipt')}</h2>
      <p class="hint">${say('exam.receipt.what')}</p>
      ${this.receipt ? this.#shown() : this.#waiting()}
    </section>`;
  }

  #shown() {
    const { at, position, hash, sessionId } = this.receipt;
    return html`<dl class="facts">
        <div><dt>${say('exam.receipt.at')}</dt><dd>${dateAndTime(at)}</dd></div>
        <div><dt>${say('exam.receipt.position')}</dt><dd>${number(position)}</dd></div>
      </dl>
      <p class="hash"><span>${say('exam.receipt.hash')}</span> <code>${hash}</code></p>
      <p><a class="button" href=${this.#file} download="receipt-${sessionId}.json">${say('exam.receipt.keep')}</a></p>
      <details>
        <summary>${say('exam.receipt.how')}</summary>
        <p>${say('exam.receipt.how.what')}</p>
        <p><code>java -jar log-verifier.jar export.ndjson key.pem receipt-${sessionId}.json</code></p>
      </details>`;
  }

  #waiting() {
    return this.problem
      ? html`<p role="status">${this.problem}</p>
          <button @click=${this.#fetch}>${say('try-again.now')}</button>`
      : html`<p role="status">${say('loading')}</p>`;
  }

  async #fetch() {
    this.problem = '';
    try {
      const reply = await this.api.get(`/sessions/${this.sessionId}/receipt`);
      if (reply.ok) {
        this.#file = URL.createObjectURL(new Blob([JSON.stringify(reply.body, null, 2)], { type: 'application/json' }));
        this.receipt = reply.body;
        return;
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
    }
    this.problem = say('exam.receipt.later');
  }
}

customElements.define('end-receipt', EndReceipt);
