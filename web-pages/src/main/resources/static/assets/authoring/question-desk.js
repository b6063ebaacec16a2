import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';
import { isComplete } from './draft-check.js';
import {
  freeId,
  inserted,
  isPackaged,
  placesOf,
  removed,
  renamed,
  replaced,
  withPackage,
  withoutPackage,
} from './draft-doc.js';
import './bring-questions.js';
import './pool-place.js';
import './question-editor.js';

/** All questions by their titles, and one of them open. Tells `edit` and `choose`. */
class QuestionDesk extends PageElement {
  static properties = {
    api: { attribute: false },
    keeper: { attribute: false },
    doc: { attribute: false },
    pools: { attribute: false },
    /** Whether it is a pool: then there is nothing but written questions. */
    plain: { type: Boolean },
    entry: {},
    deleted: { state: true },
    bringing: { state: true },
  };

  constructor() {
    super();
    /** What was deleted here, the last first: `{entry, list, at, n}`. */
    this.deleted = [];
    /** `paste` or `file` while questions are brought from elsewhere. */
    this.bringing = null;
  }

  /** What was chosen is in sight, in the list and, where the list stands above it, on the page. */
  updated(changed) {
    const title = this.querySelector('.title[aria-current]');
    if (!changed.has('entry') || !title) {
      return;
    }
    const list = title.closest('.list');
    const above = title.offsetTop - list.scrollTop;
    if (above < 0 || above + title.offsetHeight > list.clientHeight) {
      list.scrollTop = title.offsetTop - list.clientHeight / 2;
    }
    if (matchMedia('(max-width: 56rem)').matches) {
      this.querySelector('.one').scrollIntoView();
    }
  }

  render() {
    const places = placesOf(this.doc);
    const open = places.find((it) => it.key === this.entry);
    return html`<div class="row tools">
        <button class="main" @click=${() => this.#add(blank)}>${say('authoring.add-question')}</button>
        <button @click=${() => (this.bringing = 'paste')}>${say('authoring.paste-questions')}</button>
        ${this.plain
          ? nothing
          : html`<button @click=${() => (this.bringing = 'file')}>${say('authoring.import')}</button>
              <button @click=${() => this.#add(blankPool)}>${say('authoring.add-pool')}</button>
              <button @click=${this.#addPackage}>
                ${say(isPackaged(this.doc) ? 'authoring.add-package' : 'authoring.divide')}
              </button>
              ${places.length === 0 ? nothing : this.#exports()}`}
      </div>
      ${this.bringing
        ? html`<bring-questions
            .api=${this.api}
            .keeper=${this.keeper}
            .doc=${this.doc}
            .from=${this.bringing}
            @done=${() => (this.bringing = null)}
          ></bring-questions>`
        : nothing}
      ${this.#undo()}
      ${places.length === 0 && !isPackaged(this.doc)
        ? html`<div class="card empty-place" data-field="questions" tabindex="-1">
            <p>${say('authoring.no-questions')}</p>
          </div>`
        : html`<div class="questions-and-one">
            <nav class="list" aria-label=${say('questions')} data-field="questions" tabindex="-1">
              ${this.doc.lists.map((list, index) => this.#list(list, index, places))}
            </nav>
            <div class="one">${open ? this.#open(open, places) : html`<p class="empty">${say('authoring.choose')}</p>`}</div>
          </div>`}`;
  }

  #list({ name }, index, places) {
    const mine = places.filter((it) => it.list === index);
    const before = places.findIndex((it) => it.list === index);
    return html`${isPackaged(this.doc) ? this.#packageHead(name, index) : nothing}
      <ol class="titles" start=${before + 1}>
        ${mine.map((place, at) => this.#title(place, before + at + 1))}
      </ol>
      ${isPackaged(this.doc) && mine.length === 0 ? html`<p class="hint">${say('authoring.package-empty')}</p>` : nothing}`;
  }

  #packageHead(name, index) {
    return html`<div class="package">
      <label class="field">
        <span>${say('authoring.package')}</span>
        <input
          data-field="packages"
          maxlength="200"
          .value=${name ?? ''}
          @input=${(event) => this.#edit((doc) => renamed(doc, index, event.target.value))}
        />
      </label>
      <button class="quiet" @click=${() => this.#edit((doc) => withoutPackage(doc, index))}>
        ${say('authoring.remove-package')}<span class="hidden-text"> ${name}</span>
      </button>
    </div>`;
  }

  #title({ entry, key }, n) {
    const text = entry.pool
      ? say('authoring.pool-title', { n: entry.pool.count ?? '?', pool: poolName(entry.pool) })
      : firstLine(entry.text) || say('authoring.no-text');
    const complete = entry.pool ? entry.pool.technology && entry.pool.level && entry.pool.count : isComplete(entry);
    return html`<li>
      <button
        class="title"
        data-entry=${key}
        aria-current=${key === this.entry ? 'true' : nothing}
        @click=${() => this.tell('choose', key)}
      >
        <span class="n">${number(n)}.</span> <span class="words">${text}</span>${complete
          ? nothing
          : html`<span class="mark" title=${say('authoring.incomplete')}
              ><span aria-hidden="true">!</span><span class="hidden-text"> ${say('authoring.incomplete')}</span></span
            >`}
      </button>
    </li>`;
  }

  #open({ entry, list, at, key }, places) {
    const n = places.findIndex((it) => it.key === key) + 1;
    const change = (event) => this.#edit((doc) => replacedByKey(doc, key, event.detail));
    return html`${entry.pool
        ? html`<pool-place .pool=${entry.pool} .pools=${this.pools} .n=${n} @changed=${change}></pool-place>`
        : html`<question-editor .api=${this.api} .question=${entry} .n=${n} @changed=${change}></question-editor>`}
      <div class="row foot">
        <button ?disabled=${n === 1} @click=${() => this.tell('choose', places[n - 2].key)}>${say('previous')}</button>
        <button ?disabled=${n === places.length} @click=${() => this.tell('choose', places[n].key)}>${say('next')}</button>
        <span class="grow"></span>
        <button ?disabled=${at === 0} @click=${() => this.#move(list, at, list, at - 1)}>${say('authoring.up')}</button>
        <button
          ?disabled=${at === this.doc.lists[list].entries.length - 1}
          @click=${() => this.#move(list, at, list, at + 1)}
        >
          ${say('authoring.down')}
        </button>
        ${isPackaged(this.doc) && this.doc.lists.length > 1 ? this.#otherPackage(list, at) : nothing}
        <button class="quiet" @click=${() => this.#copy(entry, list, at)}>${say('authoring.copy')}</button>
        <button class="delete" @click=${() => this.#delete(entry, list, at, n)}>${say('authoring.delete')}</button>
      </div>`;
  }

  #otherPackage(list, at) {
    return html`<label class="row">
      <span>${say('authoring.package')}</span>
      <select @change=${(event) => this.#move(list, at, Number(event.target.value), Infinity)}>
        ${this.doc.lists.map(
          ({ name }, index) => html`<option value=${index} ?selected=${index === list}>${name || index + 1}</option>`,
        )}
      </select>
    </label>`;
  }

  #exports() {
    const at = `/api/v1/drafts/${this.keeper.draftId}/questions`;
    return html`<span class="grow"></span>
      <span class="exports">
        ${say('authoring.export')}
        <a href="${at}.qti.zip" download @click=${this.#exported}>QTI</a>
        <a href="${at}.json" download @click=${this.#exported}>JSON</a>
      </span>`;
  }

  /** What is exported is what is on the screen. */
  async #exported(event) {
    const link = event.currentTarget;
    if (!this.keeper.isSaved) {
      event.preventDefault();
      (await this.keeper.flush()) && link.click();
    }
  }

  #undo() {
    const [last] = this.deleted;
    return last === undefined
      ? nothing
      : html`<p class="banner undo" role="status">
          ${say('authoring.deleted', { n: last.n })}
          <button class="quiet" data-undo @click=${this.#bringBack}>${say('authoring.undo')}</button>
          <button class="quiet" @click=${() => (this.deleted = [])}>${say('authoring.understood')}</button>
        </p>`;
  }

  async #delete(entry, list, at, n) {
    const places = placesOf(this.doc);
    const neighbour = places[n] ?? places[n - 2];
    this.deleted = [{ entry, list, at, n }, ...this.deleted];
    this.#edit((doc) => removed(doc, list, at));
    // Keys of pools are places, and have just moved.
    this.tell('choose', neighbour && !neighbour.entry.pool ? neighbour.key : null);
    await this.updateComplete;
    this.querySelector('[data-undo]')?.focus();
  }

  #bringBack() {
    const [{ entry, list, at }, ...earlier] = this.deleted;
    this.deleted = earlier;
    this.#edit((doc) => {
      const target = Math.min(list, doc.lists.length - 1);
      const back = { ...entry, ...(entry.pool || !isTaken(doc, entry.id) ? {} : { id: freeId(doc, this.keeper.base) }) };
      return inserted(doc, target, Math.min(at, doc.lists[target].entries.length), back);
    });
    this.tell('choose', entry.pool ? `pool-${list}-${at}` : String(entry.id));
  }

  #add(make) {
    const open = placesOf(this.doc).find((it) => it.key === this.entry);
    const list = open?.list ?? this.doc.lists.length - 1;
    const at = this.doc.lists[list].entries.length;
    const entry = make(freeId(this.doc, this.keeper.base, deletedOnes(this.deleted)));
    this.#edit((doc) => inserted(doc, list, at, entry));
    this.tell('choose', entry.pool ? `pool-${list}-${at}` : String(entry.id));
    this.#focusEditor();
  }

  #copy(entry, list, at) {
    const copy = entry.pool ? { ...entry } : { ...entry, id: freeId(this.doc, this.keeper.base, deletedOnes(this.deleted)) };
    this.#edit((doc) => inserted(doc, list, at + 1, copy));
    this.tell('choose', copy.pool ? `pool-${list}-${at + 1}` : String(copy.id));
    this.#focusEditor();
  }

  async #focusEditor() {
    await this.updateComplete;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    this.querySelector('.one textarea, .one input')?.focus();
  }

  #move(list, at, toList, to) {
    const entry = this.doc.lists[list].entries[at];
    this.#edit((doc) => {
      const without = removed(doc, list, at);
      return inserted(without, toList, Math.min(to, without.lists[toList].entries.length), entry);
    });
    if (entry.pool) {
      this.tell('choose', `pool-${toList}-${Math.min(to, this.doc.lists[toList].entries.length)}`);
    }
  }

  #addPackage() {
    const names = new Set(this.doc.lists.map((it) => it.name));
    const free = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((it) => !names.has(it) && (it !== 'A' || isPackaged(this.doc)));
    this.#edit((doc) => withPackage(doc, free ?? String(doc.lists.length + 1)));
  }

  #edit(change) {
    this.tell('edit', change);
  }
}

function blank(id) {
  return {
    id,
    text: '',
    options: [
      { id: 1, text: '' },
      { id: 2, text: '' },
    ],
    correct: [],
    multiple: false,
    points: 1,
  };
}

function blankPool() {
  return { pool: { technology: '', level: '', count: 1 } };
}

function deletedOnes(deleted) {
  return { lists: [{ entries: deleted.map((it) => it.entry) }] };
}

function isTaken(doc, id) {
  return placesOf(doc).some((it) => it.entry.id === id);
}

function replacedByKey(doc, key, entry) {
  const place = placesOf(doc).find((it) => it.key === key);
  return place ? replaced(doc, place.list, place.at, entry) : doc;
}

function poolName({ technology, level }) {
  return [technology, level].filter(Boolean).join(' · ') || '?';
}

export function firstLine(text) {
  return text.trim().split('\n', 1)[0].slice(0, 120);
}

customElements.define('question-desk', QuestionDesk);
