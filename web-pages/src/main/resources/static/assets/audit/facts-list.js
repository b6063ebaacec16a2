import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';
import { dayOf, minuteOf, toMilliseconds, zone } from './moments.js';
import { GROUPS, whoOf } from './story.js';

/** A page holds so many entries; a session may have thousands. */
const PIECE = 200;

/** Every fact of a session, and the silences between them, by minute. Tells `moment`. */
class FactsList extends PageElement {
  static properties = {
    story: { attribute: false },
    sequence: { type: Number },
    proof: { attribute: false },
    unwanted: { state: true },
    piece: { state: true },
  };

  constructor() {
    super();
    this.unwanted = new Set();
    this.piece = 0;
  }

  willUpdate(changed) {
    if (changed.has('sequence') || changed.has('story') || changed.has('unwanted')) {
      // Whatever moment is looked at, its fact is among those that are shown.
      this.piece = Math.floor(Math.max(0, this.#indexOfNow()) / PIECE);
    }
  }

  updated(changed) {
    if (changed.has('sequence')) {
      this.#bringIntoView();
    }
  }

  render() {
    const shown = this.#chosen();
    const pieces = Math.max(1, Math.ceil(shown.length / PIECE));
    const first = this.piece * PIECE;
    const some = shown.slice(first, first + PIECE);
    return html`<section class="card facts-list" aria-labelledby="facts">
      <h2 id="facts">${say('audit.facts')}</h2>
      <p class="hint">${say('audit.zone', { zone: zone() })}</p>
      <div class="kinds" role="group" aria-label=${say('audit.filter')}>${GROUPS.map((group) => this.#kind(group))}</div>
      ${some.length === 0
        ? html`<p class="empty">${say('audit.facts.none')}</p>`
        : html`<div class="box" tabindex="0" role="region" aria-labelledby="facts">
            ${minutes(some).map(({ at, entries }) => this.#minute(at, entries))}
          </div>`}
      ${pieces > 1
        ? html`<nav class="row" aria-label=${say('audit.facts')}>
            <button ?disabled=${this.piece === 0} @click=${() => this.#turn(this.piece - 1)}>${say('previous')}</button>
            <span>${say('audit.facts.piece', {
              from: number(first + 1),
              to: number(first + some.length),
              n: number(shown.length),
            })}</span>
            <button ?disabled=${this.piece === pieces - 1} @click=${() => this.#turn(this.piece + 1)}>${say('next')}</button>
          </nav>`
        : nothing}
    </section>`;
  }

  #kind(group) {
    const count = this.story.entries.filter((entry) => entry.group === group).length;
    return html`<button data-group=${group} aria-pressed=${!this.unwanted.has(group)} ?disabled=${count === 0}
      @click=${() => this.#toggle(group)}>
      <span class="dot" aria-hidden="true"></span>${say('audit.group.' + group)} <span class="count">${number(count)}</span>
    </button>`;
  }

  #minute(at, entries) {
    return html`<h3><span class="clock">${minuteOf(at)}</span> <span class="quiet-text">${dayOf(at)}</span></h3>
      <ol>${entries.map((entry) => (entry.type === undefined ? this.#silence(entry) : this.#fact(entry)))}</ol>`;
  }

  #silence(entry) {
    return html`<li class="entry silence" data-group="silence">
      <span class="dot" aria-hidden="true"></span>
      <time datetime=${new Date(entry.at).toISOString()}>${toMilliseconds(entry.at)}</time>
      <p>${this.story.tell(entry)}</p>
    </li>`;
  }

  #fact(entry) {
    const { sequence, position, actor, payload, type } = entry;
    const checked = this.proof?.rows.get(sequence);
    return html`<li class="entry" data-group=${entry.group} data-sequence=${sequence} data-verdict=${checked?.verdict ?? ''}
      aria-current=${sequence === this.sequence ? 'true' : nothing}>
      <span class="dot" aria-hidden="true"></span>
      <time datetime=${new Date(entry.at).toISOString()}>${toMilliseconds(entry.at)}</time>
      <p>
        <button class="link" @click=${() => this.tell('moment', { sequence })}>
          <span class="hidden-text">${say('audit.go-to', { n: number(sequence) })} </span>${this.story.tell(entry)}
        </button>
      </p>
      <details>
        <summary>
          <span>${whoOf(actor)}</span>
          <span>${say('audit.numbers', { sequence: number(sequence), position: number(position) })}</span>
          ${checked ? html`<span class="mono">${checked.hash.slice(0, 12)}</span>` : nothing}
          ${this.#mark(checked)}
        </summary>
        <dl>
          <dt>${say('audit.type')}</dt><dd>${type}</dd>
          <dt>${say('audit.who')}</dt><dd class="mono">${actor.person} (${actor.role})</dd>
          ${checked ? html`<dt>${say('audit.hash')}</dt><dd class="mono">${checked.hash}</dd>` : nothing}
        </dl>
        <pre tabindex="0">${JSON.stringify(payload, null, 1)}</pre>
      </details>
    </li>`;
  }

  #mark(checked) {
    switch (checked?.verdict) {
      case 'proven':
        return html`<span class="mark good">✓ <span class="hidden-text">${say('audit.row.proven')}</span></span>`;
      case 'newer':
        return html`<span class="mark">… <span class="hidden-text">${say('audit.row.newer')}</span></span>`;
      case 'broken':
        return html`<strong class="mark bad">✕ ${say('audit.flaw.' + checked.reason)}</strong>`;
      default:
        return nothing;
    }
  }

  #chosen() {
    return this.story.entries.filter(({ group }) => !this.unwanted.has(group));
  }

  /** Where the newest of the entries that are shown stands at this moment. */
  #indexOfNow() {
    return this.#chosen().findLastIndex(({ sequence }) => sequence !== undefined && sequence <= this.sequence);
  }

  #toggle(group) {
    const hidden = new Set(this.unwanted);
    if (!hidden.delete(group)) {
      hidden.add(group);
    }
    this.unwanted = hidden;
  }

  #turn(piece) {
    this.piece = piece;
    this.querySelector('.box').scrollTop = 0;
  }

  /** The list moves, and never the page under somebody's hands. */
  #bringIntoView() {
    const box = this.querySelector('.box');
    const entry = box?.querySelector('[aria-current]');
    if (entry && !entry.contains(document.activeElement)) {
      const from = entry.offsetTop;
      if (from < box.scrollTop + 40 || from + entry.offsetHeight > box.scrollTop + box.clientHeight) {
        box.scrollTop = from - box.clientHeight / 3;
      }
    }
  }
}

function minutes(entries) {
  const groups = [];
  for (const entry of entries) {
    const minute = Math.floor(entry.at / 60_000);
    if (groups.at(-1)?.minute !== minute) {
      groups.push({ minute, at: entry.at, entries: [] });
    }
    groups.at(-1).entries.push(entry);
  }
  return groups;
}

customElements.define('facts-list', FactsList);
