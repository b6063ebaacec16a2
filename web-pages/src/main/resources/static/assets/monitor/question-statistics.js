import { html } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';

/** Below these, a question is worth a look: hardly anybody was right, or those who know more were right less often. */
const HARD = 0.2;
const ODD = 0;

const COLUMNS = ['question', 'answered', 'difficulty', 'discrimination', 'seconds', 'changes', 'remark'];

/** What the answers say about each question. Null while it is being computed. */
class QuestionStatistics extends PageElement {
  static properties = { statistics: { attribute: false } };

  render() {
    return html`<section class="card" aria-labelledby="questions-title">
      <h2 id="questions-title">${say('questions')}</h2>
      ${this.statistics === null
        ? html`<p class="loading" role="status">${say('loading')}</p>`
        : html`<div class="wide" tabindex="0" role="group" aria-labelledby="questions-title">
            <table class="plain-table">
              <thead>
                <tr>
                  ${COLUMNS.map((name) => html`<th scope="col">${say('monitor.question.' + name)}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${this.statistics.map(question)}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }
}

function question(it) {
  const remark = it.voided ? 'voided' : it.discrimination !== null && it.discrimination < ODD ? 'odd' : null;
  const hard = it.difficulty !== null && it.difficulty < HARD ? 'hard' : null;
  const why = remark ?? hard;
  return html`<tr>
    <th scope="row"><span class="question-text">${number(it.questionId)}. ${it.text ?? ''}</span></th>
    <td>${say('n-of-m', { n: number(it.answered), m: number(it.asked) })}</td>
    <td>${it.difficulty === null ? '–' : say('monitor.percent', { n: number(100 * it.difficulty) })}</td>
    <td>${it.discrimination === null ? '–' : number(it.discrimination, 2)}</td>
    <td>${it.medianSeconds === null ? '–' : number(it.medianSeconds)}</td>
    <td>${number(it.changes)}</td>
    <td class=${why ? 'failed' : ''}>${why ? say('monitor.question.' + why) : '–'}</td>
  </tr>`;
}

customElements.define('question-statistics', QuestionStatistics);
