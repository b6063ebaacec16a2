import { html, nothing } from 'lit';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';
import { problemsOf, placeOf } from './draft-check.js';
import { difference, docOf, placesOf } from './draft-doc.js';
import { DraftKeeper } from './draft-keeper.js';
import { examMade } from './exam-made.js';
import './draft-conflicts.js';
import './exam-details.js';
import './lock-desk.js';
import './question-desk.js';
import './save-status.js';
import './worker-desk.js';

const MOMENT = 1_000;

const PARTS = ['details', 'questions', 'workers', 'lock'];

/** One draft on the desk: its parts, whether it is saved, and what is missing. Tells `turn`, `left` and `opened`. */
class DraftDesk extends PageElement {
  static properties = {
    api: { attribute: false },
    shelf: { attribute: false },
    person: {},
    draftId: {},
    position: { type: Number },
    part: {},
    entry: {},
    stage: { state: true },
    pools: { state: true },
    problem: { state: true },
  };

  #keeper = null;
  #focus = null;
  #copyKey = crypto.randomUUID();
  #online = () => this.#keeper?.goOn();
  #hidden = () => document.hidden && this.#keeper?.leave();
  #leaving = (event) => {
    if (this.#keeper && !this.#keeper.leave()) {
      event.preventDefault();
    }
  };

  constructor() {
    super();
    /** `loading`, `unreachable`, `gone` or `open`. */
    this.stage = 'loading';
    this.pools = null;
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('online', this.#online);
    window.addEventListener('beforeunload', this.#leaving);
    document.addEventListener('visibilitychange', this.#hidden);
  }

  disconnectedCallback() {
    window.removeEventListener('online', this.#online);
    window.removeEventListener('beforeunload', this.#leaving);
    document.removeEventListener('visibilitychange', this.#hidden);
    this.#leave();
    super.disconnectedCallback();
  }

  /** Signed in again. */
  goOn() {
    this.#keeper?.goOn();
    this.stage === 'open' || this.#open();
  }

  willUpdate(changed) {
    if (changed.has('draftId')) {
      this.#open();
    }
  }

  /** What is not saved when somebody turns to another page of this one is sent at once. */
  #leave() {
    const keeper = this.#keeper;
    this.#keeper = null;
    keeper?.flush().finally(() => keeper.close());
  }

  async #open() {
    this.#leave();
    this.stage = 'loading';
    const { api, shelf, person, draftId, position } = this;
    const keeper = new DraftKeeper({ api, shelf, person, draftId, position });
    this.#keeper = keeper;
    keeper.addEventListener('change', () => this.requestUpdate());
    const found = await keeper.open();
    if (this.#keeper === keeper) {
      this.stage = found;
      this.#readPools();
    }
  }

  async #readPools() {
    try {
      const reply = await this.api.get('/question-pools');
      this.pools = reply.ok ? reply.body : this.pools;
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
    }
  }

  render() {
    switch (this.stage) {
      case 'loading':
        return html`<p class="loading" role="status">${say('loading')}</p>`;
      case 'unreachable':
        return html`<div class="card narrow">
          <h1>${say('unreachable.title')}</h1>
          <p>${say('unreachable')}</p>
          <button class="main" @click=${this.#open}>${say('try-again.now')}</button>
        </div>`;
      case 'gone':
        return html`<div class="card narrow">
          <h1>${say('authoring.gone.title')}</h1>
          <p>${say('authoring.gone')}</p>
          <button class="main" @click=${() => this.tell('left')}>${say('authoring.all-drafts')}</button>
        </div>`;
      default:
        return this.#desk();
    }
  }

  #desk() {
    const keeper = this.#keeper;
    const doc = keeper.doc;
    const back = html`<button class="quiet" @click=${this.#backToAll}>‹ ${say('authoring.all-drafts')}</button>`;
    const heading = html`<h1 tabindex="-1">${doc.fields.title || say('authoring.untitled')}</h1>`;
    if (keeper.state === 'locked' && keeper.isSaved) {
      return html`<div class="strip">${back}</div>${heading}${examMade(keeper)}`;
    }
    const problems = problemsOf(doc, this.pools);
    const part = PARTS.includes(this.part) ? this.part : 'details';
    const counts = { questions: placesOf(doc).length, workers: doc.workers.length, lock: problems.length };
    return html`<div class="strip">
        ${back}
        <save-status
          .keeper=${keeper}
          .stamp=${keeper.stamp}
          @try-again=${() => keeper.goOn()}
          @save-as-new=${this.#saveAsNew}
        ></save-status>
      </div>
      ${heading} ${this.problem ? html`<p class="banner trouble" role="alert">${this.problem}</p>` : nothing}
      <draft-conflicts
        .keeper=${keeper}
        .stamp=${keeper.stamp}
        @settle=${({ detail }) => keeper.settle(detail.key, detail.choice)}
        @read=${() => keeper.forgetNews()}
      ></draft-conflicts>
      <nav class="parts" aria-label=${say('authoring.parts')}>
        ${PARTS.map(
          (it) => html`<button
            class="part"
            data-part=${it}
            aria-current=${it === part ? 'page' : nothing}
            @click=${() => this.tell('turn', { part: it })}
          >
            ${say('authoring.part.' + it)}
            ${counts[it] === undefined || (it === 'lock' && counts[it] === 0)
              ? nothing
              : html`<span class="count" data-kind=${it}
                  >${number(counts[it])}<span class="hidden-text"> ${it === 'lock' ? say('authoring.open-points') : ''}</span></span
                >`}
          </button>`,
        )}
      </nav>
      <div class="part-body" @edit=${(event) => keeper.edit(event.detail)} @lead-to=${(event) => this.#leadTo(event.detail)}>
        ${this.#part(part, doc, problems)}
      </div>`;
  }

  #part(part, doc, problems) {
    switch (part) {
      case 'questions':
        return html`<question-desk
          .api=${this.api}
          .keeper=${this.#keeper}
          .doc=${doc}
          .pools=${this.pools}
          .entry=${this.entry}
          @choose=${(event) => this.tell('turn', { part, question: event.detail })}
        ></question-desk>`;
      case 'workers':
        return html`<worker-desk .doc=${doc}></worker-desk>`;
      case 'lock':
        if (this.#keeper.state === 'locked') {
          return examMade(this.#keeper);
        }
        return html`<lock-desk
          .api=${this.api}
          .keeper=${this.#keeper}
          .stamp=${this.#keeper.stamp}
          .pools=${this.pools}
          .problems=${problems}
        ></lock-desk>`;
      default:
        return html`<exam-details .doc=${doc}></exam-details>`;
    }
  }

  /** The list is to show what was typed last; but nobody waits long for it. */
  async #backToAll() {
    const keeper = this.#keeper;
    await Promise.race([keeper.flush(), new Promise((over) => setTimeout(over, MOMENT))]);
    this.tell('left', keeper.position);
  }

  /** To the very field that a problem is about. */
  #leadTo(at) {
    const place = placeOf(at, this.#keeper.doc);
    this.#focus = place.field;
    this.tell('turn', { part: place.part, question: place.entry });
  }

  async updated() {
    if (this.#focus === null || this.stage !== 'open') {
      return;
    }
    const field = this.#focus;
    this.#focus = null;
    // The part that was turned to renders itself, and its parts themselves, before there is a field.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const wanted =
      this.querySelector(`[data-field="${field}"]`) ?? this.querySelector('.part-body input, .part-body textarea, .part-body button');
    wanted?.focus();
    wanted?.scrollIntoView({ block: 'center' });
  }

  /** The draft is there for nobody any more, what was written is on this screen: it becomes a draft of its own. */
  async #saveAsNew() {
    try {
      const nothingYet = docOf({});
      const reply = await this.api.post('/drafts', difference(nothingYet, this.#keeper.doc), { key: this.#copyKey });
      if (reply.ok) {
        await this.#keeper.forget();
        this.tell('opened', reply.body);
      } else {
        this.#copyKey = crypto.randomUUID();
        this.problem = reply.body?.detail ?? say('try-again');
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.problem = say('unreachable');
    }
  }
}

customElements.define('draft-desk', DraftDesk);
