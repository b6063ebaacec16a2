import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { say } from '../shared/texts.js';

/**
 * What is still open, before it is too late. Tells `hand-in`, `leave-for-good` (confirmed), `back`, or `turn` to a
 * question.
 */
class HandInReview extends PageElement {
  static properties = {
    pages: { attribute: false },
    chosen: { attribute: false },
    flagged: { attribute: false },
    refused: { attribute: false },
    unsent: { type: Number },
    connection: {},
    /** `handing-in`, `leaving` or nothing. */
    busy: {},
  };

  render() {
    const places = this.pages.flatMap((page) =>
      page.questions.map((question) => ({ pageIndex: page.pageIndex, questionId: question.id })),
    );
    places.forEach((it, index) => (it.place = index + 1));
    const open = places.filter((it) => (this.chosen.get(it.questionId) ?? []).length === 0);
    return html`<div class="card review">
        <h1 tabindex="-1">${say('exam.review')}</h1>
        ${open.length === 0 ? html`<p class="good">${say('exam.review.all-answered')}</p>` : nothing}
        ${this.#list('exam.review.unanswered', open)}
        ${this.#list(
          'exam.review.flagged',
          places.filter((it) => this.flagged.has(it.questionId)),
        )}
        ${this.#list(
          'exam.review.refused',
          places.filter((it) => this.refused.includes(it.questionId)),
        )}
        <p role="status">${this.#progress()}</p>
        <div class="row">
          <button ?disabled=${this.busy} @click=${() => this.tell('back')}>${say('back')}</button>
          <span class="grow"></span>
          <button class="main" ?disabled=${this.busy} @click=${() => this.tell('hand-in')}>${say('exam.hand-in')}</button>
        </div>
      </div>
      <p class="way-out">
        <button class="quiet" ?disabled=${this.busy} @click=${() => this.#dialog.showModal()}>${say('exam.leave')}</button>
      </p>
      <dialog class="card" aria-labelledby="leave-title">
        <h2 id="leave-title">${say('exam.leave.title')}</h2>
        <p>${say('exam.leave.what')}</p>
        <form method="dialog" class="row">
          <button>${say('exam.leave.stay')}</button>
          <span class="grow"></span>
          <button class="danger" @click=${() => this.tell('leave-for-good')}>${say('exam.leave.yes')}</button>
        </form>
      </dialog>`;
  }

  get #dialog() {
    return this.querySelector('dialog');
  }

  /** Handing in and leaving need the server, so that the person must hear when it does not answer. */
  #progress() {
    if (this.busy) {
      return say('exam.' + this.busy + (this.connection === 'online' ? '' : '.waiting'));
    }
    return this.unsent > 0 ? say('exam.review.unsent', { n: this.unsent }) : nothing;
  }

  #list(title, places) {
    return places.length === 0
      ? nothing
      : html`<h2>${say(title, { n: places.length })}</h2>
          <ul class="places">
            ${places.map(
              (it) => html`<li>
                <button ?disabled=${this.busy} @click=${() => this.tell('turn', it)}>
                  ${say('question-n', { n: it.place })}
                </button>
              </li>`,
            )}
          </ul>`;
  }
}

customElements.define('hand-in-review', HandInReview);
