import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { ServerClock } from '../shared/server-clock.js';
import { number, say } from '../shared/texts.js';
import './action-dialog.js';
import { FOR_ALL, FOR_ONE } from './actions.js';
import './answers-chart.js';
import { AnswersOverTime } from './answers-over-time.js';
import './board-line.js';
import './deeds-list.js';
import { ExamDetails } from './exam-details.js';
import { LiveBoard } from './live-board.js';
import './worker-dialog.js';
import './worker-rows.js';

const DEEDS = 6;

/** One exam while it is being taken. Tells `left` when the person goes back to the list, and `results` for what came out. */
class ExamMonitor extends PageElement {
  static properties = {
    api: { attribute: false },
    examId: { attribute: false },
    /** The page: says `went-on` when somebody who had to sign in again has done so. */
    page: { attribute: false },
    deeds: { state: true },
    chosen: { state: true },
  };

  #clock = new ServerClock();
  #board;
  #details;
  #answers = new AnswersOverTime();
  #tick;
  #again = () => this.requestUpdate();
  #goOn = () => this.#wentOn();

  constructor() {
    super();
    this.deeds = [];
    this.chosen = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#details = new ExamDetails(this.api, this.examId);
    this.#details.addEventListener('change', this.#again);
    this.#board = new LiveBoard(this.api, this.examId, this.#clock);
    this.#board.addEventListener('change', this.#again);
    this.#board.addEventListener('row', ({ detail }) =>
      this.#answers.count(detail.row, detail.before, this.#clock.now()),
    );
    this.#board.addEventListener('change', () => this.#details.follow(), { once: true });
    this.page.addEventListener('went-on', this.#goOn);
    this.#tick = setInterval(() => document.hidden || this.requestUpdate(), 1_000);
    this.#board.begin();
  }

  disconnectedCallback() {
    clearInterval(this.#tick);
    this.#board.stop();
    this.#details.stop();
    this.page.removeEventListener('went-on', this.#goOn);
    super.disconnectedCallback();
  }

  render() {
    const { picture, rows, by, asOf } = this.#board;
    if (by === 'unknown' || by === 'forbidden') {
      return html`<div class="card narrow">
        <h1>${say(`monitor.${by}.title`)}</h1>
        <p>${say(`monitor.${by}`)}</p>
        ${this.#wayBack('main')}
      </div>`;
    }
    if (picture === null) {
      return by === 'away'
        ? html`<div class="card narrow">
            <h1>${say('unreachable.title')}</h1>
            <p>${say('monitor.away')}</p>
            <button class="main" @click=${() => this.#board.goOn()}>${say('try-again.now')}</button>
          </div>`
        : html`<p class="loading" role="status">${say('loading')}</p>`;
    }
    return this.#shown(picture, rows, by, asOf);
  }

  #shown(picture, rows, by, asOf) {
    const now = this.#clock.now();
    const all = [...rows.values()];
    const { terms } = this.#details;
    return html`<div class="head">
        <div class="row">${this.#wayBack('quiet')}</div>
        <div class="row">
          <h1>${picture.title}</h1>
          <span class="status" data-status=${picture.status}>${say('monitor.exam.' + picture.status)}</span>
          <span class="grow"></span>
          ${this.#files()}
        </div>
      </div>
      <board-line .by=${by} .asOf=${asOf} .now=${now} .lag=${picture.lagMillis} @again=${() => this.#board.goOn()}></board-line>
      ${this.#ended(picture)} ${this.#rescoring(terms)}
      <deeds-list .deeds=${this.deeds} .fanOut=${terms?.fanOut ?? null}></deeds-list>
      ${all.length === 0
        ? html`<div class="card"><p class="empty">${say('monitor.nobody')}</p></div>`
        : html`<div class="overview">
              ${this.#wholeCard(picture, all)}
              <div class="card"><answers-chart .steps=${this.#answers.upTo(now)}></answers-chart></div>
            </div>
            <worker-rows
              .rows=${rows}
              .counters=${picture.counters}
              .now=${now}
              .terms=${terms}
              @choose=${(event) => this.#choose(event.detail)}
            ></worker-rows>`}
      <worker-dialog
        .row=${this.chosen ? rows.get(this.chosen) : null}
        .workerId=${this.#details.workerIdOf(this.chosen)}
        @chose=${(event) => this.#askForOne(event.detail)}
      ></worker-dialog>
      <action-dialog .api=${this.api} .rows=${this.chosen ? [rows.get(this.chosen)].filter(Boolean) : all} @did=${this.#did}></action-dialog>`;
  }

  #wayBack(look) {
    return html`<button class=${look} @click=${() => this.tell('left')}>${say('monitor.all-exams')}</button>`;
  }

  #files() {
    return html`<span class="files">
      <a href="/monitor?exam=${this.examId}&view=results" @click=${this.#results}>${say('monitor.results')}</a>
      ${['csv', 'xlsx'].map(
        (kind) =>
          html`<a href="/api/v1/exams/${this.examId}/results.${kind}" download>
            ${say('monitor.download', { kind: kind.toUpperCase() })}
          </a>`,
      )}
    </span>`;
  }

  /** A click with a key held opens another tab, as with every link. */
  #results(event) {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.tell('results');
    }
  }

  #ended({ status }) {
    return ['ENDED', 'CLOSED', 'CANCELLED', 'UPCOMING'].includes(status)
      ? html`<p class="banner">${say('monitor.now.' + status)}</p>`
      : nothing;
  }

  #rescoring(terms) {
    const { done, total } = terms?.rescoring ?? { done: 0, total: 0 };
    return done < total
      ? html`<p class="banner">
          ${say('monitor.rescoring', { n: number(done), m: number(total) })}
          <progress max=${total} value=${done} aria-label=${say('monitor.rescoring.label')}></progress>
        </p>`
      : nothing;
  }

  /** How far all of them are, and what can be done for all of them. */
  #wholeCard(picture, all) {
    const counted = all.filter(({ status }) => status !== 'WITHDRAWN' && status !== 'CANCELLED');
    const answered = counted.reduce((sum, row) => sum + row.answered, 0);
    const total = counted.reduce((sum, row) => sum + row.total, 0);
    const share = total === 0 ? 0 : (100 * answered) / total;
    const over = picture.status === 'CLOSED' || picture.status === 'CANCELLED';
    return html`<section class="card whole">
      <h2>${say('monitor.whole')}</h2>
      <p class="big">
        <strong data-answered=${answered}>${number(answered)}</strong>
        <span>${say('monitor.whole.of', { m: number(total), share: number(share) })}</span>
      </p>
      <progress max=${Math.max(1, total)} value=${answered} aria-label=${say('monitor.whole')}></progress>
      <div class="row">
        ${over
          ? nothing
          : Object.keys(FOR_ALL).map(
              (name) =>
                html`<button class=${FOR_ALL[name].ends ? 'ends' : ''} @click=${() => this.#askForAll(name)}>
                  ${say('monitor.all.' + name)}
                </button>`,
            )}
      </div>
    </section>`;
  }

  async #choose(sessionId) {
    this.chosen = sessionId;
    await this.updateComplete;
    await this.querySelector('worker-dialog').open();
  }

  #askForOne(does) {
    const row = this.#board.rows.get(this.chosen);
    this.querySelector('action-dialog').ask({
      action: FOR_ONE[does],
      does,
      name: 'one.' + does,
      title: say('monitor.one.title', { action: say('monitor.one.' + does), name: row.workerName }),
      target: { sessionId: row.sessionId, examId: this.examId, workerId: this.#details.workerIdOf(row.sessionId) },
    });
  }

  #askForAll(does) {
    this.chosen = null;
    this.querySelector('action-dialog').ask({
      action: FOR_ALL[does],
      does,
      name: 'all.' + does,
      title: say('monitor.all.' + does),
      target: { examId: this.examId, all: true },
    });
  }

  #did(event) {
    this.deeds = [event.detail, ...this.deeds].slice(0, DEEDS);
    this.#details.follow(event.detail.reply?.body?.position ?? 0);
  }

  #wentOn() {
    this.#board.goOn();
    this.#details.follow();
    this.querySelector('action-dialog')?.goOn();
  }
}

customElements.define('exam-monitor', ExamMonitor);
