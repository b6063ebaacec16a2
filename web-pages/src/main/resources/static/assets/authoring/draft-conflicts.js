import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { say } from '../shared/texts.js';
import { letter } from './draft-check.js';
import { placesOf } from './draft-doc.js';
import { valueAt } from './draft-merge.js';

/** What two people, or two tabs, both changed, to be chosen from; and what came in from elsewhere. Tells `settle`, `read`. */
class DraftConflicts extends PageElement {
  static properties = { keeper: { attribute: false }, stamp: { type: Number } };

  render() {
    const { conflicts, news } = this.keeper;
    return html`${conflicts.size === 0
      ? nothing
      : html`<section class="card conflicts" role="alert">
          <h2>${say('authoring.conflicts')}</h2>
          <p>${say('authoring.conflicts.what')}</p>
          ${[...conflicts].map(([key, { by }]) => this.#conflict(key, by))}
        </section>`}
    ${news.length === 0
      ? nothing
      : html`<p class="banner news" role="status">
          ${say('authoring.news', { what: news.map((key) => nameOf(key, this.keeper.doc)).join(', ') })}
          <button class="quiet" @click=${() => this.tell('read')}>${say('authoring.understood')}</button>
        </p>`}`;
  }

  #conflict(key, by) {
    const { doc, base } = this.keeper;
    const name = nameOf(key, doc);
    return html`<div class="conflict" role="group" aria-label=${name} data-key=${key}>
      <h3>${name}</h3>
      <div class="versions">
        <div class="version">
          <h4>${say('authoring.mine')}</h4>
          ${shown(valueAt(doc, key))}
          <button @click=${() => this.tell('settle', { key, choice: 'mine' })}>
            ${say('authoring.keep-mine')}<span class="hidden-text"> ${name}</span>
          </button>
        </div>
        <div class="version">
          <h4>${by ? say('authoring.theirs-of', { name: by }) : say('authoring.theirs')}</h4>
          ${shown(valueAt(base, key))}
          <button @click=${() => this.tell('settle', { key, choice: 'theirs' })}>
            ${say('authoring.keep-theirs')}<span class="hidden-text"> ${name}</span>
          </button>
        </div>
      </div>
      ${key.startsWith('question:')
        ? html`<button @click=${() => this.tell('settle', { key, choice: 'both' })}>
            ${say('authoring.keep-both')}<span class="hidden-text"> ${name}</span>
          </button>`
        : nothing}
    </div>`;
  }
}

/** What a key stands for, in words. */
export function nameOf(key, doc) {
  if (key.startsWith('question:')) {
    const place = placesOf(doc).findIndex((it) => `question:${it.entry.id}` === key);
    return place < 0 ? say('authoring.question-gone') : say('question-n', { n: place + 1 });
  }
  if (key.startsWith('worker:')) {
    const id = key.slice('worker:'.length);
    return say('authoring.worker-named', { name: doc.workers.find((it) => it.workerId === id)?.name || id });
  }
  return say('authoring.field.' + key);
}

function shown(value) {
  if (value === undefined) {
    return html`<p class="value hint">${say('authoring.nothing-there')}</p>`;
  }
  if (typeof value !== 'object') {
    return html`<p class="value">${typeof value === 'boolean' ? say(value ? 'authoring.yes' : 'authoring.no') : value}</p>`;
  }
  if ('workerId' in value) {
    return html`<p class="value">
      ${value.name || value.workerId}${value.extraMinutes ? ` · ${say('authoring.extra', { n: value.extraMinutes })}` : ''}
    </p>`;
  }
  return html`<div class="value">
    <p>${value.text || say('authoring.no-text')} (${say('authoring.points-n', { n: value.points ?? '–' })})</p>
    <ul class="plain">
      ${value.options.map(
        (option, index) =>
          html`<li>${letter(index)}. ${option.text}${value.correct.includes(option.id) ? ` ✓ ${say('authoring.right')}` : ''}</li>`,
      )}
    </ul>
  </div>`;
}

customElements.define('draft-conflicts', DraftConflicts);
