import { html, nothing } from 'lit';
import { Api, Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { learn, say } from '../shared/texts.js';
import '../shared/sign-in.js';
import '../shared/top-bar.js';
import en from './texts.en.js';
import id from './texts.id.js';

learn({ en, id });

/** Which pages are whose, the one he most likely wants first. */
const PAGES = [
  { role: 'worker', at: '/exam', name: 'exam' },
  { role: 'hc', at: '/monitor', name: 'monitor' },
  { role: 'hc', at: '/authoring', name: 'authoring' },
  { role: 'auditor', at: '/audit', name: 'audit' },
];

/** Whom anybody may be while the service is tried out. */
const DEMO = ['worker-1', 'hc', 'auditor'];

/** Where everybody comes in: what this is, who one is, and the way to the pages that are one's own. */
class FrontDoor extends PageElement {
  static properties = {
    me: { state: true },
    stage: { state: true },
    way: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  #api = new Api();

  constructor() {
    super();
    this.me = null;
    /** `loading`, `unreachable`, `strange` or `known`. */
    this.stage = 'loading';
    /** How people sign in here: `password` is the demo's, and in production there is none of that. */
    this.way = '';
    this.problem = '';
    this.busy = false;
    this.#api.addEventListener('signed-out', () => this.stage === 'known' && this.#strange());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#begin();
  }

  render() {
    return html`<top-bar .heading=${''} .person=${this.me} @sign-out=${this.#signOut}></top-bar>
      <main id="main" class="front">
        <section class="welcome">
          <h1>Exam Ledger</h1>
          <p class="lead">${say('front.what')}</p>
        </section>
        ${this.problem ? html`<p class="banner trouble" role="alert">${this.problem}</p>` : nothing}
        ${this.#stage()}
        <footer class="developers">
          <h2>${say('front.developers')}</h2>
          <ul class="links">
            <li><a href="/swagger-ui.html">${say('front.read-api')}</a></li>
            <li><a href="/v3/api-docs">${say('front.openapi')}</a></li>
            <li><a href="/actuator/health">${say('front.health')}</a></li>
          </ul>
        </footer>
      </main>`;
  }

  #stage() {
    switch (this.stage) {
      case 'loading':
        return html`<p class="loading" role="status">${say('loading')}</p>`;
      case 'unreachable':
        return html`<div class="card narrow">
          <h2>${say('unreachable.title')}</h2>
          <p>${say('unreachable')}</p>
          <button class="main" @click=${this.#begin}>${say('try-again.now')}</button>
        </div>`;
      case 'known':
        return this.#doors();
      default:
        return html`<div class="entrances">
          <sign-in .api=${this.#api} @signed-in=${(event) => this.#known(event.detail)}></sign-in>
          ${this.way === 'password' ? this.#demo() : nothing}
        </div>`;
    }
  }

  #doors() {
    const mine = PAGES.filter(({ role }) => this.me.roles.includes(role));
    return html`<section aria-label=${say('pages.all')}>
      <p>${say('front.signed-in', { name: this.me.name })}</p>
      ${mine.length === 0
        ? html`<p class="hint">${say(this.me.roles.includes('admin') ? 'front.admin' : 'front.no-page')}</p>`
        : html`<ul class="doors">
            ${mine.map(
              ({ at, name }, index) => html`<li class="card">
                <h2>${say(name)}</h2>
                <p>${say('front.about.' + name)}</p>
                <a class="button ${index === 0 ? 'main' : ''}" href=${at}>${say('front.go.' + name)}</a>
              </li>`,
            )}
          </ul>`}
    </section>`;
  }

  #demo() {
    return html`<section class="card demo">
      <h2>${say('front.demo')}</h2>
      <p class="hint">${say('front.demo.what')}</p>
      <ul class="identities">
        ${DEMO.map(
          (user) => html`<li>
            <button ?disabled=${this.busy} @click=${() => this.#enterAs(user)}>
              <strong>${user}</strong> <span>${say('front.demo.' + user.replace(/-\d+$/, ''))}</span>
            </button>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  async #begin() {
    this.stage = 'loading';
    await this.#trying(async () => {
      const me = await this.#api.meIfEver();
      me === null ? await this.#strange() : this.#known(me);
    });
  }

  #known(me) {
    this.me = me;
    this.problem = '';
    this.stage = 'known';
  }

  async #strange() {
    this.me = null;
    this.stage = 'strange';
    await this.#trying(async () => {
      const reply = await this.#api.get('/sign-in');
      this.way = reply.ok ? reply.body.by : '';
    });
  }

  async #enterAs(user) {
    this.busy = true;
    await this.#trying(async () => {
      const me = await this.#api.signIn(user, 'demo');
      if (me?.roles) {
        this.#known(me);
      } else {
        this.problem = say('try-again');
      }
    });
    this.busy = false;
  }

  async #signOut() {
    await this.#trying(async () => {
      await this.#api.signOut();
      await this.#strange();
    });
  }

  async #trying(act) {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.stage = this.stage === 'loading' ? 'unreachable' : this.stage;
      this.problem = this.stage === 'unreachable' ? '' : say('unreachable');
    }
  }
}

customElements.define('front-door', FrontDoor);
