import { html, nothing } from 'lit';
import { number, say } from '../shared/texts.js';
import { AuditElement } from './audit-element.js';
import { asClock, dayAndClock } from './moments.js';
import { statusIn } from './story.js';

/** Between two questions to the service, in milliseconds: a slider gives a hundred moments a second. */
const REST = 200;
const MOST_AT_ONCE = 3;
const MOST_KEPT = 500;

/**
 * A session as it was: what its worker's page would have shown at the moment that is looked at, and what it was worth, as
 * the service computes both. A reply that comes after the one to a later question is not shown.
 */
class PastState extends AuditElement {
  static properties = {
    api: { attribute: false },
    page: { attribute: false },
    sessionId: {},
    story: { attribute: false },
    moment: { attribute: false },
    sequence: { type: Number },
    state: { state: true },
    problem: { state: true },
    waiting: { state: true },
  };

  #asked = 0;
  #answered = 0;
  #underWay = 0;
  #timer;
  #wanted;
  /** The state right after a fact never changes any more. */
  #kept = new Map();

  constructor() {
    super();
    this.state = null;
    this.problem = '';
    this.waiting = false;
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    if (changed.has('moment')) {
      this.#want();
    }
  }

  updated() {
    this.#bringIntoView();
  }

  wentOn() {
    this.#want();
  }

  render() {
    const { state } = this;
    return html`<section class="card past-state" aria-labelledby="as-of" aria-busy=${this.waiting}>
      <h2 id="as-of">${say('audit.as-of')}</h2>
      ${this.problem
        ? html`<p class="banner trouble" role="alert">${say(this.problem)}
            <button @click=${() => this.#want()}>${say('try-again.now')}</button></p>`
        : nothing}
      ${state === null
        ? this.problem ? nothing : html`<p class="loading" role="status">${say('loading')}</p>`
        : html`${this.#numbers(state)} ${this.#paper(state)}`}
    </section>`;
  }

  #numbers(state) {
    const { remainingSeconds, deadline, answered, total, pageIndex, pages, score, points, maximum, percent } = state;
    return html`<p class="hint" data-sequence=${state.sequence}>
        ${say('audit.as-of.when', { n: number(state.sequence), time: dayAndClock(state.at) })}
      </p>
      <dl class="figures">
        <div><dt>${say('audit.status')}</dt>
          <dd><span class="status" data-status=${state.status}>${statusIn(state.status)}</span></dd></div>
        <div><dt>${say('time-left')}</dt><dd class="clock">${deadline ? asClock(remainingSeconds) : '–'}</dd></div>
        <div><dt>${say('audit.page')}</dt><dd>${say('n-of-m', { n: number(pageIndex + 1), m: number(pages) })}</dd></div>
        <div><dt>${say('audit.field.answered')}</dt><dd>${say('n-of-m', { n: number(answered), m: number(total) })}</dd></div>
        <div><dt>${say('audit.points')}</dt><dd>${say('n-of-m', { n: number(points), m: number(maximum) })}</dd></div>
        <div><dt>${say('audit.score')}</dt>
          <dd>${score === null
            ? say('audit.score.none')
            : say('audit.score.is', {
                score: number(score),
                percent: number(percent),
                result: say(state.passed ? 'result.Pass' : 'result.Fail'),
              })}</dd></div>
      </dl>
      <p class="hint">${say('audit.computed-from', {
        position: number(state.computedFrom.position),
        key: number(state.computedFrom.keyVersion),
        rules: number(state.computedFrom.ruleVersion),
      })}</p>`;
  }

  #paper(state) {
    const paper = this.story.paperOf(state.attempt);
    const fact = this.story.facts[state.sequence];
    const responses = new Map(state.responses.map((response) => [response.questionId, response]));
    return html`<div class="box" tabindex="0" role="region" aria-label=${say('audit.paper')}>
      ${paper.questions.map((question, index) => {
        const page = Math.floor(index / paper.questionsPerPage);
        return html`${index % paper.questionsPerPage === 0
            ? html`<h3 ?data-here=${page === state.pageIndex}>
                ${say('audit.page-n', { n: number(page + 1) })}
                ${page === state.pageIndex ? html`<span class="here">${say('audit.here')}</span>` : nothing}
              </h3>`
            : nothing}
          ${this.#question(question, index, state, responses.get(question.questionId), fact)}`;
      })}
    </div>`;
  }

  #question(question, index, state, response, fact) {
    const chosen = state.answers[question.questionId] ?? [];
    const now = fact?.payload.questionId === question.questionId;
    return html`<div class="asked" data-question=${question.questionId} ?data-now=${now}>
      <p class="text"><span class="quiet-text">${number(index + 1)}.</span> ${question.text}</p>
      ${pictures(question)}
      <ul>
        ${question.options.map((option) => {
          const is = chosen.includes(option.optionId);
          return html`<li ?data-chosen=${is} data-option=${option.optionId}>
            <span aria-hidden="true">${question.multiple ? (is ? '☑' : '☐') : is ? '◉' : '○'}</span>
            <span>${option.text}${is ? html`<span class="hidden-text"> (${say('audit.chosen')})</span>` : nothing}
              ${pictures(option)}</span>
          </li>`;
        })}
      </ul>
      <p class="quiet-text">
        ${chosen.length === 0
          ? say('audit.unanswered')
          : response
            ? say(response.correct ? 'audit.right' : 'audit.wrong', {
                points: number(response.points),
                of: number(question.points),
              })
            : nothing}
        ${response?.changes > 0 ? say('audit.changes', { n: number(response.changes) }) : nothing}
      </p>
    </div>`;
  }

  #bringIntoView() {
    const box = this.querySelector('.box');
    const now = box?.querySelector('[data-now]') ?? box?.querySelector('[data-here]');
    if (now && now !== this.#inView) {
      this.#inView = now;
      box.scrollTop = now.offsetTop - 40;
    }
  }

  #inView;

  #want() {
    this.#wanted = this.moment;
    this.problem = '';
    const kept = this.#kept.get(this.moment.sequence);
    if (kept !== undefined) {
      this.#wanted = undefined;
      this.#show(++this.#asked, kept);
    } else if (this.#timer === undefined && this.#underWay < MOST_AT_ONCE) {
      this.#askForIt();
    }
  }

  /** Asks for the newest wish, and rests before the next. */
  async #askForIt() {
    const moment = this.#wanted;
    if (moment === undefined || !this.isConnected) {
      return;
    }
    this.#wanted = undefined;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#underWay < MOST_AT_ONCE) {
        this.#askForIt();
      }
    }, REST);
    const turn = ++this.#asked;
    this.#underWay++;
    this.waiting = true;
    const query =
      moment.sequence === undefined
        ? `at=${new Date(Math.max(moment.at, this.story.instants[0])).toISOString()}`
        : `sequence=${moment.sequence}`;
    const { body, problem = '' } = await this.ask(`/audit/sessions/${this.sessionId}/state?${query}`);
    this.#underWay--;
    if (body !== undefined && moment.sequence !== undefined) {
      this.#keep(moment.sequence, body);
    }
    if (body !== undefined) {
      this.#show(turn, body);
    } else if (turn === this.#asked) {
      this.problem = problem;
      this.waiting = false;
    }
    if (this.#timer === undefined) {
      this.#askForIt();
    }
  }

  #show(turn, state) {
    if (turn > this.#answered) {
      this.#answered = turn;
      this.state = state;
    }
    this.waiting = this.#answered !== this.#asked;
  }

  #keep(sequence, state) {
    if (this.#kept.size >= MOST_KEPT) {
      this.#kept.delete(this.#kept.keys().next().value);
    }
    this.#kept.set(sequence, state);
  }
}

function pictures(shown) {
  return shown.pictures.map(
    ({ sha256, description }) => html`<img class="picture" src="/api/v1/attachments/${sha256}" alt=${description ?? ''} />`,
  );
}

customElements.define('past-state', PastState);
