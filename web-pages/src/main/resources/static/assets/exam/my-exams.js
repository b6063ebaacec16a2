import { html, nothing } from 'lit';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { dateAndTime, number, say } from '../shared/texts.js';

const LOOK_AGAIN = 15_000;

/** The worker's exams with what he can do about each. Tells `enter` with the session to go to. */
class MyExams extends PageElement {
  static properties = { api: { attribute: false }, exams: { state: true }, problem: { state: true } };

  #timer;
  #etag = null;

  constructor() {
    super();
    this.exams = null;
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
    // An exam opens while the list is looked at.
    this.#timer = setInterval(() => document.hidden || this.#look(), LOOK_AGAIN);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    super.disconnectedCallback();
  }

  render() {
    return html`<h1>${say('exam.my-exams')}</h1>
      ${this.problem ? html`<p class="banner trouble" role="alert">${this.problem}</p>` : nothing}
      ${this.exams === null
        ? html`<p class="loading" role="status">${say('loading')}</p>`
        : this.exams.length === 0
          ? html`<p class="empty">${say('exam.my-exams.none')}</p>`
          : html`<ul class="cards">
              ${this.exams.map((exam) => this.#card(exam))}
            </ul>`}`;
  }

  #card(exam) {
    const action = actionOf(exam.status);
    return html`<li class="card">
      <div class="row">
        <h2>${exam.title}</h2>
        <span class="status" data-status=${exam.status}>${say('status.' + exam.status)}</span>
      </div>
      <dl class="facts">
        <div><dt>${say('category')}</dt><dd>${exam.category}</dd></div>
        <div><dt>${say('opens')}</dt><dd>${dateAndTime(exam.opensAt)}</dd></div>
        ${exam.windowEndsAt
          ? html`<div><dt>${say('window-ends')}</dt><dd>${dateAndTime(exam.windowEndsAt)}</dd></div>`
          : nothing}
        <div><dt>${say('duration')}</dt><dd>${say('minutes', { n: number(exam.durationMinutes) })}</dd></div>
        <div>
          <dt>${say('answered')}</dt>
          <dd>${say('n-of-m', { n: number(exam.answered), m: number(exam.total) })}</dd>
        </div>
        ${exam.result ? html`<div><dt>${say('result')}</dt><dd>${say('result.' + exam.result)}</dd></div>` : nothing}
      </dl>
      ${action
        ? html`<button class=${action === 'see-result' ? '' : 'main'} @click=${() => this.tell('enter', exam.sessionId)}>
            ${say('exam.' + action)}<span class="hidden-text"> ${exam.title}</span>
          </button>`
        : nothing}
    </li>`;
  }

  async #look() {
    try {
      const reply = await this.api.get('/me/sessions', this.#etag ? { 'If-None-Match': this.#etag } : {});
      if (reply.ok) {
        this.#etag = reply.headers.get('ETag');
        this.exams = reply.body;
      }
      this.problem = reply.ok || reply.status === 304 || reply.status === 401 ? '' : say('exam.my-exams.stale');
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.problem = say('unreachable');
    }
  }
}

function actionOf(status) {
  switch (status) {
    case 'OPEN':
      return 'start';
    case 'IN_PROGRESS':
    case 'SILENT':
      return 'go-on';
    case 'SUBMITTED':
    case 'CLOSED':
    case 'TIMED_OUT':
    case 'ABANDONED':
      return 'see-result';
    default:
      return null;
  }
}

customElements.define('my-exams', MyExams);
