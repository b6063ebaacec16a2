import { html, nothing } from 'lit';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { dateAndTime, number, say } from '../shared/texts.js';

const LOOK_AGAIN = 2_000;

/** How it ended, and the result as far as it may be seen. */
class ExamEnd extends PageElement {
  static properties = {
    api: { attribute: false },
    sessionId: {},
    end: { attribute: false },
    unsent: { type: Number },
    result: { state: true },
  };

  #timer;

  constructor() {
    super();
    this.result = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  render() {
    const { status, at } = this.end;
    return html`<div class="card narrow ended">
      <h1 role="alert">${say('exam.ended.' + status)}</h1>
      ${at ? html`<p>${say('exam.ended.at', { time: dateAndTime(at) })}</p>` : nothing}
      ${this.unsent > 0 ? html`<p class="problem" role="alert">${say('exam.ended.unsent', { n: this.unsent })}</p>` : nothing}
      ${this.#result()}
      <p><button @click=${() => this.tell('left')}>${say('exam.my-exams')}</button></p>
    </div>`;
  }

  #result() {
    if (this.result === null) {
      return html`<p role="status">${say('exam.result.waiting')}</p>`;
    }
    const { score, maximum, percent, passed } = this.result;
    if (score === null || score === undefined) {
      return html`<p>${say('exam.result.none')}</p>`;
    }
    return html`<p class="score" data-passed=${passed}>
      <strong>${say(passed ? 'result.Pass' : 'result.Fail')}</strong>
      <span>${say('result.score', { score: number(score), maximum: number(maximum), percent: number(percent) })}</span>
    </p>`;
  }

  /** The result is computed from the log, and may be a moment behind the end. */
  async #look() {
    try {
      const from = this.end.position ? `?atLeast=${this.end.position}` : '';
      const reply = await this.api.get(`/sessions/${this.sessionId}/result${from}`);
      if (reply.ok && reply.body.status !== 'IN_PROGRESS') {
        this.result = reply.body;
        return;
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
    }
    this.#timer = setTimeout(() => this.#look(), LOOK_AGAIN);
  }
}

customElements.define('exam-end', ExamEnd);
