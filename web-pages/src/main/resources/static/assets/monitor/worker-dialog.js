import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { dateAndTime, number, say } from '../shared/texts.js';
import { FOR_ONE } from './actions.js';

/** One worker, and what can be done for him as he stands now. Tells `chose` with the action's name. */
class WorkerDialog extends PageElement {
  static properties = { row: { attribute: false }, workerId: { attribute: false } };

  constructor() {
    super();
    this.row = null;
  }

  async open() {
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  hide() {
    this.querySelector('dialog')?.close();
  }

  render() {
    const { row } = this;
    if (!row) {
      return nothing;
    }
    const possible = Object.keys(FOR_ONE).filter((it) => FOR_ONE[it].touches(row, this.workerId));
    return html`<dialog class="worker" aria-labelledby="worker-title">
      <h2 id="worker-title">${row.workerName}</h2>
      <dl class="facts">
        <div><dt>${say('monitor.status')}</dt><dd>${say('monitor.status.' + row.status)}</dd></div>
        <div>
          <dt>${say('monitor.answered')}</dt>
          <dd>${say('n-of-m', { n: number(row.answered), m: number(row.total) })}</dd>
        </div>
        ${row.startedAt
          ? html`<div><dt>${say('monitor.started')}</dt><dd>${dateAndTime(row.startedAt)}</dd></div>`
          : nothing}
        ${this.workerId ? html`<div><dt>${say('monitor.worker-id')}</dt><dd>${this.workerId}</dd></div>` : nothing}
      </dl>
      ${possible.length === 0
        ? html`<p class="empty">${say('monitor.nothing-possible')}</p>`
        : html`<ul class="choices-list">
            ${possible.map(
              (name) => html`<li>
                <button class=${FOR_ONE[name].ends ? 'ends' : ''} @click=${() => this.#choose(name)}>
                  <strong>${say('monitor.one.' + name)}</strong>
                  <span class="hint">${say(`monitor.about.one.${name}`)}</span>
                </button>
              </li>`,
            )}
          </ul>`}
      <div class="row end"><button @click=${this.hide}>${say('monitor.close-window')}</button></div>
    </dialog>`;
  }

  #choose(name) {
    this.hide();
    this.tell('chose', name);
  }
}

customElements.define('worker-dialog', WorkerDialog);
