import { html, nothing } from 'lit';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';
import { isComplete } from './draft-check.js';
import { docOf, placesOf, same } from './draft-doc.js';
import './question-desk.js';

/**
 * The questions of one pool. A pool is published as a whole and its questions are complete, so nothing is saved while it
 * is typed; what is typed is kept on this device. Tells `left` and `choose`.
 */
class PoolDesk extends PageElement {
  static properties = {
    api: { attribute: false },
    person: {},
    technology: {},
    level: {},
    entry: {},
    doc: { state: true },
    base: { state: true },
    stage: { state: true },
    problem: { state: true },
    newer: { state: true },
    busy: { state: true },
  };

  #revision = 0;
  #position = 0;
  #leaving = (event) => {
    if (!this.#kept && !same(this.doc, this.base)) {
      event.preventDefault();
    }
  };
  #kept = true;

  constructor() {
    super();
    this.doc = null;
    this.base = null;
    /** `loading`, `unreachable` or `open`. */
    this.stage = 'loading';
    this.problem = '';
    /** Whether somebody published the pool since it was read. */
    this.newer = false;
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.#leaving);
    this.#open();
  }

  disconnectedCallback() {
    window.removeEventListener('beforeunload', this.#leaving);
    super.disconnectedCallback();
  }

  goOn() {
    this.stage === 'open' || this.#open();
  }

  render() {
    const title = html`<h1>${this.technology} · ${this.level}</h1>`;
    if (this.stage === 'loading') {
      return html`${title}<p class="loading" role="status">${say('loading')}</p>`;
    }
    if (this.stage === 'unreachable') {
      return html`${title}
        <p class="banner trouble" role="alert">${say('unreachable')}</p>
        <button class="main" @click=${this.#open}>${say('try-again.now')}</button>`;
    }
    const questions = placesOf(this.doc).map((it) => it.entry);
    const open = questions.filter((it) => !isComplete(it)).length;
    const changed = !same(this.doc, this.base);
    return html`<div class="strip">
        <button class="quiet" @click=${() => this.tell('left')}>‹ ${say('authoring.pools')}</button>
        <p class="save" data-state=${changed ? 'waiting' : 'saved'} role="status">${this.#state(changed, questions.length, open)}</p>
        <button
          class="main"
          ?disabled=${!changed || open > 0 || questions.length === 0 || this.busy || this.newer}
          @click=${() => this.#publish(false)}
        >
          ${say('authoring.publish')}
        </button>
      </div>
      ${title}
      ${this.problem ? html`<p class="banner trouble" role="alert">${this.problem}</p>` : nothing}
      ${this.newer
        ? html`<div class="banner trouble" role="alert">
            ${say('authoring.pool-newer')}
            <div class="row">
              <button @click=${() => this.#publish(true)}>${say('authoring.publish-anyway')}</button>
              <button @click=${this.#takeTheirs}>${say('authoring.keep-theirs')}</button>
            </div>
          </div>`
        : nothing}
      <question-desk
        plain
        .api=${this.api}
        .keeper=${this}
        .doc=${this.doc}
        .entry=${this.entry}
        @edit=${(event) => this.#edit(event.detail)}
      ></question-desk>`;
  }

  #state(changed, count, open) {
    if (changed) {
      return open > 0 ? say('authoring.publish-when', { n: number(open) }) : say('authoring.not-published');
    }
    return this.#revision > 0 ? say('authoring.is-published', { n: number(count) }) : say('authoring.pool-new');
  }

  async #open() {
    this.stage = 'loading';
    const reply = await this.#trying(() => this.api.get(`${this.#path}?atLeast=${this.#position}`));
    if (!reply?.ok && reply?.status !== 404) {
      this.stage = 'unreachable';
      return;
    }
    this.problem = '';
    this.#take(reply.ok ? reply.body : { questions: [], revision: 0 });
    const left = this.#left();
    if (left) {
      this.doc = left.doc;
      this.newer = left.revision !== this.#revision;
    }
    this.stage = 'open';
  }

  #take({ questions, revision }) {
    this.base = docOf({ questions });
    this.doc = this.base;
    this.#revision = revision;
  }

  #edit(change) {
    this.doc = change(this.doc);
    try {
      localStorage.setItem(this.#place, JSON.stringify({ doc: this.doc, revision: this.#revision }));
      this.#kept = true;
    } catch {
      this.#kept = false;
    }
  }

  /** What this person typed here before and did not publish. */
  #left() {
    try {
      return JSON.parse(localStorage.getItem(this.#place));
    } catch {
      return null;
    }
  }

  #forget() {
    try {
      localStorage.removeItem(this.#place);
    } catch {
      // Then nothing was kept either.
    }
  }

  get #place() {
    return ['exam-ledger.pool', this.person, this.technology, this.level].join('/');
  }

  get #path() {
    return `/question-pools/${encodeURIComponent(this.technology)}/${encodeURIComponent(this.level)}`;
  }

  /** @param anyway although somebody published something newer */
  async #publish(anyway) {
    this.busy = true;
    const now = anyway ? null : await this.#trying(() => this.api.get(this.#path));
    if (now?.ok && now.body.revision !== this.#revision) {
      this.newer = true;
      this.busy = false;
      return;
    }
    const sent = this.doc;
    const questions = sent.lists[0].entries.map(({ multiple, ...it }) => (multiple === null ? it : { ...it, multiple }));
    const reply = anyway || now?.ok || now?.status === 404 ? await this.#trying(() => this.api.put(this.#path, { questions })) : null;
    this.busy = false;
    if (reply?.ok) {
      this.problem = '';
      this.newer = false;
      this.#revision = reply.body.revision;
      this.#position = reply.body.position;
      this.base = sent;
      same(this.doc, sent) && this.#forget();
    }
  }

  async #takeTheirs() {
    this.#forget();
    this.newer = false;
    await this.#open();
  }

  async #trying(act) {
    try {
      const reply = await act();
      if (reply.status !== 404 && reply.status !== 401) {
        const reasons = (reply.body?.errors ?? []).map((it) => `${it.field} ${it.message}`).join('; ');
        this.problem = reply.ok ? '' : reasons || reply.body?.detail || say('try-again');
      }
      return reply;
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.problem = say('unreachable');
      return undefined;
    }
  }
}

customElements.define('pool-desk', PoolDesk);
