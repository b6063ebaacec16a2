import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { number, say, timeOfDay } from '../shared/texts.js';

/** From then on what is shown may be another than what is. */
const OLD = 60_000;
const LAGGING = 2_000;

/** Where the numbers come from and how old they are; always in sight. Tells `again` when somebody does not want to wait. */
class BoardLine extends PageElement {
  static properties = {
    by: {},
    asOf: { attribute: false },
    now: { attribute: false },
    lag: { attribute: false },
  };

  render() {
    const old = this.by === 'away' || this.now - this.asOf > OLD;
    return html`<div class="board-line" data-by=${this.by} data-old=${old}>
      <span class="dot" aria-hidden="true"></span>
      <span role="status">${say('monitor.by.' + this.by)}</span>
      <span class="as-of">${say('monitor.as-of', { time: timeOfDay(this.asOf, { second: '2-digit' }) })}</span>
      <span class="lag" data-lagging=${this.lag > LAGGING}>
        ${this.lag > 0 ? say('monitor.lag', { n: number(this.lag / 1000, 1) }) : say('monitor.lag.none')}
      </span>
      ${this.by === 'away'
        ? html`<button class="quiet" @click=${() => this.tell('again')}>${say('try-again.now')}</button>`
        : nothing}
    </div>`;
  }
}

customElements.define('board-line', BoardLine);
