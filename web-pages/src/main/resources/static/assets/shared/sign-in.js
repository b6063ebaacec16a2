import { html, nothing } from 'lit';
import { Unreachable } from './api.js';
import { PageElement } from './page-element.js';
import { say } from './texts.js';

/** Asks who it is. Tells `signed-in` with the person. */
class SignIn extends PageElement {
  static properties = { api: { attribute: false }, why: {}, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.why = '';
    this.problem = '';
    this.busy = false;
  }

  render() {
    return html`<form class="card narrow" @submit=${this.#submit}>
      <h1>${say('sign-in')}</h1>
      ${this.why ? html`<p>${this.why}</p>` : nothing}
      <label class="field">
        <span>${say('username')}</span>
        <input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required />
      </label>
      <label class="field">
        <span>${say('password')}</span>
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      <p class="problem" role="alert">${this.problem}</p>
      <button class="main" ?disabled=${this.busy}>${say('sign-in')}</button>
    </form>`;
  }

  async #submit(event) {
    event.preventDefault();
    const { username, password } = Object.fromEntries(new FormData(event.target));
    this.busy = true;
    this.problem = '';
    try {
      const signedIn = await this.api.signIn(username.trim(), password);
      if (signedIn?.roles) {
        this.tell('signed-in', signedIn);
      } else if (signedIn?.status === 401) {
        this.problem = say('sign-in.wrong');
      } else {
        this.problem = say('try-again');
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.problem = say('unreachable');
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('sign-in', SignIn);
