import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { say } from '../shared/texts.js';

/** What can keep one out; anything else may be over in a moment. */
const KNOWN = [
  'token-required',
  'not-open',
  'not-found',
  'too-many-requests',
  'unreachable',
  'invalid-request',
  'forbidden',
];

/** Why one cannot be let in yet, and what one can do about it. Tells `start`, with the access token where one is asked. */
class ExamGate extends PageElement {
  static properties = {
    problem: { attribute: false },
    /** Whether it is being tried; until there is an answer the former one stands. */
    busy: { type: Boolean },
  };

  #token = false;
  #tried = false;

  willUpdate(changed) {
    if (changed.has('problem')) {
      this.#tried = this.#token;
    }
  }

  render() {
    const code = KNOWN.includes(this.problem?.code) ? this.problem.code : 'unavailable';
    const asked = code === 'token-required';
    return html`<form class="card narrow" @submit=${this.#start}>
      <h1>${say('exam.gate.' + code)}</h1>
      <p role="alert">${say('exam.gate.' + code + (asked && this.#tried ? '.wrong' : '.what'))}</p>
      ${asked
        ? html`<label class="field">
            <span>${say('exam.access-token')}</span>
            <input
              name="accessToken"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              required
              ?readonly=${this.busy}
            />
          </label>`
        : nothing}
      <div class="row">
        <button class="main" ?disabled=${this.busy}>${asked ? say('exam.start') : say('try-again.now')}</button>
        <button type="button" class="quiet" @click=${() => this.tell('left')}>${say('exam.my-exams')}</button>
      </div>
    </form>`;
  }

  #start(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.#token = this.problem?.code === 'token-required';
    this.tell('start', new FormData(event.target).get('accessToken') ?? undefined);
  }
}

customElements.define('exam-gate', ExamGate);
