import { html } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { say } from '../shared/texts.js';

/** All questions at a glance. Tells `turn` with the page and the question to go to. */
class QuestionPanel extends PageElement {
  static properties = {
    pages: { attribute: false },
    chosen: { attribute: false },
    flagged: { attribute: false },
    pageIndex: { type: Number },
    /** Whether nobody may go anywhere now. */
    busy: { type: Boolean },
  };

  render() {
    let place = 0;
    const answered = [...this.chosen.values()].filter((options) => options.length > 0).length;
    const total = this.pages.reduce((sum, page) => sum + page.questions.length, 0);
    return html`<nav class="panel" aria-label=${say('questions')}>
      <p>${say('exam.answered-n-of-m', { n: answered, m: total })}</p>
      <progress max=${total} value=${answered} aria-label=${say('answered')}></progress>
      <ol>
        ${this.pages.flatMap((page) =>
          page.questions.map((question) => this.#place(page.pageIndex, question.id, ++place)),
        )}
      </ol>
    </nav>`;
  }

  #place(pageIndex, questionId, place) {
    const answered = (this.chosen.get(questionId) ?? []).length > 0;
    const flagged = this.flagged.has(questionId);
    return html`<li>
      <button
        class="place"
        ?data-answered=${answered}
        ?data-flagged=${flagged}
        ?disabled=${this.busy}
        aria-current=${pageIndex === this.pageIndex ? 'page' : 'false'}
        @click=${() => this.tell('turn', { pageIndex, questionId })}
      >
        <span class="hidden-text">${say('question-n', { n: '' })}</span>${place}
        <span class="hidden-text">
          ${say(answered ? 'answered' : 'unanswered')}${flagged ? ', ' + say('exam.flagged') : ''}
        </span>
      </button>
    </li>`;
  }
}

customElements.define('question-panel', QuestionPanel);
