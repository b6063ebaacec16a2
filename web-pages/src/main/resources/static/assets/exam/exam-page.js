import { html, nothing } from 'lit';
import { Api, Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { learn, say } from '../shared/texts.js';
import '../shared/sign-in.js';
import '../shared/top-bar.js';
import { AnswerStore } from './answer-store.js';
import './exam-room.js';
import './my-exams.js';
import en from './texts.en.js';
import id from './texts.id.js';

learn({ en, id });

/** The worker's page: signs in, lists his exams, and lets him into one of them. */
class ExamPage extends PageElement {
  static properties = {
    me: { state: true },
    sessionId: { state: true },
    stage: { state: true },
    again: { state: true },
  };

  #api = new Api();
  #store;

  constructor() {
    super();
    this.me = null;
    this.sessionId = null;
    /** `loading`, `unreachable`, `sign-in`, `exams`, `room` or `no-storage`. */
    this.stage = 'loading';
    /** Whether somebody has to sign in again in the middle of an exam. */
    this.again = false;
    this.#api.addEventListener('signed-out', () => this.#signedOut());
    window.addEventListener('popstate', () => this.#goWhereTheAddressSays());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#begin();
  }

  render() {
    return html`<top-bar .heading=${say('exam')} .person=${this.me} @sign-out=${this.#signOut}></top-bar>
      <main id="main">${this.#stage()}</main>
      ${this.again
        ? html`<div class="over" role="dialog" aria-modal="true" aria-label=${say('sign-in')}>
            <sign-in
              .api=${this.#api}
              .why=${say('exam.sign-in.again')}
              .stay=${true}
              @signed-in=${this.#signedInAgain}
            ></sign-in>
          </div>`
        : nothing}`;
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
        return html`<sign-in .api=${this.#api} @signed-in=${this.#signedIn}></sign-in>`;
      case 'exams':
        return html`<my-exams .api=${this.#api} @enter=${(event) => this.#enter(event.detail)}></my-exams>`;
      case 'room':
        return html`<exam-room
          .api=${this.#api}
          .store=${this.#store}
          .sessionId=${this.sessionId}
          @left=${this.#leave}
        ></exam-room>`;
      default:
        return html`<div class="card narrow"><h1>${say('exam.no-storage.title')}</h1><p>${say('exam.no-storage')}</p></div>`;
    }
  }

  async #begin() {
    this.stage = 'loading';
    try {
      this.#store ??= await AnswerStore.open();
    } catch {
      this.stage = 'no-storage';
      return;
    }
    try {
      this.me = await this.#api.meIfEver();
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.stage = 'unreachable';
      return;
    }
    this.#goWhereTheAddressSays();
  }

  #goWhereTheAddressSays() {
    this.sessionId = new URLSearchParams(location.search).get('session');
    this.stage = this.me === null ? 'sign-in' : this.sessionId ? 'room' : 'exams';
  }

  #signedIn(event) {
    this.me = event.detail;
    this.#goWhereTheAddressSays();
  }

  #signedInAgain(event) {
    this.again = false;
    const same = event.detail.person === this.me.person;
    this.me = event.detail;
    if (same) {
      this.querySelector('exam-room')?.goOn();
    } else {
      // Somebody else's exam is not shown to him; what waits to be sent stays on this device.
      this.#leave();
    }
  }

  #signedOut() {
    if (this.stage === 'room') {
      this.again = true;
    } else if (this.stage !== 'loading') {
      this.me = null;
      this.stage = 'sign-in';
    }
  }

  async #signOut() {
    // What is unsent goes while the sign-in still holds; what does not arrive stays on this device.
    await this.querySelector('exam-room')?.leave();
    try {
      await this.#api.signOut();
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.querySelector('exam-room')?.goOn();
      return;
    }
    this.me = null;
    this.#leave();
  }

  #enter(sessionId) {
    history.pushState(null, '', `?session=${sessionId}`);
    this.#goWhereTheAddressSays();
  }

  #leave() {
    history.pushState(null, '', location.pathname);
    this.#goWhereTheAddressSays();
  }
}

customElements.define('exam-page', ExamPage);
