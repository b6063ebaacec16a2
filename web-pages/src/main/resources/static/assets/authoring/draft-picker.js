import { html, nothing } from 'lit';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { dateAndTime, number, say } from '../shared/texts.js';
import { ago } from './ago.js';
import { ownZone } from './exam-times.js';

/** The drafts one works on, the newest first, and before them the exams he locked that go on. Tells `opened`. */
class DraftPicker extends PageElement {
  static properties = {
    api: { attribute: false },
    shelf: { attribute: false },
    person: {},
    position: { type: Number },
    drafts: { state: true },
    exams: { state: true },
    unsaved: { state: true },
    everybody: { state: true },
    problem: { state: true },
    doomed: { state: true },
    busy: { state: true },
  };

  /** Whoever asks for a new draft again after a lost reply gets the first one. */
  #newKey = crypto.randomUUID();

  constructor() {
    super();
    this.position = 0;
    this.drafts = null;
    this.exams = [];
    this.unsaved = new Set();
    this.everybody = false;
    this.problem = '';
    this.doomed = null;
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  render() {
    return html`<div class="row heading">
        <h1>${say('authoring.drafts')}</h1>
        <span class="grow"></span>
        <button class="main" ?disabled=${this.busy} @click=${this.#begin}>${say('authoring.new')}</button>
      </div>
      ${this.problem ? html`<p class="banner trouble" role="alert">${this.problem}</p>` : nothing}
      ${this.#examsThatGoOn()}
      <label class="switch">
        <input type="checkbox" .checked=${this.everybody} @change=${this.#ofEverybody} />
        <span>${say('authoring.everybody')}</span>
      </label>
      ${this.drafts === null
        ? html`<p class="loading" role="status">${say('loading')}</p>`
        : this.drafts.length === 0
          ? html`<div class="card empty-place">
              <p>${say('authoring.none')}</p>
              <button class="main" ?disabled=${this.busy} @click=${this.#begin}>${say('authoring.new')}</button>
            </div>`
          : html`<ul class="cards drafts">
              ${this.drafts.map((draft) => this.#card(draft))}
            </ul>`}`;
  }

  #examsThatGoOn() {
    return this.exams.length === 0
      ? nothing
      : html`<section class="card running" aria-label=${say('authoring.running')}>
          <h2>${say('authoring.running')}</h2>
          <ul class="plain">
            ${this.exams.map(
              (exam) => html`<li class="row">
                <a href="/monitor?exam=${exam.examId}">${exam.title}</a>
                <span class="status" data-status=${exam.status}>${say('status.' + exam.status)}</span>
                <span class="hint">${dateAndTime(exam.opensAt)}</span>
              </li>`,
            )}
          </ul>
        </section>`;
  }

  #card(draft) {
    const title = draft.title || say('authoring.untitled');
    return html`<li class="card" data-draft=${draft.draftId}>
      <h2>${title}</h2>
      <p class="hint">
        ${draft.category ? html`${draft.category} · ` : nothing}${say('authoring.counts', {
          questions: number(draft.questions),
          workers: number(draft.workers),
        })}
      </p>
      <p class="hint">
        <span title=${dateAndTime(draft.savedAt)}>${say('authoring.saved-ago', { ago: ago(draft.savedAt) })}</span>${draft.savedBy &&
        !draft.mine
          ? html` · ${draft.savedBy}`
          : nothing}
      </p>
      ${this.unsaved.has(draft.draftId) ? html`<p class="warm">${say('authoring.unsaved-here')}</p>` : nothing}
      ${this.doomed === draft.draftId
        ? html`<div class="confirm" role="group" aria-label=${say('authoring.delete')}>
            <p>${say('authoring.delete.sure', { title })}</p>
            <div class="row">
              <button @click=${() => (this.doomed = null)}>${say('authoring.keep')}</button>
              <button class="danger" ?disabled=${this.busy} @click=${() => this.#discard(draft)}>
                ${say('authoring.delete.really')}
              </button>
            </div>
          </div>`
        : html`<div class="row">
            <button class="main" @click=${() => this.tell('opened', { draftId: draft.draftId })}>
              ${say('authoring.open')}<span class="hidden-text"> ${title}</span>
            </button>
            <span class="grow"></span>
            <button class="quiet" @click=${() => this.#askFor(draft)}>
              ${say('authoring.delete')}<span class="hidden-text"> ${title}</span>
            </button>
          </div>`}
    </li>`;
  }

  async #askFor(draft) {
    this.doomed = draft.draftId;
    await this.updateComplete;
    this.querySelector('.confirm button')?.focus();
  }

  /** Signed in again. */
  goOn() {
    this.#look();
  }

  #ofEverybody(event) {
    this.everybody = event.target.checked;
    this.drafts = null;
    this.#look();
  }

  #look() {
    return this.#trying(async () => {
      this.unsaved = await this.shelf.unsaved(this.person);
      const [drafts, exams] = await Promise.all([
        this.api.get(`/drafts?everybody=${this.everybody}&atLeast=${this.position}`),
        this.api.get(`/exams?mine=true&atLeast=${this.position}`),
      ]);
      if (exams.ok) {
        this.exams = exams.body.items.filter((it) => it.status === 'UPCOMING' || it.status === 'OPEN').slice(0, 5);
      }
      this.drafts = drafts.ok ? drafts.body : this.drafts;
      return drafts;
    });
  }

  async #begin() {
    const reply = await this.#trying(() =>
      this.api.post('/drafts', { zone: ownZone(), questionsPerPage: 10, device: 'authoring' }, { key: this.#newKey }),
    );
    if (reply?.ok) {
      this.tell('opened', reply.body);
    }
  }

  async #discard({ draftId }) {
    const reply = await this.#trying(() => this.api.remove(`/drafts/${draftId}`));
    this.doomed = null;
    if (reply?.ok || reply?.status === 404) {
      this.position = reply.body.position ?? this.position;
      this.drafts = this.drafts.filter((it) => it.draftId !== draftId);
    }
  }

  /** Says what went wrong; a sign-in that expired is asked for by the page. */
  async #trying(act) {
    this.busy = true;
    try {
      const reply = await act();
      this.problem = reply.ok || reply.status === 404 || reply.status === 401 ? '' : (reply.body?.detail ?? say('try-again'));
      return reply;
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.problem = say('unreachable');
      return undefined;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('draft-picker', DraftPicker);
