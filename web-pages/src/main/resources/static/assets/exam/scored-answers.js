import { html } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';

/** Which answers were right, for as long as the person may see it. */
class ScoredAnswers extends PageElement {
  static properties = { pages: { attribute: false }, responses: { attribute: false } };

  render() {
    const questions = new Map(this.pages.flatMap((page) => page.questions).map((question) => [question.id, question]));
    return html`<section class="card narrow" aria-labelledby="scored-title">
      <h2 id="scored-title">${say('exam.scored')}</h2>
      <ol class="scored">
        ${this.responses.map((response) => this.#answer(response, questions.get(response.questionId)))}
      </ol>
    </section>`;
  }

  #answer({ optionIds, correct, points }, question) {
    const chosen = question.options.filter((option) => optionIds.includes(option.id)).map((option) => option.text);
    return html`<li data-correct=${correct}>
      <p class="text">${question.text}</p>
      <p class="text">${chosen.length > 0 ? chosen.join(' · ') : say('unanswered')}</p>
      <p class="verdict">
        ${say(correct ? 'exam.scored.right' : 'exam.scored.wrong')} · ${say('exam.scored.points', { n: number(points) })}
      </p>
    </li>`;
  }
}

customElements.define('scored-answers', ScoredAnswers);
