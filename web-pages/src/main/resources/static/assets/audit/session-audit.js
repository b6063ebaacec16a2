import { html, nothing } from 'lit';
import { number, say } from '../shared/texts.js';
import { AuditElement } from './audit-element.js';
import { clockOf, dayAndClock } from './moments.js';
import { statusIn, Story } from './story.js';
import './facts-list.js';
import './past-difference.js';
import './past-state.js';
import './session-player.js';
import './session-proof.js';

const RUNNING = ['IN_PROGRESS', 'SILENT'];

/**
 * One session, at any moment of it. The moment that is looked at is kept here: `{at}` a time in milliseconds, or
 * `{sequence}` the state right after a fact. Tells `search`, and `person` with an opaque id.
 */
class SessionAudit extends AuditElement {
  static properties = {
    api: { attribute: false },
    page: { attribute: false },
    sessionId: {},
    /** Sequence of the fact to begin at, from the address. */
    begin: {},
    stage: { state: true },
    session: { state: true },
    story: { state: true },
    moment: { state: true },
    proof: { state: true },
    problem: { state: true },
    asked: { state: true },
  };

  constructor() {
    super();
    this.#forget();
  }

  willUpdate(changed) {
    if (changed.has('sessionId')) {
      this.#forget();
      this.#load();
    }
  }

  wentOn() {
    if (this.stage !== 'shown') {
      this.#load();
    }
  }

  render() {
    return html`<p><button class="quiet" @click=${() => this.tell('search')}>← ${say('audit.search')}</button></p>
      ${this.#stage()}`;
  }

  #stage() {
    switch (this.stage) {
      case 'loading':
        return html`<h1>${say('audit.session')}</h1><p class="loading" role="status">${say('loading')}</p>`;
      case 'nothing':
        return html`<div class="card narrow">
          <h1>${say('audit.no-session')}</h1>
          <p>${say('audit.no-session.what')}</p>
        </div>`;
      case 'failed':
        return html`<div class="card narrow">
          <h1>${say('audit.failed')}</h1>
          <p role="alert">${say(this.problem)}</p>
          <button class="main" @click=${this.#load}>${say('try-again.now')}</button>
        </div>`;
      default:
        return this.#shown();
    }
  }

  #shown() {
    const sequence = this.#sequence;
    return html`${this.#head()}
      ${RUNNING.includes(this.session?.status)
        ? html`<p class="banner running">
            <span>${say('audit.running', { time: clockOf(this.asked) })}</span>
            <button @click=${this.#load}>${say('audit.running.more')}</button>
          </p>`
        : nothing}
      ${this.problem ? html`<p class="banner trouble" role="alert">${say(this.problem)}</p>` : nothing}
      <session-player
        .story=${this.story}
        .moment=${this.moment}
        .sequence=${sequence}
        @moment=${(event) => this.#go(event.detail)}
      ></session-player>
      <div class="beside">
        <past-state
          .api=${this.api}
          .page=${this.page}
          .sessionId=${this.sessionId}
          .story=${this.story}
          .moment=${this.moment}
          .sequence=${sequence}
        ></past-state>
        <facts-list
          .story=${this.story}
          .sequence=${sequence}
          .proof=${this.proof}
          @moment=${(event) => this.#go(event.detail)}
        ></facts-list>
      </div>
      <past-difference
        .api=${this.api}
        .page=${this.page}
        .sessionId=${this.sessionId}
        .story=${this.story}
        .sequence=${sequence}
      ></past-difference>
      <session-proof
        .api=${this.api}
        .page=${this.page}
        .sessionId=${this.sessionId}
        .story=${this.story}
        @checked=${(event) => (this.proof = event.detail)}
      ></session-proof>
      ${this.#downloads()}`;
  }

  #head() {
    const person = this.story.facts[0].payload.person;
    const { title, workerName, workerId, status, attempt, startedAt, endedAt } = this.session ?? {};
    const erased = this.session && !workerId && !workerName;
    return html`<section class="card head">
      <div class="row">
        <h1>${workerName ?? workerId ?? say('audit.erased', { person: person.slice(0, 8) })}</h1>
        ${status ? html`<span class="status" data-status=${status}>${statusIn(status)}</span>` : nothing}
        ${this.#badge()}
        <span class="grow"></span>
        <button @click=${() => this.tell('person', person)}>${say('audit.person.everything')}</button>
      </div>
      ${erased ? html`<p class="banner">${say('audit.erased.why', { person })}</p>` : nothing}
      <p class="hint">${say('audit.recorded')}</p>
      <dl class="facts wide">
        <div><dt>${say('exam')}</dt><dd>${title ?? '–'}</dd></div>
        <div><dt>${say('audit.worker')}</dt><dd>${workerId ?? '–'} <span class="mono quiet-text">${person}</span></dd></div>
        <div><dt>${say('audit.session')}</dt><dd class="mono">${this.sessionId}</dd></div>
        <div><dt>${say('audit.attempt')}</dt><dd>${attempt ? number(attempt) : '–'}</dd></div>
        <div><dt>${say('audit.started')}</dt><dd>${startedAt ? dayAndClock(startedAt) : say('audit.not-started')}</dd></div>
        <div><dt>${say('audit.ended')}</dt><dd>${endedAt ? dayAndClock(endedAt) : '–'}</dd></div>
      </dl>
    </section>`;
  }

  /** What the proof below has found, in a word. */
  #badge() {
    if (this.proof === null) {
      return nothing;
    }
    const proven = [...this.proof.rows.values()].every(({ verdict }) => verdict === 'proven');
    const found = this.proof.flaw !== undefined ? 'broken' : proven ? 'proven' : 'newer';
    return html`<a class="badge" data-found=${found} href="#proof">
      <span aria-hidden="true">${{ broken: '✕', proven: '✓', newer: '…' }[found]}</span> ${say('audit.badge.' + found)}
    </a>`;
  }

  #downloads() {
    const files = [
      ['export?proof=true', 'cloud-events'],
      ['xapi', 'xapi'],
      ['dispute-pack', 'dispute-pack'],
      ['receipt', 'receipt'],
    ];
    return html`<section class="card" aria-labelledby="downloads">
      <h2 id="downloads">${say('audit.downloads')}</h2>
      <ul class="downloads">
        ${files
          .filter(([, name]) => name !== 'receipt' || this.session?.endedAt)
          .map(
            ([path, name]) => html`<li>
              <a href="/api/v1/audit/sessions/${this.sessionId}/${path}" download=${`${name}-${this.sessionId}${endOf(name)}`}>
                ${say('audit.download.' + name)}
              </a>
              <span class="hint">${say(`audit.download.${name}.what`)}</span>
            </li>`,
          )}
      </ul>
    </section>`;
  }

  /** The newest fact at the moment that is looked at. */
  get #sequence() {
    return this.moment.sequence ?? this.story.sequenceAt(this.moment.at);
  }

  #go(moment) {
    this.moment = moment;
    if (moment.sequence !== undefined) {
      // A copied address leads to the same moment; each step is not worth a step of the back button.
      history.replaceState(null, '', `?session=${this.sessionId}&sequence=${moment.sequence}`);
    }
  }

  #forget() {
    this.stage = 'loading';
    this.session = null;
    this.story = null;
    this.moment = null;
    this.proof = null;
    this.problem = '';
  }

  async #load() {
    const { sessionId } = this;
    this.problem = '';
    const path = `/audit/sessions/${encodeURIComponent(sessionId)}`;
    const asked = Date.now();
    const [timeline, papers, found] = await Promise.all([
      this.ask(`${path}/timeline`, { patience: 60_000 }),
      this.ask(`${path}/papers`),
      this.ask(`/audit/sessions?sessionId=${encodeURIComponent(sessionId)}`),
    ]);
    if (sessionId !== this.sessionId) {
      return;
    }
    const problem = timeline.problem ?? papers.problem;
    if (problem === 'audit.problem.not-found' || problem === 'audit.problem.invalid-request') {
      this.stage = 'nothing';
    } else if (problem !== undefined) {
      // What is shown already stays.
      this.problem = problem;
      this.stage = this.stage === 'shown' ? 'shown' : 'failed';
    } else {
      this.#show(new Story(timeline.body, papers.body), found.body?.[0] ?? null, asked);
    }
  }

  #show(story, session, asked) {
    const begin = Number.parseInt(this.begin, 10);
    const wasAtEnd = this.moment === null || this.moment.sequence === this.story.last;
    this.story = story;
    this.proof = null;
    this.session = session;
    this.asked = asked;
    if (this.stage !== 'shown' && begin >= 0 && begin <= story.last) {
      this.moment = { sequence: begin };
    } else if (wasAtEnd) {
      this.moment = { sequence: story.last };
    }
    this.stage = 'shown';
  }
}

function endOf(name) {
  return { 'cloud-events': '.ndjson', 'dispute-pack': '.zip' }[name] ?? '.json';
}

customElements.define('session-audit', SessionAudit);
