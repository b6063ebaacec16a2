import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';

/** A place where questions of a pool will be drawn when the exam is locked. Tells `changed` with the whole entry. */
class PoolPlace extends PageElement {
  static properties = { pool: { attribute: false }, pools: { attribute: false }, n: { type: Number } };

  render() {
    const { technology, level, count } = this.pool;
    const pools = this.pools ?? [];
    const chosen = pools.findIndex((it) => it.technology === technology && it.level === level);
    return html`<section class="card editor" aria-label=${say('authoring.pool-place')}>
      <h2>${say('authoring.pool-place')}</h2>
      <p class="hint">${say('authoring.pool-place.what')}</p>
      ${pools.length === 0 ? html`<p class="hint">${say('authoring.pools-none')}</p>` : nothing}
      <label class="field">
        <span>${say('authoring.pool')}</span>
        <select data-field="pool" @change=${(event) => this.#choose(pools[Number(event.target.value)])}>
          ${chosen < 0
            ? html`<option value="-1" selected>${technology || level ? `${technology} · ${level}` : say('authoring.pool-choose')}</option>`
            : nothing}
          ${pools.map(
            (it, index) => html`<option value=${index} ?selected=${index === chosen}>
              ${it.technology} · ${it.level} (${say('authoring.questions-n', { n: number(it.questions) })})
            </option>`,
          )}
        </select>
      </label>
      <label class="field">
        <span>${say('authoring.pool-count')}</span>
        <input
          type="number"
          inputmode="numeric"
          min="1"
          max="1000"
          data-field="count"
          .value=${live(String(count ?? ''))}
          @input=${this.#setCount}
        />
      </label>
    </section>`;
  }

  #choose(pool) {
    if (pool) {
      this.#change({ technology: pool.technology, level: pool.level });
    }
  }

  #setCount(event) {
    if (!event.target.validity.badInput) {
      this.#change({ count: event.target.value === '' ? null : event.target.valueAsNumber });
    }
  }

  #change(changed) {
    this.tell('changed', { pool: { ...this.pool, ...changed } });
  }
}

customElements.define('pool-place', PoolPlace);
