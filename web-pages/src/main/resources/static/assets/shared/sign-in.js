import { html, nothing } from 'lit';
import { Unreachable } from './api.js';
import { PageElement } from './page-element.js';
import { say } from './texts.js';

/**
 * Asks who it is, in the way of this service: with name and password, or by sending the person to the issuer. Tells
 * `signed-in` with the person, also when he signed in in another tab meanwhile.
 */
class SignIn extends PageElement {
  static properties = {
    api: { attribute: false },
    why: {},
    /** Whether this page holds what exists nowhere else, so that the issuer has to open in another tab. */
    stay: { type: Boolean },
    way: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  #back = () => this.#lookAgain();

  constructor() {
    super();
    this.why = '';
    this.stay = false;
    /** `password`, `issuer`, `none`, or `unknown` while it cannot be asked. */
    this.way = '';
    this.problem = '';
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#back);
    window.addEventListener('online', this.#back);
    this.#askTheWay();
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.#back);
    window.removeEventListener('online', this.#back);
    super.disconnectedCallback();
  }

  render() {
    return html`<form class="card narrow" @submit=${this.#submit}>
      <h1>${say('sign-in')}</h1>
      ${this.why ? html`<p>${this.why}</p>` : nothing}
      ${this.#door()}
    </form>`;
  }

  #door() {
    switch (this.way) {
      case '':
        return html`<p class="loading" role="status">${say('loading')}</p>`;
      case 'issuer':
        return html`<p>${say(this.stay ? 'sign-in.issuer.tab' : 'sign-in.issuer')}</p>
          <a class="button main" href=${this.#issuer()} target=${this.stay ? '_blank' : nothing}>${say('sign-in')}</a>`;
      case 'none':
        return html`<p role="alert">${say('sign-in.none')}</p>`;
      case 'unknown':
        return html`<p role="alert">${say('unreachable')}</p>
          <button class="main" type="button" @click=${this.#askTheWay}>${say('try-again.now')}</button>`;
      default:
        return this.#fields();
    }
  }

  #fields() {
    return html`<label class="field">
        <span>${say('username')}</span>
        <input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required />
      </label>
      <label class="field">
        <span>${say('password')}</span>
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      <p class="problem" role="alert">${this.problem}</p>
      <button class="main" ?disabled=${this.busy}>${say('sign-in')}</button>`;
  }

  /** He comes back to where he is now. */
  #issuer() {
    return '/sign-in?' + new URLSearchParams({ to: location.pathname + location.search });
  }

  async #askTheWay() {
    this.way = '';
    this.way = await this.#unlessUnreachable(async () => {
      const reply = await this.api.get('/sign-in');
      if (reply.body?.by === 'issuer') {
        // Who comes back from the issuer is signed in, and no page of this browser knows it yet.
        this.#tellOf(await this.api.me());
      }
      return reply.ok ? reply.body.by : 'unknown';
    }, 'unknown');
  }

  #tellOf(signedIn) {
    if (signedIn && this.isConnected) {
      this.tell('signed-in', signedIn);
    }
  }

  /** Somebody who comes back to this tab may have signed in in another one. */
  async #lookAgain() {
    if (document.hidden) {
      return;
    }
    if (this.way === 'unknown') {
      await this.#askTheWay();
    }
    this.#tellOf(await this.#unlessUnreachable(() => this.api.meIfEver(), null));
  }

  async #submit(event) {
    event.preventDefault();
    const { username, password } = Object.fromEntries(new FormData(event.target));
    this.busy = true;
    this.problem = await this.#unlessUnreachable(async () => {
      const signedIn = await this.api.signIn(username.trim(), password);
      if (signedIn?.roles) {
        this.tell('signed-in', signedIn);
        return '';
      }
      return say(signedIn?.status === 401 ? 'sign-in.wrong' : 'try-again');
    }, say('unreachable'));
    this.busy = false;
  }

  async #unlessUnreachable(asking, otherwise) {
    try {
      return await asking();
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      return otherwise;
    }
  }
}

customElements.define('sign-in', SignIn);
