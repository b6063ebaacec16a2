import { html, nothing } from 'lit';
import { say, learn } from '../shared/texts.js';
import { StaffPage } from '../shared/staff-page.js';
import { DraftShelf } from './draft-shelf.js';
import en from './texts.en.js';
import id from './texts.id.js';
import './draft-desk.js';
import './draft-picker.js';
import './pool-desk.js';
import './pool-shelf.js';

learn({ en, id });

/** HC's page for writing exams: choose a draft, write it, lock it; and the pools from which questions are drawn. */
class AuthoringPage extends StaffPage {
  static properties = { shelf: { state: true } };
  static heading = 'authoring';
  static role = 'hc';

  /** Where the log stood after what this page wrote last. */
  #position = 0;

  constructor() {
    super();
    this.shelf = null;
    DraftShelf.open().then((it) => (this.shelf = it));
  }

  content() {
    if (this.shelf === null) {
      return html`<p class="loading" role="status">${say('loading')}</p>`;
    }
    const draftId = this.asked('draft');
    if (draftId) {
      return html`<draft-desk
        .api=${this.api}
        .shelf=${this.shelf}
        .person=${this.me.person}
        .draftId=${draftId}
        .position=${this.#position}
        .part=${this.asked('part') ?? 'details'}
        .entry=${this.asked('question')}
        @turn=${(event) => this.go({ draft: draftId, ...event.detail })}
        @left=${(event) => this.#leave(event.detail)}
        @opened=${(event) => this.#open(event.detail)}
      ></draft-desk>`;
    }
    const technology = this.asked('technology');
    const pools = technology !== null || this.asked('pools') !== null;
    return html`<nav class="rooms" aria-label=${say('authoring.rooms')}>
        <a href="?" aria-current=${pools ? nothing : 'page'} @click=${(event) => this.#goTo(event, {})}
          >${say('authoring.drafts')}</a
        >
        <a href="?pools=all" aria-current=${pools ? 'page' : nothing} @click=${(event) => this.#goTo(event, { pools: 'all' })}
          >${say('authoring.pools')}</a
        >
      </nav>
      ${technology !== null
        ? html`<pool-desk
            .api=${this.api}
            .technology=${technology}
            .level=${this.asked('level') ?? ''}
            .person=${this.me.person}
            .entry=${this.asked('question')}
            @choose=${(event) => this.go({ technology, level: this.asked('level'), question: event.detail })}
                @left=${() => this.go({ pools: 'all' })}
          ></pool-desk>`
        : pools
          ? html`<pool-shelf .api=${this.api} @choose=${(event) => this.go(event.detail)}></pool-shelf>`
          : html`<draft-picker
              .api=${this.api}
              .shelf=${this.shelf}
              .person=${this.me.person}
              .position=${this.#position}
              @opened=${(event) => this.#open(event.detail)}
            ></draft-picker>`}`;
  }

  wentOn() {
    super.wentOn();
    this.querySelector('main > *:not(nav)')?.goOn?.();
  }

  #goTo(event, asked) {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.go(asked);
    }
  }

  #open({ draftId, position = 0 }) {
    this.#position = Math.max(this.#position, position);
    this.go({ draft: draftId });
  }

  #leave(position) {
    this.#position = Math.max(this.#position, position ?? 0);
    this.go({});
  }
}

customElements.define('authoring-page', AuthoringPage);
