import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';
import { withWorkers } from './draft-doc.js';
import './paste-table.js';
import { workerColumns, workerRows } from './spreadsheet.js';

/** How many of many workers stand on the page at once; a search finds the others. */
const SHOWN = 200;

/** Who takes the exam. Tells `edit`. */
class WorkerDesk extends PageElement {
  static properties = {
    doc: { attribute: false },
    pasting: { state: true },
    search: { state: true },
    problem: { state: true },
    removed: { state: true },
  };

  constructor() {
    super();
    this.pasting = false;
    this.search = '';
    this.problem = '';
    /** Who was taken off last: `{worker, at}`. */
    this.removed = null;
  }

  render() {
    const { workers } = this.doc;
    const wanted = this.search.trim().toLowerCase();
    const found = workers.filter((it) => `${it.workerId} ${it.name}`.toLowerCase().includes(wanted));
    return html`<form class="card new-worker" @submit=${this.#add}>
        <h2>${say('authoring.add-worker')}</h2>
        <div class="numbers">
          <label class="field">
            <span>${say('authoring.column.workerId')}</span>
            <input name="workerId" data-field="workers" maxlength="200" autocomplete="off" spellcheck="false" required />
          </label>
          <label class="field">
            <span>${say('authoring.column.name')}</span>
            <input name="name" maxlength="500" autocomplete="off" />
          </label>
          <label class="field">
            <span>${say('authoring.column.extraMinutes')}</span>
            <input name="extraMinutes" type="number" inputmode="numeric" min="0" max="527040" placeholder="0" />
          </label>
        </div>
        <p class="problem" role="alert">${this.problem}</p>
        <div class="row">
          <button class="main">${say('authoring.add')}</button>
          <button type="button" aria-expanded=${this.pasting} @click=${() => (this.pasting = !this.pasting)}>
            ${say('authoring.paste-workers')}
          </button>
        </div>
      </form>
      ${this.pasting ? this.#paste(workers) : nothing}
      ${this.removed
        ? html`<p class="banner undo" role="status">
            ${say('authoring.worker-removed', { name: this.removed.worker.name || this.removed.worker.workerId })}
            <button class="quiet" data-undo @click=${this.#bringBack}>${say('authoring.undo')}</button>
          </p>`
        : nothing}
      ${workers.length === 0
        ? html`<div class="card empty-place"><p>${say('authoring.no-workers')}</p></div>`
        : html`<div class="row">
              <label class="field search">
                <span>${say('authoring.search')}</span>
                <input type="search" .value=${this.search} @input=${(event) => (this.search = event.target.value)} />
              </label>
              <p class="hint" role="status">${say('n-of-m', { n: number(found.length), m: number(workers.length) })}</p>
            </div>
            <div class="scrolls" tabindex="0" role="region" aria-label=${say('authoring.part.workers')}>
              <table class="workers">
                <thead>
                  <tr>
                    <th scope="col">${say('authoring.column.workerId')}</th>
                    <th scope="col">${say('authoring.column.name')}</th>
                    <th scope="col">${say('authoring.column.extraMinutes')}</th>
                    <td></td>
                  </tr>
                </thead>
                <tbody>
                  ${repeat(
                    found.slice(0, SHOWN),
                    (it) => it.workerId,
                    (it) => this.#worker(it),
                  )}
                </tbody>
              </table>
            </div>
            ${found.length > SHOWN ? html`<p class="hint">${say('authoring.more', { n: number(found.length - SHOWN) })}</p>` : nothing}`}`;
  }

  #worker(worker) {
    const called = worker.name || worker.workerId;
    return html`<tr data-worker=${worker.workerId}>
      <th scope="row">${worker.workerId}</th>
      <td>
        <input
          aria-label="${say('authoring.column.name')} ${worker.workerId}"
          maxlength="500"
          .value=${live(worker.name)}
          @input=${(event) => this.#change(worker, { name: event.target.value })}
        />
      </td>
      <td>
        <input
          type="number"
          inputmode="numeric"
          min="0"
          max="527040"
          aria-label="${say('authoring.column.extraMinutes')} ${called}"
          .value=${live(String(worker.extraMinutes))}
          @change=${(event) => this.#change(worker, { extraMinutes: Math.max(0, Math.round(event.target.valueAsNumber) || 0) })}
        />
      </td>
      <td>
        <button class="quiet" @click=${() => this.#remove(worker)}>
          ${say('authoring.remove')}<span class="hidden-text"> ${called}</span>
        </button>
      </td>
    </tr>`;
  }

  #paste(workers) {
    return html`<section class="card bring" aria-label=${say('authoring.paste-workers')}>
      <paste-table
        .what=${'workers'}
        .kinds=${['workerId', 'name', 'extraMinutes', 'ignore']}
        .guess=${workerColumns}
        .read=${(rows, columns) => workerRows(rows, columns, workers).map((it) => ({ ...it, title: [titleOf(it.worker)] }))}
        @take=${this.#take}
      ></paste-table>
    </section>`;
  }

  #add(event) {
    event.preventDefault();
    const form = event.target;
    const { workerId, name, extraMinutes } = Object.fromEntries(new FormData(form));
    const id = workerId.trim();
    if (this.doc.workers.some((it) => it.workerId === id)) {
      this.problem = say('authoring.worker-there', { id });
      return;
    }
    this.problem = '';
    if (id) {
      this.#edit((workers) => [...workers, { workerId: id, name: name.trim(), extraMinutes: Number(extraMinutes) || 0 }]);
      form.reset();
      form.elements.workerId.focus();
    }
  }

  /** Who is there already gets what the line says. */
  #take({ detail: rows }) {
    this.#edit((workers) => {
      const brought = new Map(rows.map(({ worker }) => [worker.workerId, worker]));
      const kept = workers.map((it) => {
        const line = brought.get(it.workerId);
        brought.delete(it.workerId);
        return line ? { ...it, ...line, name: line.name || it.name } : it;
      });
      return [...kept, ...brought.values()];
    });
    this.pasting = false;
  }

  #change(worker, changed) {
    this.#edit((workers) => workers.map((it) => (it.workerId === worker.workerId ? { ...it, ...changed } : it)));
  }

  async #remove(worker) {
    this.removed = { worker, at: this.doc.workers.findIndex((it) => it.workerId === worker.workerId) };
    this.#edit((workers) => workers.filter((it) => it.workerId !== worker.workerId));
    await this.updateComplete;
    this.querySelector('[data-undo]')?.focus();
  }

  #bringBack() {
    const { worker, at } = this.removed;
    this.removed = null;
    this.#edit((workers) => (workers.some((it) => it.workerId === worker.workerId) ? workers : workers.toSpliced(at, 0, worker)));
  }

  #edit(change) {
    this.tell('edit', (doc) => withWorkers(doc, change(doc.workers)));
  }
}

function titleOf({ workerId, name, extraMinutes }) {
  return [workerId, name, extraMinutes ? say('authoring.extra', { n: extraMinutes }) : ''].filter(Boolean).join(' · ');
}

customElements.define('worker-desk', WorkerDesk);
