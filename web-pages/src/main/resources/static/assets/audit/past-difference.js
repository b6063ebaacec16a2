import { html, nothing } from 'lit';
import { number, say } from '../shared/texts.js';
import { AuditElement } from './audit-element.js';
import { dayAndClock } from './moments.js';
import { statusIn } from './story.js';

/** What became otherwise from one fact of a session to another. */
class PastDifference extends AuditElement {
  static properties = {
    api: { attribute: false },
    page: { attribute: false },
    sessionId: {},
    story: { attribute: false },
    sequence: { type: Number },
    from: { state: true },
    to: { state: true },
    difference: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.from = null;
    this.to = null;
    this.difference = null;
    this.problem = '';
  }

  willUpdate() {
    this.from ??= this.story.facts.find(({ type }) => type === 'SessionStarted')?.sequence ?? 0;
    this.to ??= this.story.last;
  }

  render() {
    return html`<section class="card" aria-labelledby="difference">
      <h2 id="difference">${say('audit.difference')}</h2>
      <form class="row end" @submit=${this.#compare}>
        ${this.#end('from')} ${this.#end('to')}
        <button>${say('audit.difference.do')}</button>
      </form>
      <div aria-live="polite">
        ${this.problem ? html`<p class="problem">${say(this.problem)}</p>` : nothing}
        ${this.difference ? this.#shown(this.difference) : nothing}
      </div>
    </section>`;
  }

  #end(name) {
    return html`<label class="field"><span>${say('audit.difference.' + name)}</span>
        <input type="number" name=${name} min="0" max=${this.story.last} required .value=${String(this[name])}
          @input=${(event) => event.target.value !== '' && (this[name] = Number(event.target.value))} />
      </label>
      <button type="button" class="quiet" @click=${() => (this[name] = this.sequence)}>
        ${say('audit.difference.this')}<span class="hidden-text"> (${say('audit.difference.' + name)})</span>
      </button>`;
  }

  #shown({ from, to, changed, answers }) {
    if (changed.length === 0 && answers.length === 0) {
      return html`<p class="empty">${say('audit.difference.none')}</p>`;
    }
    const attempt = to.attempt;
    return html`<div class="scrolls" tabindex="0" role="region" aria-labelledby="difference"><table>
      <thead><tr>
        <th scope="col">${say('audit.difference.what')}</th>
        <th scope="col">${say('audit.difference.at', { n: number(from.sequence), time: dayAndClock(from.at) })}</th>
        <th scope="col">${say('audit.difference.at', { n: number(to.sequence), time: dayAndClock(to.at) })}</th>
      </tr></thead>
      <tbody>
        ${changed.map(({ field, before, after }) => html`<tr>
          <th scope="row">${say('audit.field.' + field)}</th><td>${told(field, before)}</td><td>${told(field, after)}</td>
        </tr>`)}
        ${answers.map(({ questionId, before, after }) => html`<tr data-question=${questionId}>
          <th scope="row">${say('question-n', { n: number(this.story.numberOf(attempt, questionId)) })}</th>
          <td>${this.story.optionsOf(from.attempt, questionId, before)}</td>
          <td>${this.story.optionsOf(attempt, questionId, after)}</td>
        </tr>`)}
      </tbody>
    </table></div>`;
  }

  async #compare(event) {
    event.preventDefault();
    const [from, to] = [Math.min(this.from, this.to), Math.max(this.from, this.to)];
    [this.from, this.to] = [from, to];
    const { body, problem = '' } = await this.ask(`/audit/sessions/${this.sessionId}/difference?from=${from}&to=${to}`);
    if (from === this.from && to === this.to) {
      this.difference = body ?? null;
      this.problem = problem;
    }
  }
}

function told(field, value) {
  switch (typeof value) {
    case 'number':
      return number(field === 'pageIndex' ? value + 1 : value);
    case 'boolean':
      return say(value ? 'result.Pass' : 'result.Fail');
    case 'string':
      return field === 'status' ? statusIn(value) : field === 'deadline' ? dayAndClock(value) : value;
    default:
      return '–';
  }
}

customElements.define('past-difference', PastDifference);
