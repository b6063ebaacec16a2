import { html } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { say, timeOfDay } from '../shared/texts.js';

/** The truth about what the server has; it stays in one place of the page, so that a screen reader hears changes of it. */
class ConnectionLine extends PageElement {
  static properties = {
    connection: {},
    unsent: { type: Number },
    deadline: { attribute: false },
    stranger: { type: Boolean },
  };

  render() {
    return html`<p class="connection" data-connection=${this.connection} role="status">
      ${say('exam.connection.' + this.#state(), {
        n: this.unsent,
        time: this.deadline ? timeOfDay(this.deadline) : '',
      })}
    </p>`;
  }

  #state() {
    if (this.connection === 'signed-out' && this.stranger) {
      return 'stranger';
    }
    if (this.connection === 'online') {
      return this.unsent > 0 ? 'sending' : 'saved';
    }
    const nothingWaits = this.unsent === 0 && this.connection !== 'signed-out';
    return this.connection + (nothingWaits ? '.none' : '');
  }
}

customElements.define('connection-line', ConnectionLine);
