import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { say } from '../shared/texts.js';

/** Minutes before the end at which the person hears about it. */
const WARNINGS = [5, 1];

/**
 * Counts down to the server's deadline by the server's clock, so that sleep, a throttled tab and a wrong clock do not
 * matter: each tick computes what is left anew. While the time is in doubt it says so, and shows the lesser time. Tells
 * `over` once when nothing is left for sure.
 */
class ExamTimer extends PageElement {
  static properties = {
    clock: { attribute: false },
    deadline: { attribute: false },
    left: { state: true },
    doubtful: { state: true },
    warning: { state: true },
  };

  #ticking;
  #warned = new Set();
  #over = false;

  constructor() {
    super();
    this.left = null;
    this.doubtful = false;
    this.warning = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ticking = setInterval(() => this.#tick(), 250);
  }

  disconnectedCallback() {
    clearInterval(this.#ticking);
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    if (changed.has('deadline')) {
      // More time was given, or some was taken: what was said about the old end does not hold.
      this.#over = false;
      this.#tick();
    }
  }

  render() {
    const tense = this.left !== null && this.left <= 5 * 60;
    return html`<span class="timer ${tense ? 'tense' : ''}">
        <span class="hidden-text">${say('time-left')}</span>
        <span class="digits">${this.left === null ? '–' : (this.doubtful ? '≈ ' : '') + digits(this.left)}</span>
        ${this.doubtful ? html`<span class="hint">${say('exam.time-in-doubt')}</span>` : nothing}
      </span>
      <span class="hidden-text" role="status" aria-live="assertive">${this.warning}</span>`;
  }

  #tick() {
    if (!this.deadline) {
      return;
    }
    this.clock.check();
    this.doubtful = this.clock.doubtful;
    this.left = Math.max(0, Math.ceil((Date.parse(this.deadline) - this.clock.now()) / 1000));
    const minutes = WARNINGS.filter((at) => this.left <= at * 60).at(-1);
    WARNINGS.filter((at) => this.left > at * 60).forEach((at) => this.#warned.delete(at));
    if (minutes && !this.#warned.has(minutes) && this.left > 0) {
      WARNINGS.filter((at) => at >= minutes).forEach((at) => this.#warned.add(at));
      this.warning = minutes === 1 ? say('exam.minute-left') : say('exam.minutes-left', { n: minutes });
    }
    // The server may have said that there is more time after all.
    this.#over &&= this.left === 0;
    if (this.left === 0 && !this.doubtful && !this.#over) {
      this.#over = true;
      this.tell('over');
    }
  }
}

function digits(seconds) {
  const hours = Math.floor(seconds / 3600);
  const rest = [Math.floor((seconds % 3600) / 60), seconds % 60].map((part) => String(part).padStart(2, '0'));
  return (hours > 0 ? [hours, ...rest] : rest).join(':');
}

customElements.define('exam-timer', ExamTimer);
