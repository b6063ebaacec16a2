import { html, nothing } from 'lit';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { dateAndTime, number, say } from '../shared/texts.js';
import { NOT_BEGUN } from './sitting.js';
import './end-receipt.js';
import './scored-answers.js';

const LOOK_AGAIN = 2_000;

/**
 * How it ended, and the result as far as it may be seen. Tells `left` when the person goes back to his exams, and
 * `started-over` when HC wants him to begin again.
 */
class ExamEnd extends PageElement {
  static properties = {
    api: { attribute: false },
    sessionId: {},
    end: { attribute: false },
    unsent: { type: Number },
    result: { state: true },
    pages: { state: true },
  };

  #timer;

  constructor() {
    super();
    this.result = null;
    this.pages = null;
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
        <p><button class="main" @click=${() => this.tell('left')}>${say('exam.my-exams')}</button></p>
      </div>
      ${this.result ? html`<end-receipt .api=${this.api} .sessionId=${this.sessionId}></end-receipt>` : nothing}
      ${this.pages
        ? html`<scored-answers .pages=${this.pages} .responses=${this.result.responses}></scored-answers>`
        : nothing}`;
  }

  #result() {
    if (this.result === null) {
      return html`<p role="status">${say('exam.result.waiting')}</p>`;
    }
    const { score, maximum, percent, passed } = this.result;
    if (score === null) {
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
      if (reply.ok && NOT_BEGUN.includes(reply.body.status)) {
        this.tell('started-over');
        return;
      }
      if (reply.ok && !['IN_PROGRESS', 'SILENT'].includes(reply.body.status)) {
        this.result = reply.body;
        await this.#lookAtThePaper();
        return;
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
    }
    if (this.isConnected) {
      this.#timer = setTimeout(() => this.#look(), LOOK_AGAIN);
    }
  }

  /** Which answers were right is told when nobody can take the exam any more, or at once where HC wants it so. */
  async #lookAtThePaper() {
    if (this.result.responses.length > 0) {
      const paper = await this.api.get(`/sessions/${this.sessionId}/paper`);
      this.pages = paper.ok ? paper.body.pages : null;
    }
  }
}

customElements.define('exam-end', ExamEnd);
