import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { say, timeOfDay } from '../shared/texts.js';
import { Sitting } from './sitting.js';
import { TabLead } from './tab-lead.js';
import './answer-sheet.js';
import './connection-line.js';
import './exam-end.js';
import './exam-gate.js';
import './exam-timer.js';
import './hand-in-review.js';
import './question-panel.js';

/**
 * The screens of one session, from its door to its end. Tells `left` when the person goes back to his exams.
 *
 * Stages: `loading`, `gate` (not started, or an access token is asked for), `elsewhere` (another tab has it), `answering`,
 * `review`, `handing-in`, `leaving`, `taken-over` (another device has it), `started-over` (HC took back
 * what was) and `ended`.
 */
class ExamRoom extends PageElement {
  static properties = {
    api: { attribute: false },
    store: { attribute: false },
    sessionId: {},
    stage: { state: true },
    problem: { state: true },
    /** Whether the server was asked to let the person in, and has not answered. */
    entering: { state: true },
  };

  #lead;
  #sitting = null;
  #goingOn = () => document.hidden || this.goOn();
  #leaving = () => this.leave();

  constructor() {
    super();
    this.stage = 'loading';
    this.problem = null;
    this.entering = false;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('online', this.#goingOn);
    window.addEventListener('pageshow', this.#goingOn);
    document.addEventListener('visibilitychange', this.#goingOn);
    window.addEventListener('pagehide', this.#leaving);
    this.#lead = new TabLead(this.sessionId);
    this.#take(false);
  }

  disconnectedCallback() {
    window.removeEventListener('online', this.#goingOn);
    window.removeEventListener('pageshow', this.#goingOn);
    document.removeEventListener('visibilitychange', this.#goingOn);
    window.removeEventListener('pagehide', this.#leaving);
    this.#sitting?.stop();
    this.#lead.letGo();
    super.disconnectedCallback();
  }

  /** There is reason to hope: what waited goes out. */
  goOn() {
    this.#sitting?.goOn();
  }

  /** The person goes away, maybe for good: what fits is sent. */
  leave() {
    return this.#sitting?.leave();
  }

  render() {
    switch (this.stage) {
      case 'loading':
        return html`<p class="loading" role="status">${say('loading')}</p>`;
      case 'elsewhere':
        return this.#door('elsewhere', say('exam.use-here'), () => this.#take(true));
      case 'taken-over':
        return this.#door('taken-over', say('exam.go-on-here'), () => this.#sit());
      case 'started-over':
        return this.#door('started-over', say('exam.start'), () => this.#sit());
      case 'gate':
        return html`<exam-gate
          .problem=${this.problem}
          .busy=${this.entering}
          @start=${(event) => this.#enter(event.detail)}
        ></exam-gate>`;
      case 'ended':
        return html`${this.#notices()}
          <exam-end
            .api=${this.api}
            .sessionId=${this.sessionId}
            .end=${this.#sitting.end}
            .unsent=${this.#sitting.queue.unsentAnswers}
            @started-over=${() => this.#startedOver()}
          ></exam-end>`;
      default:
        return this.#exam();
    }
  }

  #door(reason, action, opening) {
    return html`<div class="card narrow" role="alert">
      <h1>${say('exam.' + reason + '.title')}</h1>
      <p>${say('exam.' + reason)}</p>
      <div class="row">
        <button class="main" @click=${opening}>${action}</button>
        <button class="quiet" @click=${() => this.tell('left')}>${say('exam.my-exams')}</button>
      </div>
    </div>`;
  }

  #exam() {
    const { clock, queue, paper, chosen, flagged, pageIndex, deadline, connection, stranger } = this.#sitting;
    return html`<div class="strip">
        <exam-timer .clock=${clock} .deadline=${deadline} @over=${() => this.#finish('handing-in', true)}></exam-timer>
        <connection-line
          .connection=${connection}
          .unsent=${queue.unsentAnswers}
          .deadline=${deadline}
          .stranger=${stranger}
        ></connection-line>
      </div>
      ${this.#notices()}
      ${this.problem ? html`<p class="banner trouble" role="alert">${this.problem}</p>` : nothing}
      ${queue.unkept ? html`<p class="banner trouble" role="alert">${say('exam.unkept')}</p>` : nothing}
      <div class="exam">
        <question-panel
          .pages=${paper.pages}
          .chosen=${chosen}
          .flagged=${flagged}
          .pageIndex=${pageIndex}
          .busy=${this.#finishing}
          @turn=${(event) => this.#turn(event.detail)}
        ></question-panel>
        <section>
          ${this.stage === 'answering'
            ? html`<answer-sheet
                .pages=${paper.pages}
                .pageIndex=${pageIndex}
                .chosen=${chosen}
                .flagged=${flagged}
                .held=${this.#held()}
                @chosen=${(event) => this.#sitting.choose(event.detail.questionId, event.detail.optionIds)}
                @flag=${(event) => this.#sitting.flag(event.detail)}
                @turn=${(event) => this.#turn(event.detail)}
                @review=${() => this.#show('review')}
              ></answer-sheet>`
            : html`<hand-in-review
                .pages=${paper.pages}
                .chosen=${chosen}
                .flagged=${flagged}
                .refused=${[...chosen.keys()].filter((id) => queue.stateOf(id) === 'refused')}
                .unsent=${queue.unsentAnswers}
                .connection=${connection}
                .busy=${this.#finishing ? this.stage : ''}
                @turn=${(event) => this.#turn(event.detail)}
                @back=${() => this.#show('answering')}
                @hand-in=${() => this.#finish('handing-in')}
                @leave-for-good=${() => this.#finish('leaving')}
              ></hand-in-review>`}
        </section>
      </div>`;
  }

  #notices() {
    return this.#sitting.notices
      .filter((notice) => !notice.hidden)
      .map(
        (notice) => html`<div class="banner row">
          <span class="fill" role="status">
            ${say('exam.notice.' + notice.kind, { text: notice.text, time: timeOfDay(notice.at) })}
          </span>
          <button class="quiet" @click=${() => this.#sitting.hide(notice)}>${say('exam.notice.hide')}</button>
        </div>`,
      );
  }

  /** What the server has of each question of this page. */
  #held() {
    const { queue, paper, pageIndex } = this.#sitting;
    return new Map(
      paper.pages[pageIndex].questions.map(({ id }) => [id, { state: queue.stateOf(id), refusal: queue.refusalOf(id) }]),
    );
  }

  /** One tab of this browser has the session; with `steal` it is this one from now on. */
  #take(steal) {
    this.stage = 'loading';
    this.#lead.take(
      steal,
      () => this.#sit(),
      () => {
        this.#sitting?.stop();
        this.stage = 'elsewhere';
      },
    );
  }

  /** A new sitting takes up what older ones left on this device. */
  async #sit() {
    this.#sitting?.stop();
    const sitting = new Sitting(this.api, this.store, this.sessionId);
    this.#sitting = sitting;
    sitting.addEventListener('change', () => this.requestUpdate());
    sitting.addEventListener('ended', () => (sitting.startedOver ? this.#startedOver() : (this.stage = 'ended')));
    sitting.addEventListener('taken-over', () => (this.stage = 'taken-over'));
    await this.#enter();
  }

  async #enter(accessToken = undefined) {
    const sitting = this.#sitting;
    this.entering = true;
    let kept;
    try {
      kept = await sitting.enter(accessToken);
    } finally {
      this.entering = sitting !== this.#sitting && this.entering;
    }
    if (sitting !== this.#sitting || this.stage === 'elsewhere' || sitting.end) {
      return;
    }
    this.problem = kept;
    this.stage = kept ? 'gate' : 'answering';
  }

  /** What is unsent goes with the next sitting, under its old epoch (R17). */
  #startedOver() {
    this.#sitting.stop();
    this.stage = 'started-over';
  }

  /** Whether the end is on its way to the server: what is clicked then would be lost. */
  get #finishing() {
    return this.stage === 'handing-in' || this.stage === 'leaving';
  }

  async #turn({ pageIndex, questionId }) {
    this.#sitting.turnTo(pageIndex);
    await this.#show('answering');
    if (questionId) {
      const first = this.querySelector(`#question-${questionId} input`);
      first?.focus();
      first?.scrollIntoView({ block: 'center' });
    }
  }

  async #show(stage) {
    this.stage = stage;
    this.requestUpdate();
    await this.updateComplete;
    await this.querySelector('section > *').updateComplete;
    const heading = this.querySelector('section h1');
    heading?.focus();
    heading?.scrollIntoView({ block: 'start' });
  }

  /**
   * @param stage `handing-in` or `leaving`
   * @param timeIsOver whether nobody asked for it, so that it is given up when the server says that there is time left
   */
  async #finish(stage, timeIsOver = false) {
    if (this.stage === 'ended' || this.#finishing) {
      return;
    }
    const before = this.stage;
    this.stage = stage;
    this.problem = null;
    const sitting = this.#sitting;
    const refused = await (stage === 'leaving' ? sitting.leaveForGood() : sitting.handIn(timeIsOver));
    if (sitting !== this.#sitting || sitting.stopped || this.stage !== stage) {
      return;
    }
    if (refused) {
      this.problem = refused.body?.detail ?? say('try-again');
      this.stage = 'review';
    } else {
      await this.#show(before);
    }
  }
}

customElements.define('exam-room', ExamRoom);
