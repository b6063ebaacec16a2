import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';
import { fold, Names, ordered, PICKS, troubleOf } from './seats.js';
import { columns, workerRow } from './worker-row.js';

/** So many rows are shown at once; more only when somebody asks for them. */
const PIECE = 200;
const SAID_EACH = 30_000;
const ALWAYS = ['inProgress', 'silent', 'notStarted', 'submitted'];

/** All workers of an exam: counted, picked out, searched, in an order. Tells `choose` with a session. */
class WorkerRows extends PageElement {
  static properties = {
    /** By session; another map or the same with other rows in it. */
    rows: { attribute: false },
    counters: { attribute: false },
    /** The server's time. */
    now: { attribute: false },
    terms: { attribute: false },
    pick: { state: true },
    sought: { state: true },
    order: { state: true },
    shown: { state: true },
    said: { state: true },
  };

  #names = new Names();
  #sessions = [];
  #saidAt = 0;

  constructor() {
    super();
    this.pick = 'all';
    this.sought = '';
    this.order = 'trouble';
    this.shown = PIECE;
    this.said = '';
  }

  willUpdate() {
    this.#names.learn(this.rows);
    this.#sessions = this.#inOrder();
    if (this.now - this.#saidAt >= SAID_EACH) {
      this.#saidAt = this.now;
      this.said = this.#summary();
    }
  }

  /** Whoever is about to press something in the list shall not have it move away from under his hand. */
  #inOrder() {
    const all = [...this.rows.values()];
    const sought = fold(this.sought);
    const found = all.filter((row) => this.#isPicked(row) && this.#names.matches(row, sought));
    const sorted = ordered(found, this.order, this.#names, this.now, this.terms).map(({ sessionId }) => sessionId);
    const held = this.#isHeld();
    if (!held) {
      return sorted;
    }
    const still = new Set(sorted);
    const before = this.#sessions.filter((it) => still.has(it));
    const known = new Set(before);
    return [...before, ...sorted.filter((it) => !known.has(it))];
  }

  #isHeld() {
    const list = this.querySelector('tbody');
    return list !== null && (list.contains(document.activeElement) || list.matches(':hover'));
  }

  #isPicked(row) {
    switch (this.pick) {
      case 'all':
        return true;
      case 'trouble':
        return troubleOf(row, this.now, this.terms) !== null;
      default:
        return PICKS[this.pick].includes(row.status);
    }
  }

  render() {
    const shown = this.#sessions.slice(0, this.shown);
    const more = this.#sessions.length - shown.length;
    return html`<section class="card" aria-labelledby="workers-title">
      <h2 id="workers-title">${say('monitor.workers')}</h2>
      <p class="hidden-text" role="status">${this.said}</p>
      <div class="picks" role="group" aria-label=${say('monitor.pick')}>${this.#picks()}</div>
      <div class="row tools">
        <label class="field">
          <span>${say('monitor.search')}</span>
          <input type="search" autocomplete="off" .value=${this.sought} @input=${this.#search} />
        </label>
        <label class="field">
          <span>${say('monitor.order')}</span>
          <select @change=${(event) => (this.order = event.target.value)}>
            ${['trouble', 'name', 'time', 'answered', 'score'].map(
              (order) => html`<option value=${order}>${say('monitor.order.' + order)}</option>`,
            )}
          </select>
        </label>
        <p class="found">${say('monitor.found', { n: number(this.#sessions.length), m: number(this.rows.size) })}</p>
      </div>
      ${shown.length === 0
        ? html`<p class="empty">${say('monitor.found.none')} <button @click=${this.#all}>${say('monitor.show-all')}</button></p>`
        : html`<table class="workers" role="table" aria-labelledby="workers-title">
            <thead role="rowgroup">
              <tr role="row">
                ${columns.map((name) => html`<th role="columnheader" scope="col">${say('monitor.' + name)}</th>`)}
              </tr>
            </thead>
            <tbody role="rowgroup" @mouseleave=${() => this.requestUpdate()} @focusout=${() => this.requestUpdate()}>
              ${repeat(
                shown,
                (sessionId) => sessionId,
                (sessionId) => workerRow(this.rows.get(sessionId), this.now, this.terms, () => this.tell('choose', sessionId)),
              )}
            </tbody>
          </table>`}
      ${more > 0
        ? html`<p class="row">
            ${say('monitor.more', { n: number(more) })}
            <button @click=${() => (this.shown += PIECE)}>${say('monitor.more.show', { n: number(Math.min(more, PIECE)) })}</button>
          </p>`
        : nothing}
    </section>`;
  }

  #picks() {
    const gone = [...this.rows.values()].filter(({ status }) => PICKS.gone.includes(status)).length;
    const counted = { all: this.rows.size, trouble: this.#troubled(), ...this.counters, gone };
    return ['all', 'trouble', ...Object.keys(PICKS)]
      .filter((it) => counted[it] > 0 || it === this.pick || it === 'all' || it === 'trouble' || ALWAYS.includes(it))
      .map(
        (it) => html`<button
          class="pick"
          data-pick=${it}
          data-none=${counted[it] === 0}
          aria-pressed=${this.pick === it}
          @click=${() => this.#choosePick(it)}
        >
          <strong>${number(counted[it])}</strong> <span>${say('monitor.pick.' + it)}</span>
        </button>`,
      );
  }

  #troubled() {
    return [...this.rows.values()].filter((row) => troubleOf(row, this.now, this.terms) !== null).length;
  }

  #summary() {
    return say('monitor.said', {
      running: number(this.counters.inProgress + this.counters.silent),
      trouble: number(this.#troubled()),
      submitted: number(this.counters.submitted),
    });
  }

  #choosePick(pick) {
    this.pick = this.pick === pick ? 'all' : pick;
    this.shown = PIECE;
  }

  #search(event) {
    this.sought = event.target.value;
    this.shown = PIECE;
  }

  #all() {
    this.pick = 'all';
    this.sought = '';
  }
}

customElements.define('worker-rows', WorkerRows);
