import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { ServerClock } from '../shared/server-clock.js';
import { say, timeOfDay } from '../shared/texts.js';
import { AnswerQueue } from './answer-queue.js';
import { SignsOfLife } from './signs-of-life.js';
import './exam-end.js';
import './exam-gate.js';
import './exam-timer.js';
import './hand-in-review.js';
import './question-card.js';
import './question-panel.js';

/**
 * One session, from its door to its end. What is shown as chosen is what the person clicked; what the server has of it
 * is said beside each question. Nothing here waits for the network but the way in and handing in.
 *
 * Stages: `gate` (not started, or an access token is asked for), `elsewhere` (another tab has it), `answering`,
 * `review`, `handing-in`, `taken-over` (another device has it) and `ended`.
 */
class ExamRoom extends PageElement {
  static properties = {
    api: { attribute: false },
    store: { attribute: false },
    sessionId: {},
    person: {},
    stage: { state: true },
    problem: { state: true },
    notices: { state: true },
    deadline: { state: true },
    pageIndex: { state: true },
    end: { state: true },
    stranger: { state: true },
  };

  #clock = new ServerClock();
  #paper = null;
  #queue = null;
  #signs = null;
  #epoch = 0;
  #chosen = new Map();
  #flagged = new Set();
  #told = new Set();
  #release = () => {};
  #online = () => this.#queue?.nudge();
  #leaving = () => this.#queue && this.stage !== 'ended' && this.#queue.leave();

  constructor() {
    super();
    this.stage = 'loading';
    this.problem = null;
    this.notices = [];
    this.pageIndex = 0;
    this.end = null;
    this.stranger = false;
    this.#clock.addEventListener('doubtful', () => this.#askTheTime());
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('online', this.#online);
    window.addEventListener('pagehide', this.#leaving);
    this.#hold(false);
  }

  disconnectedCallback() {
    window.removeEventListener('online', this.#online);
    window.removeEventListener('pagehide', this.#leaving);
    this.#stop();
    super.disconnectedCallback();
  }

  /** Somebody signed in again: what waited goes out. */
  goOn() {
    this.stranger = false;
    this.#queue?.nudge();
  }

  render() {
    switch (this.stage) {
      case 'loading':
        return html`<p class="loading" role="status">${say('loading')}</p>`;
      case 'elsewhere':
        return this.#door('elsewhere', say('exam.use-here'), () => this.#hold(true));
      case 'taken-over':
        return this.#door('taken-over', say('exam.go-on-here'), () => this.#enter());
      case 'gate':
        return html`<exam-gate .problem=${this.problem} @start=${(event) => this.#enter(event.detail)}></exam-gate>`;
      case 'ended':
        return html`<exam-end
          .api=${this.api}
          .sessionId=${this.sessionId}
          .end=${this.end}
          .unsent=${this.#queue?.unsentAnswers ?? 0}
        ></exam-end>`;
      default:
        return this.#exam();
    }
  }

  #door(reason, action, opening) {
    return html`<div class="card narrow" role="alert">
      <h1>${say('exam.' + reason + '.title')}</h1>
      <p>${say('exam.' + reason)}</p>
      <button class="main" @click=${opening}>${action}</button>
    </div>`;
  }

  #exam() {
    const page = this.#paper.pages[this.pageIndex];
    const busy = this.stage === 'handing-in';
    return html`<div class="strip">
        <exam-timer .clock=${this.#clock} .deadline=${this.deadline} @over=${() => this.#handIn()}></exam-timer>
        ${this.#connection()}
      </div>
      ${this.notices.map((notice) => html`<p class="banner" role="status">${notice}</p>`)}
      ${this.problem ? html`<p class="banner trouble" role="alert">${this.problem}</p>` : nothing}
      ${this.#queue.unkept ? html`<p class="banner trouble" role="alert">${say('exam.unkept')}</p>` : nothing}
      <div class="exam">
        <question-panel
          .pages=${this.#paper.pages}
          .chosen=${this.#chosen}
          .flagged=${this.#flagged}
          .pageIndex=${this.pageIndex}
          @turn=${(event) => this.#turn(event.detail.pageIndex, event.detail.questionId)}
        ></question-panel>
        <section>
          ${this.stage === 'answering'
            ? html`<h1 tabindex="-1">${say('exam.page-n-of-m', { n: this.pageIndex + 1, m: this.#paper.pages.length })}</h1>
                ${repeat(
                  page.questions,
                  (question) => question.id,
                  (question) => this.#question(question),
                )}
                ${this.#buttons()}`
            : html`<hand-in-review
                .pages=${this.#paper.pages}
                .chosen=${this.#chosen}
                .flagged=${this.#flagged}
                .busy=${busy}
                .unsent=${this.#queue.unsentAnswers}
                .refused=${this.#refused()}
                .connection=${this.#queue.connection}
                @turn=${(event) => this.#turn(event.detail.pageIndex, event.detail.questionId)}
                @back=${() => this.#show('answering')}
                @hand-in=${() => this.#handIn()}
              ></hand-in-review>`}
        </section>
      </div>`;
  }

  #question(question) {
    return html`<question-card
      .question=${question}
      .place=${this.#place(question.id)}
      .chosen=${this.#chosen.get(question.id) ?? []}
      .saved=${this.#queue.stateOf(question.id)}
      .refusal=${this.#queue.refusalOf(question.id)}
      .flagged=${this.#flagged.has(question.id)}
      @chosen=${(event) => this.#choose(question.id, event.detail)}
      @flag=${() => this.#flag(question.id)}
    ></question-card>`;
  }

  #buttons() {
    const last = this.#paper.pages.length - 1;
    return html`<nav class="row" aria-label=${say('exam.pages')}>
      <button ?disabled=${this.pageIndex === 0} @click=${() => this.#turn(this.pageIndex - 1)}>${say('previous')}</button>
      <span class="grow"></span>
      <button ?disabled=${this.pageIndex === last} @click=${() => this.#turn(this.pageIndex + 1)}>${say('next')}</button>
      <button class="main" @click=${() => this.#show('review')}>${say('exam.review')}</button>
    </nav>`;
  }

  /** The truth about what the server has; kept in one place of the page, so that a screen reader hears changes of it. */
  #connection() {
    const { connection, unsentAnswers } = this.#queue;
    const by = this.deadline ? timeOfDay(this.deadline) : '';
    const said =
      connection === 'unreachable'
        ? say('exam.connection.unreachable', { n: unsentAnswers, time: by })
        : connection === 'busy'
          ? say('exam.connection.busy', { n: unsentAnswers, time: by })
          : connection === 'signed-out'
            ? say(this.stranger ? 'exam.connection.stranger' : 'exam.connection.signed-out', { n: unsentAnswers })
            : unsentAnswers > 0
              ? say('exam.connection.sending', { n: unsentAnswers })
              : say('exam.connection.saved');
    return html`<p class="connection" data-connection=${connection} role="status">${said}</p>`;
  }

  /** One tab of this browser has the session; with `steal` it is this one from now on. */
  #hold(steal) {
    this.#stop();
    this.stage = 'loading';
    const held = new Promise((resolve) => (this.#release = resolve));
    navigator.locks
      .request(`exam-ledger:${this.sessionId}`, steal ? { steal } : { ifAvailable: true }, (lock) => {
        if (lock === null) {
          this.stage = 'elsewhere';
          return undefined;
        }
        this.#enter();
        return held;
      })
      .catch(() => {
        // Another tab took it.
        this.#stop();
        this.stage = 'elsewhere';
      });
  }

  #stop() {
    this.#queue?.stop();
    this.#signs?.stop();
    this.#release();
  }

  /** Starts or resumes: a new epoch each time. A start without an answer is repeated under the same key by the person. */
  async #enter(accessToken = undefined) {
    this.#queue?.stop();
    this.#signs?.stop();
    this.problem = null;
    this.#startKey ??= crypto.randomUUID();
    try {
      const started = await this.api.post(
        `/sessions/${this.sessionId}/start`,
        { clientId: clientId(), device: navigator.userAgent.slice(0, 100), ...(accessToken ? { accessToken } : {}) },
        { key: this.#startKey },
      );
      if (!started.ok) {
        this.#refusedAtTheDoor(started);
        return;
      }
      this.#startKey = undefined;
      await this.#takeUp(started);
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.problem = { code: 'unreachable' };
      this.stage = 'gate';
    }
  }

  #startKey;

  #refusedAtTheDoor(reply) {
    if (!reply.passing) {
      this.#startKey = undefined;
    }
    if (reply.code === 'session-closed') {
      this.#ended(reply.body);
    } else {
      this.problem = reply.body ?? { code: 'unavailable' };
      this.stage = 'gate';
    }
  }

  async #takeUp(started) {
    const { epoch, position } = started.body;
    const [paper, resumed] = await Promise.all([
      this.api.get(`/sessions/${this.sessionId}/paper?atLeast=${position}`),
      this.api.get(`/sessions/${this.sessionId}/resume?atLeast=${position}`),
    ]);
    if (!paper.ok || !resumed.ok) {
      throw new Unreachable('the paper is not there yet');
    }
    this.#epoch = epoch;
    this.#paper = paper.body;
    this.#queue = new AnswerQueue(this.api, this.store, this.sessionId);
    this.#listen(this.#queue);
    await this.#queue.begin(epoch);
    const room = await this.store.room(this.sessionId);
    this.#flagged = new Set(room.flagged);
    this.pageIndex = Math.min(resumed.body.pageIndex, this.#paper.pages.length - 1);
    this.#take(resumed);
    this.#receipt(started);
    this.#signs = new SignsOfLife(this.api, this.sessionId, epoch);
    this.#signs.addEventListener('receipt', (event) => this.#receipt(event.reply));
    this.#signs.begin();
    this.stage = 'answering';
  }

  #listen(queue) {
    queue.addEventListener('change', () => this.requestUpdate());
    queue.addEventListener('receipt', (event) => {
      this.#signs?.given();
      this.#receipt(event.reply);
    });
    queue.addEventListener('ended', (event) => this.#ended(event.reply.body));
    queue.addEventListener('stranger', () => (this.stranger = true));
    queue.addEventListener('superseded', async () => {
      const resumed = await this.#tryToRead('resume');
      if (resumed?.ok) {
        this.#take(resumed);
      }
    });
  }

  /** What the server holds, and over it what it has not answered yet. */
  #take(resumed) {
    const held = Object.entries(resumed.body.answers).map(([question, options]) => [Number(question), options]);
    this.#chosen = new Map([...held, ...this.#queue.waiting()]);
    this.deadline = resumed.body.deadline;
    this.requestUpdate();
  }

  #receipt(reply) {
    const { serverTime, deadline, currentEpoch, notices, status } = reply.body;
    this.#clock.heard(serverTime, reply.roundTrip);
    if (deadline) {
      this.deadline = deadline;
    }
    for (const notice of notices ?? []) {
      this.#notice(notice);
    }
    if (this.stage === 'ended') {
      return;
    }
    if (status !== 'IN_PROGRESS' && status !== 'SILENT') {
      this.#ended(reply.body);
    } else if (currentEpoch > this.#epoch) {
      this.#signs.stop();
      this.stage = 'taken-over';
    }
  }

  /** A heartbeat that was answered and not stored is told the same again with the next one. */
  #notice({ kind, text, at }) {
    const told = `${kind} ${at}`;
    if (!this.#told.has(told)) {
      this.#told.add(told);
      this.notices = [...this.notices, say('exam.notice.' + kind, { text, time: timeOfDay(at) })];
    }
  }

  async #askTheTime() {
    const reply = await this.#tryToRead('status');
    if (reply?.ok) {
      this.#receipt(Object.assign(reply, { body: { ...reply.body, currentEpoch: this.#epoch } }));
    }
  }

  async #tryToRead(question) {
    try {
      return await this.api.get(`/sessions/${this.sessionId}/${question}`);
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      return undefined;
    }
  }

  #choose(questionId, optionIds) {
    this.#chosen = new Map(this.#chosen).set(questionId, optionIds);
    this.requestUpdate();
    this.#queue.answer(questionId, optionIds, this.pageIndex);
  }

  #flag(questionId) {
    const flagged = new Set(this.#flagged);
    this.#flagged = flagged.delete(questionId) ? flagged : flagged.add(questionId);
    this.store.flag(this.sessionId, [...this.#flagged]);
    this.requestUpdate();
  }

  async #turn(pageIndex, questionId = undefined) {
    const turned = pageIndex !== this.pageIndex;
    this.pageIndex = pageIndex;
    this.stage = 'answering';
    if (turned) {
      this.#queue.turnTo(pageIndex);
    }
    await this.updateComplete;
    const to = questionId ? this.querySelector(`#question-${questionId} input`) : this.querySelector('section h1');
    to?.focus();
    to?.scrollIntoView({ block: 'center' });
  }

  async #show(stage) {
    this.stage = stage;
    await this.updateComplete;
    this.querySelector('section h1')?.focus();
  }

  async #handIn() {
    if (this.stage === 'handing-in' || this.stage === 'ended') {
      return;
    }
    this.stage = 'handing-in';
    const reply = await this.#queue.handIn();
    if (reply.ok || reply.code === 'session-closed') {
      this.#ended(reply.body);
    } else if (reply.code === 'taken-over') {
      this.stage = 'taken-over';
    } else {
      this.problem = reply.body?.detail ?? say('try-again');
      this.stage = 'review';
    }
  }

  #ended(said) {
    this.end = {
      status: said.sessionStatus ?? said.status,
      at: said.endedAt ?? said.serverTime,
      position: said.position,
    };
    this.stage = 'ended';
    this.#signs?.stop();
  }

  #refused() {
    return [...this.#chosen.keys()].filter((id) => this.#queue.stateOf(id) === 'refused');
  }

  #place(questionId) {
    return this.#paper.pages.flatMap((page) => page.questions).findIndex((question) => question.id === questionId) + 1;
  }
}

/** Names this browser to the server, so that two devices of one person can be told apart. */
function clientId() {
  const kept = localStorage.getItem('exam-ledger.client');
  if (kept) {
    return kept;
  }
  const made = crypto.randomUUID();
  localStorage.setItem('exam-ledger.client', made);
  return made;
}

customElements.define('exam-room', ExamRoom);
