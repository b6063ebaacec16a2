import { html, nothing } from 'lit';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';
import './question-statistics.js';
import './score-chart.js';

/** What came out of one exam: how the results spread, each worker's, and what the questions were worth. Tells `left`. */
class ExamResults extends PageElement {
  static properties = {
    api: { attribute: false },
    examId: { attribute: false },
    page: { attribute: false },
    exam: { state: true },
    distribution: { state: true },
    statistics: { state: true },
    items: { state: true },
    next: { state: true },
    busy: { state: true },
    stage: { state: true },
  };

  #again = () => this.#look();

  constructor() {
    super();
    /** `loading`, `shown`, `unreachable` or `unknown`. */
    this.stage = 'loading';
    this.statistics = null;
    this.items = [];
    this.next = null;
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.page.addEventListener('went-on', this.#again);
    this.#look();
  }

  disconnectedCallback() {
    this.page.removeEventListener('went-on', this.#again);
    super.disconnectedCallback();
  }

  render() {
    switch (this.stage) {
      case 'loading':
        return html`<p class="loading" role="status">${say('loading')}</p>`;
      case 'unknown':
        return html`<div class="card narrow">
          <h1>${say('monitor.unknown.title')}</h1>
          <p>${say('monitor.unknown')}</p>
          <button class="main" @click=${() => this.tell('left', 'exams')}>${say('monitor.all-exams')}</button>
        </div>`;
      case 'unreachable':
        return html`<div class="card narrow">
          <h1>${say('unreachable.title')}</h1>
          <p>${say('unreachable')}</p>
          <button class="main" @click=${this.#look}>${say('try-again.now')}</button>
        </div>`;
      default:
        return this.#shown();
    }
  }

  #shown() {
    const { exam, distribution } = this;
    const running = exam.counters.inProgress + exam.counters.silent;
    return html`<div class="head">
        <div class="row"><button class="quiet" @click=${() => this.tell('left', 'exam')}>${say('monitor.results.back')}</button></div>
        <div class="row">
          <h1>${say('monitor.results.of', { title: exam.title })}</h1>
          <span class="grow"></span>
          <span class="files">
            ${['csv', 'xlsx'].map(
              (kind) => html`<a href="/api/v1/exams/${this.examId}/results.${kind}" download>
                ${say('monitor.download', { kind: kind.toUpperCase() })}
              </a>`,
            )}
          </span>
        </div>
      </div>
      ${running > 0
        ? html`<p class="banner">
            ${say('monitor.results.running', { n: number(running) })}
            <button @click=${this.#look}>${say('monitor.results.again')}</button>
          </p>`
        : nothing}
      ${distribution.sessions === 0
        ? html`<div class="card"><p class="empty">${say('monitor.results.none')}</p></div>`
        : html`<div class="overview">
              ${this.#figures(distribution)}
              <div class="card"><score-chart .distribution=${distribution}></score-chart></div>
            </div>
            <question-statistics .statistics=${this.statistics}></question-statistics>`}
      ${this.#workers()}`;
  }

  #figures({ sessions, passed, failed, passPercentage, meanPercent, medianPercent }) {
    const figures = [
      ['sessions', number(sessions)],
      ['passed', say('monitor.results.share', { n: number(passed), share: number((100 * passed) / sessions) })],
      ['failed', number(failed)],
      ['pass-mark', say('monitor.percent', { n: number(passPercentage) })],
      ['mean', say('monitor.percent', { n: number(meanPercent, 1) })],
      ['median', say('monitor.percent', { n: number(medianPercent, 1) })],
    ];
    return html`<section class="card">
      <h2>${say('monitor.results')}</h2>
      <dl class="facts">
        ${figures.map(([name, value]) => html`<div><dt>${say('monitor.results.' + name)}</dt><dd>${value}</dd></div>`)}
      </dl>
    </section>`;
  }

  #workers() {
    return html`<section class="card" aria-labelledby="results-title">
      <h2 id="results-title">${say('monitor.workers')}</h2>
      <div class="wide" tabindex="0" role="group" aria-labelledby="results-title">
        <table class="plain-table">
          <thead>
            <tr>
              ${['worker', 'status', 'results.points', 'results.percent', 'score', 'results.earlier'].map(
                (name) => html`<th scope="col">${say(name === 'score' ? 'result' : 'monitor.' + name)}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${this.items.map((it) => this.#worker(it))}
          </tbody>
        </table>
      </div>
      ${this.next
        ? html`<p><button ?disabled=${this.busy} @click=${this.#more}>${say('monitor.results.more')}</button></p>`
        : nothing}
    </section>`;
  }

  #worker({ workerName, sessionId, status, score, maximum, percent, passed, previous }) {
    return html`<tr data-session=${sessionId}>
      <th scope="row">${workerName ?? say('monitor.results.erased')}</th>
      <td><span class="status" data-status=${status}>${say('monitor.status.' + status)}</span></td>
      <td>${score === null ? '–' : say('n-of-m', { n: number(score), m: number(maximum) })}</td>
      <td>${percent === null ? '–' : say('monitor.percent', { n: number(percent) })}</td>
      <td class=${passed === null ? '' : passed ? 'passed' : 'failed'}>
        ${passed === null ? '–' : say(passed ? 'result.Pass' : 'result.Fail')}
      </td>
      <td>${previous.length === 0 ? '–' : previous.map((it) => number(it.score)).join(', ')}</td>
    </tr>`;
  }

  #look = async () => {
    this.stage = this.stage === 'shown' ? 'shown' : 'loading';
    const [exam, distribution, first] = await Promise.all(['', '/results/distribution', '/results'].map((it) => this.#get(it)));
    if (exam?.status === 404 || exam?.status === 400) {
      this.stage = 'unknown';
    } else if (!exam?.ok || !distribution?.ok || !first?.ok) {
      this.stage = this.stage === 'shown' ? 'shown' : 'unreachable';
    } else {
      this.exam = exam.body;
      this.distribution = distribution.body;
      this.items = first.body.items;
      this.next = first.body.next;
      this.stage = 'shown';
      const statistics = await this.#get('/questions/statistics');
      const texts = new Map(exam.body.questions.map(({ id, text }) => [id, text]));
      this.statistics = statistics?.ok ? statistics.body.map((it) => ({ ...it, text: texts.get(it.questionId) })) : [];
    }
  };

  async #more() {
    const cursor = this.next;
    this.busy = true;
    const reply = await this.#get('/results?cursor=' + encodeURIComponent(cursor));
    this.busy = false;
    // The list may have been read anew, or have grown.
    if (reply?.ok && cursor === this.next) {
      this.items = [...this.items, ...reply.body.items];
      this.next = reply.body.next;
    }
  }

  /** Null when there is no reply. */
  async #get(what) {
    try {
      return await this.api.get(`/exams/${encodeURIComponent(this.examId)}${what}`);
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      return null;
    }
  }
}

customElements.define('exam-results', ExamResults);
