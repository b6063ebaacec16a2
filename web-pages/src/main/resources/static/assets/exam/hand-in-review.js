import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { say } from '../shared/texts.js';

/** What is still open, before it is too late. Tells `hand-in`, `back`, or `turn` to a question. */
class HandInReview extends PageElement {
  static properties = {
    pages: { attribute: false },
    chosen: { attribute: false },
    flagged: { attribute: false },
    refused: { attribute: false },
    unsent: { type: Number },
    connection: {},
    busy: { type: Boolean },
  };

  render() {
    const places = this.pages.flatMap((page) =>
      page.questions.map((question) => ({ pageIndex: page.pageIndex, questionId: question.id })),
    );
    places.forEach((it, index) => (it.place = index + 1));
    const open = places.filter((it) => (this.chosen.get(it.questionId) ?? []).length === 0);
    return html`<div class="card">
      <h1 tabindex="-1">${say('exam.review')}</h1>
      ${open.length === 0 ? html`<p>${say('exam.review.all-answered')}</p>` : nothing}
      ${this.#list('exam.review.unanswered', open)}
      ${this.#list(
        'exam.review.flagged',
        places.filter((it) => this.flagged.has(it.questionId)),
      )}
      ${this.#list(
        'exam.review.refused',
        places.filter((it) => this.refused.includes(it.questionId)),
      )}
      <p role="status">
        ${this.busy
          ? say(this.connection === 'online' ? 'exam.handing-in' : 'exam.handing-in.waiting')
          : this.unsent > 0
            ? say('exam.review.unsent', { n: this.unsent })
            : nothing}
      </p>
      <div class="row">
        <button ?disabled=${this.busy} @click=${() => this.tell('back')}>${say('back')}</button>
        <span class="grow"></span>
        <button class="main" ?disabled=${this.busy} @click=${() => this.tell('hand-in')}>${say('exam.hand-in')}</button>
      </div>
    </div>`;
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
