import { html, nothing } from 'lit';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { day, number, say, timeOfDay } from '../shared/texts.js';

const LOOK_AGAIN = 10_000;
const SHOWN = ['inProgress', 'silent', 'notStarted', 'submitted', 'timedOut', 'closed', 'abandoned', 'missed'];

/** All exams by the day on which they open, the newest day first. Tells `enter` with the exam to go to. */
class ExamsByDay extends PageElement {
  static properties = {
    api: { attribute: false },
    page: { attribute: false },
    exams: { state: true },
    next: { state: true },
    busy: { state: true },
    problem: { state: true },
    on: { state: true },
    mine: { state: true },
  };

  #timer;
  #etag = null;
  #again = () => this.#look();

  constructor() {
    super();
    this.exams = null;
    this.next = null;
    this.busy = false;
    this.problem = '';
    this.on = '';
    this.mine = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.page.addEventListener('went-on', this.#again);
    this.#look();
    this.#timer = setInterval(() => document.hidden || this.#look(), LOOK_AGAIN);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    this.page.removeEventListener('went-on', this.#again);
    super.disconnectedCallback();
  }

  render() {
    const days = Map.groupBy(this.exams ?? [], (exam) => exam.date);
    return html`<div class="row head">
        <h1>${say('monitor.exams')}</h1>
        <span class="grow"></span>
        <label class="inline">
          ${say('monitor.on')} <input type="date" .value=${this.on} @change=${(event) => this.#narrow({ on: event.target.value })} />
        </label>
        <label class="tick">
          <input type="checkbox" .checked=${this.mine} @change=${(event) => this.#narrow({ mine: event.target.checked })} />
          ${say('monitor.mine')}
        </label>
      </div>
      ${this.problem ? html`<p class="banner trouble" role="alert">${this.problem}</p>` : nothing}
      ${this.exams === null
        ? html`<p class="loading" role="status">${this.problem ? nothing : say('loading')}</p>`
        : this.exams.length === 0
          ? this.#none()
          : [...days].map(
              ([date, exams]) => html`<section class="day">
                <h2>${day(date)}</h2>
                <ul class="exams">
                  ${exams.map((exam) => this.#card(exam))}
                </ul>
              </section>`,
            )}
      ${this.next ? html`<p><button ?disabled=${this.busy} @click=${this.#more}>${say('monitor.more-exams')}</button></p>` : nothing}`;
  }

  #none() {
    return this.on || this.mine
      ? html`<div class="card">
          <p class="empty">${say('monitor.exams.none-like-this')}</p>
          <button @click=${() => this.#narrow({ on: '', mine: false })}>${say('monitor.show-all')}</button>
        </div>`
      : html`<div class="card">
          <p class="empty">${say('monitor.exams.none')}</p>
          <a href="/authoring">${say('authoring')}</a>
        </div>`;
  }

  #card(exam) {
    const counted = SHOWN.filter((it) => exam.counters[it] > 0);
    return html`<li class="card exam">
      <h3>${exam.title}</h3>
      <span class="status" data-status=${exam.status}>${say('monitor.exam.' + exam.status)}</span>
      <p class="hint">
        ${exam.category} · ${timeOfDay(exam.opensAt, { timeZone: exam.zone, timeZoneName: 'short' })} ·
        ${say('minutes', { n: number(exam.durationMinutes) })}
      </p>
      <ul class="counted">
        ${counted.map(
          (it) => html`<li data-pick=${it}><strong>${number(exam.counters[it])}</strong> ${say('monitor.pick.' + it)}</li>`,
        )}
      </ul>
      <button class="main" @click=${() => this.tell('enter', exam.examId)}>
        ${say('monitor.watch')}<span class="hidden-text"> ${exam.title}</span>
      </button>
    </li>`;
  }

  #narrow(asked) {
    Object.assign(this, asked);
    this.exams = null;
    this.next = null;
    this.#etag = null;
    this.#look();
  }

  #path(cursor = '') {
    const asked = { from: this.on, to: this.on, mine: this.mine ? 'true' : '', cursor };
    return '/exams?' + new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  }

  /** The first piece again and again; who asked for more sees the rest as it was then. */
  async #look() {
    const path = this.#path();
    const reply = await this.#ask(path, this.#etag ? { 'If-None-Match': this.#etag } : {});
    if (reply?.ok && path === this.#path()) {
      const first = new Set(reply.body.items.map(({ examId }) => examId));
      const rest = this.#etag === null ? [] : (this.exams ?? []).filter(({ examId }) => !first.has(examId));
      this.#etag = reply.headers.get('ETag');
      this.exams = [...reply.body.items, ...rest];
      this.next = rest.length > 0 ? this.next : reply.body.next;
    }
  }

  async #more() {
    const path = this.#path(this.next);
    this.busy = true;
    const reply = await this.#ask(path);
    this.busy = false;
    // Other exams may be looked at by now, or the list have grown.
    if (reply?.ok && this.next !== null && path === this.#path(this.next)) {
      this.exams = [...this.exams, ...reply.body.items];
      this.next = reply.body.next;
    }
  }

  async #ask(path, headers = {}) {
    try {
      const reply = await this.api.get(path, headers);
      this.problem = reply.ok || reply.status === 304 || reply.status === 401 ? '' : say('monitor.exams.stale');
      return reply;
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.problem = say('unreachable');
      return null;
    }
  }
}

customElements.define('exams-by-day', ExamsByDay);
