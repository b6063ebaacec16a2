import { html, nothing } from 'lit';
import { number, say } from '../shared/texts.js';
import { AuditElement } from './audit-element.js';
import { dayAndClock, zone } from './moments.js';
import { statusIn } from './story.js';

const PIECE = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Finds sessions. Tells `session` with the one to look at, `person`, and `wanted` with what is looked for. */
class SessionSearch extends AuditElement {
  static properties = {
    api: { attribute: false },
    page: { attribute: false },
    wanted: { attribute: false },
    found: { state: true },
    more: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  #searched = null;
  /** How many pieces were asked for; only the last one's reply counts. */
  #asked = 0;

  constructor() {
    super();
    /** Absent until something was looked for. */
    this.found = null;
    this.more = false;
    this.problem = '';
    this.busy = false;
  }

  /** The address says what is looked for, so the back button and a link lead to the same list. */
  updated() {
    const wanted = JSON.stringify(this.wanted);
    if (wanted !== this.#searched) {
      this.#searched = wanted;
      if (Object.keys(this.wanted).length > 0) {
        this.#look();
      } else {
        this.#asked++;
        this.busy = false;
        this.found = null;
        this.problem = '';
      }
    }
  }

  wentOn() {
    this.#searched = null;
    this.requestUpdate();
  }

  render() {
    const { worker = '', exam = '', from = '', to = '' } = this.wanted;
    return html`<h1>${say('audit')}</h1>
      <p class="hint">${say('audit.recorded')}</p>
      <form class="card search" @submit=${this.#submit}>
        <h2>${say('audit.search')}</h2>
        <div class="fields">
          <label class="field"><span>${say('audit.search.worker')}</span>
            <input name="worker" .value=${worker} autocomplete="off" autocapitalize="none" spellcheck="false" /></label>
          <label class="field"><span>${say('audit.search.exam')}</span>
            <input name="exam" .value=${exam} autocomplete="off" spellcheck="false" /></label>
          <label class="field"><span>${say('audit.search.from')}</span>
            <input name="from" type="datetime-local" .value=${from} /></label>
          <label class="field"><span>${say('audit.search.to')}</span>
            <input name="to" type="datetime-local" .value=${to} /></label>
          <label class="field"><span>${say('audit.search.session')}</span>
            <input name="session" autocomplete="off" autocapitalize="none" spellcheck="false" /></label>
        </div>
        <p class="problem" role="alert">${this.problem ? say(this.problem) : ''}</p>
        <div class="row">
          <button class="main" ?disabled=${this.busy}>${say('audit.search.do')}</button>
          <span class="hint">${say('audit.zone', { zone: zone() })}</span>
        </div>
      </form>
      <div aria-live="polite">${this.#list()}</div>
      <form class="card search" @submit=${this.#person}>
        <h2>${say('audit.person.search')}</h2>
        <div class="row end">
          <label class="field grow"><span>${say('audit.person.id')}</span>
            <input name="person" required autocomplete="off" autocapitalize="none" spellcheck="false" /></label>
          <button>${say('audit.person.do')}</button>
        </div>
      </form>`;
  }

  #list() {
    if (this.busy && this.found === null) {
      return html`<p class="loading" role="status">${say('loading')}</p>`;
    }
    if (this.found === null) {
      return nothing;
    }
    if (this.found.length === 0) {
      return html`<p class="card empty">${say('audit.search.none')}</p>`;
    }
    return html`<section class="card" aria-labelledby="found">
      <h2 id="found">
        ${say(this.more ? 'audit.search.more-than' : 'audit.search.found', { n: number(this.found.length) })}
      </h2>
      ${this.more ? html`<p class="hint">${say('audit.search.narrow')}</p>` : nothing}
      <ul class="found">${this.found.map((session) => this.#entry(session))}</ul>
      ${this.more ? html`<button ?disabled=${this.busy} @click=${this.#goOn}>${say('audit.more')}</button>` : nothing}
    </section>`;
  }

  #entry(session) {
    const { sessionId, title, workerName, workerId, person, status, startedAt, endedAt, answered, total } = session;
    return html`<li>
      <a href="?session=${sessionId}" @click=${(event) => this.#open(event, sessionId)}>
        <span class="who">${workerName ?? say('audit.erased', { person: person.slice(0, 8) })}</span>
        <span class="quiet-text">${workerId ?? ''}</span>
      </a>
      <span>${title}</span>
      <span><span class="status" data-status=${status}>${statusIn(status)}</span></span>
      <span>${startedAt ? dayAndClock(startedAt) : say('audit.not-started')}</span>
      <span>${endedAt ? say('audit.ended-at', { time: dayAndClock(endedAt) }) : nothing}</span>
      <span>${say('audit.answered', { n: number(answered), m: number(total) })}</span>
    </li>`;
  }

  #open(event, sessionId) {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.tell('session', sessionId);
    }
  }

  #submit(event) {
    event.preventDefault();
    const asked = Object.fromEntries(
      [...new FormData(event.target)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value),
    );
    if (asked.session !== undefined) {
      if (UUID.test(asked.session)) {
        this.tell('session', asked.session.toLowerCase());
      } else {
        this.problem = 'audit.search.no-id';
      }
    } else if (Object.keys(asked).length === 0) {
      this.problem = 'audit.search.what';
    } else if (JSON.stringify(asked) === JSON.stringify(this.wanted)) {
      this.wentOn();
    } else {
      this.tell('wanted', asked);
    }
  }

  #person(event) {
    event.preventDefault();
    const person = new FormData(event.target).get('person').trim();
    if (person) {
      this.tell('person', person);
    }
  }

  async #look() {
    this.found = null;
    const pieces = await this.#piece(undefined);
    if (pieces !== undefined) {
      // As long as all of it is here, it can be shown in the order that people expect; the service's is that of ids.
      this.found = this.more ? pieces : pieces.sort((one, other) => (other.startedAt ?? '').localeCompare(one.startedAt ?? ''));
    }
  }

  async #goOn() {
    const next = await this.#piece(this.found.at(-1).sessionId);
    if (next !== undefined) {
      this.found = [...this.found, ...next];
    }
  }

  /** Undefined when there is a problem, or something else was asked for meanwhile; then all stays as it is. */
  async #piece(after) {
    const asked = ++this.#asked;
    const { worker, exam, from, to } = this.wanted;
    const query = new URLSearchParams(
      Object.entries({
        workerId: worker,
        [UUID.test(exam ?? '') ? 'examId' : 'title']: exam,
        from: from && new Date(from).toISOString(),
        to: to && new Date(to).toISOString(),
        after,
        limit: PIECE + 1,
      }).filter(([, value]) => value),
    );
    this.busy = true;
    const { body, problem = '' } = await this.ask(`/audit/sessions?${query}`);
    if (asked !== this.#asked) {
      return undefined;
    }
    this.busy = false;
    this.problem = problem;
    if (body === undefined) {
      return undefined;
    }
    this.more = body.length > PIECE;
    return body.slice(0, PIECE);
  }
}

customElements.define('session-search', SessionSearch);
