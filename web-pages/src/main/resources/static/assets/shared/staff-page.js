import { html, nothing } from 'lit';
import { Api, Unreachable } from './api.js';
import { PageElement } from './page-element.js';
import { say } from './texts.js';
import './sign-in.js';
import './top-bar.js';

/**
 * The frame of a page for staff: who it is, whether he may see it, and what stays when his sign-in expires in the middle.
 * A page says `static heading` (a key of the texts) and `static role`, and renders itself in `content()`.
 */
export class StaffPage extends PageElement {
  static properties = { me: { state: true }, stage: { state: true }, again: { state: true } };

  api = new Api();

  #address = () => this.requestUpdate();

  constructor() {
    super();
    this.me = null;
    /** `loading`, `unreachable`, `sign-in`, `not-allowed` or `content`. */
    this.stage = 'loading';
    this.again = false;
    this.api.addEventListener('signed-out', () => this.#signedOut());
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('popstate', this.#address);
    this.#begin();
  }

  disconnectedCallback() {
    window.removeEventListener('popstate', this.#address);
    super.disconnectedCallback();
  }

  /** What the address asks for: `?exam=…`. */
  asked(name) {
    return new URLSearchParams(location.search).get(name);
  }

  /** Changes what the address asks for, so that the back button and a copied link lead here again. */
  go(asked) {
    const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value)).toString();
    history.pushState(null, '', location.pathname + (query ? '?' + query : ''));
    window.scrollTo(0, 0);
    this.requestUpdate();
  }

  render() {
    return html`<top-bar .heading=${say(this.constructor.heading)} .person=${this.me} @sign-out=${this.#signOut}></top-bar>
      <main id="main">${this.#stage()}</main>
      ${this.again
        ? html`<dialog class="sign-in-again" aria-label=${say('sign-in')} @close=${this.#askAgain}>
            <sign-in .api=${this.api} .stay=${true} .why=${say('sign-in.staff-again')} @signed-in=${this.#signedInAgain}></sign-in>
          </dialog>`
        : nothing}`;
  }

  updated() {
    this.#askAgain();
  }

  /** Lies over everything, also over a dialog of the page itself, and cannot be waved away. */
  #askAgain() {
    const dialog = this.querySelector('dialog.sign-in-again');
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
  }

  #stage() {
    switch (this.stage) {
      case 'loading':
        return html`<p class="loading" role="status">${say('loading')}</p>`;
      case 'unreachable':
        return html`<div class="card narrow">
          <h1>${say('unreachable.title')}</h1>
          <p>${say('unreachable')}</p>
          <button class="main" @click=${this.#begin}>${say('try-again.now')}</button>
        </div>`;
      case 'sign-in':
        return html`<sign-in .api=${this.api} @signed-in=${(event) => this.#signedIn(event.detail)}></sign-in>`;
      case 'not-allowed':
        return html`<div class="card narrow">
          <h1>${say('not-allowed.title')}</h1>
          <p>${say('not-allowed', { name: this.me.name })}</p>
        </div>`;
      default:
        return this.content();
    }
  }

  async #begin() {
    this.stage = 'loading';
    try {
      this.#signedIn(await this.api.meIfEver());
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.stage = 'unreachable';
    }
  }

  #signedIn(me) {
    this.me = me;
    const allowed = me?.roles.includes(this.constructor.role);
    this.stage = me === null ? 'sign-in' : allowed ? 'content' : 'not-allowed';
  }

  /** What he was doing stays for himself only. */
  #signedInAgain(event) {
    this.again = false;
    if (event.detail.person === this.me.person) {
      this.me = event.detail;
      this.wentOn();
    } else {
      location.reload();
    }
  }

  /** Signed in again: whoever waited may ask again. */
  wentOn() {
    this.dispatchEvent(new Event('went-on'));
  }

  #signedOut() {
    if (this.stage === 'content') {
      this.again = true;
    } else if (this.stage !== 'loading') {
      this.#signedIn(null);
    }
  }

  async #signOut() {
    try {
      await this.api.signOut();
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      return;
    }
    this.#signedIn(null);
  }
}
