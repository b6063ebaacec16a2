import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PageElement } from '../shared/page-element.js';
import { say } from '../shared/texts.js';
import './question-card.js';

/** One page of the paper. Tells `chosen`, `flag`, `turn` to another page and `review`. */
class AnswerSheet extends PageElement {
  static properties = {
    pages: { attribute: false },
    pageIndex: { type: Number },
    chosen: { attribute: false },
    flagged: { attribute: false },
    /** Map of question id to what the server has of it: `state` and `refusal`. */
    held: { attribute: false },
  };

  render() {
    const last = this.pages.length - 1;
    return html`<h1 tabindex="-1">${say('exam.page-n-of-m', { n: this.pageIndex + 1, m: this.pages.length })}</h1>
      ${repeat(
        this.pages[this.pageIndex].questions,
        (question) => question.id,
        (question) => this.#question(question),
      )}
      <nav class="row" aria-label=${say('exam.pages')}>
        <button ?disabled=${this.pageIndex === 0} @click=${() => this.#turn(this.pageIndex - 1)}>${say('previous')}</button>
        <span class="grow"></span>
        <button ?disabled=${this.pageIndex === last} @click=${() => this.#turn(this.pageIndex + 1)}>${say('next')}</button>
        <button class="main" @click=${() => this.tell('review')}>${say('exam.review')}</button>
      </nav>`;
  }

  #question(question) {
    const { state, refusal } = this.held.get(question.id);
    return html`<question-card
      .question=${question}
      .place=${this.#place(question.id)}
      .chosen=${this.chosen.get(question.id) ?? []}
      .saved=${state}
      .refusal=${refusal}
      .flagged=${this.flagged.has(question.id)}
      @choose=${(event) => this.tell('chosen', { questionId: question.id, optionIds: event.detail })}
      @mark=${() => this.tell('flag', question.id)}
    ></question-card>`;
  }

  #turn(pageIndex) {
    this.tell('turn', { pageIndex });
  }

  #place(questionId) {
    return this.pages.flatMap((page) => page.questions).findIndex((question) => question.id === questionId) + 1;
  }
}

customElements.define('answer-sheet', AnswerSheet);
