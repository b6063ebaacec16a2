import { html, nothing } from 'lit';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { dateAndTime, number, say } from '../shared/texts.js';

/** A generation brings its questions some seconds after it was asked for. */
const LOOK_AGAIN = 3_000;

/** All pools by technology and level. Tells `choose` with what the address is to ask for. */
class PoolShelf extends PageElement {
  static properties = {
    api: { attribute: false },
    pools: { state: true },
    problem: { state: true },
    told: { state: true },
  };

  #position = 0;
  #timer;

  constructor() {
    super();
    this.pools = null;
    this.problem = '';
    this.told = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  goOn() {
    this.#look();
  }

  render() {
    return html`<h1>${say('authoring.pools')}</h1>
      <p class="hint">${say('authoring.pools.what')}</p>
      ${this.problem ? html`<p class="banner trouble" role="alert">${this.problem}</p>` : nothing}
      <p class="hint" role="status">${this.told}</p>
      ${this.pools === null
        ? html`<p class="loading" role="status">${say('loading')}</p>`
        : this.pools.length === 0
          ? html`<div class="card empty-place"><p>${say('authoring.pools-none')}</p></div>`
          : [...Map.groupBy(this.pools, (it) => it.technology)].map(([technology, levels]) =>
              this.#technology(technology, levels),
            )}
      ${this.#another()}`;
  }

  #technology(technology, levels) {
    return html`<section class="card" aria-label=${technology}>
      <div class="row">
        <h2>${technology}</h2>
        <span class="grow"></span>
        <button @click=${() => this.#generate(technology, levels.map((it) => it.level))}>
          ${say('authoring.generate')}<span class="hidden-text"> ${technology}</span>
        </button>
      </div>
      <ul class="plain levels">
        ${levels.map((it) => this.#level(it))}
      </ul>
    </section>`;
  }

  #level({ technology, level, questions, publishedAt, generating, failure }) {
    return html`<li class="row" data-level=${level}>
      <button class="leads" @click=${() => this.tell('choose', { technology, level })}>
        ${level}<span class="hidden-text"> ${technology}</span>
      </button>
      <span>${say('authoring.questions-n', { n: number(questions) })}</span>
      ${publishedAt ? html`<span class="hint">${say('authoring.published', { time: dateAndTime(publishedAt) })}</span>` : nothing}
      ${generating ? html`<span class="warm">${say('authoring.generating')}</span>` : nothing}
      ${failure ? html`<span class="problem">${say('authoring.generation-failed', { why: failure })}</span>` : nothing}
    </li>`;
  }

  #another() {
    return html`<form class="card" @submit=${this.#open}>
      <h2>${say('authoring.new-pool')}</h2>
      <div class="numbers">
        ${['technology', 'level'].map(
          (name) => html`<label class="field">
            <span>${say('authoring.' + name)}</span>
            <input name=${name} maxlength="100" required autocomplete="off" pattern="[^/\\\\;]*\\S[^/\\\\;]*" />
          </label>`,
        )}
      </div>
      <button>${say('authoring.open')}</button>
    </form>`;
  }

  #open(event) {
    event.preventDefault();
    const { technology, level } = Object.fromEntries(new FormData(event.target));
    this.tell('choose', { technology: technology.trim(), level: level.trim() });
  }

  async #look() {
    clearTimeout(this.#timer);
    const reply = await this.#trying(() => this.api.get(`/question-pools?atLeast=${this.#position}`));
    this.pools = reply?.ok ? reply.body : this.pools;
    if (this.pools?.some((it) => it.generating)) {
      this.#timer = setTimeout(() => this.#look(), LOOK_AGAIN);
    }
  }

  async #generate(technology, levels) {
    const reply = await this.#trying(() =>
      this.api.post(`/question-pools/${encodeURIComponent(technology)}/generate`, { levels }),
    );
    if (reply?.ok) {
      this.#position = Number(reply.headers.get('X-Log-Position')) || this.#position;
      const refused = reply.body.filter((it) => it.outcome === 'refused').map((it) => it.level);
      this.told = refused.length > 0 ? say('authoring.generate-refused', { levels: refused.join(', ') }) : say('authoring.generate-asked');
      await this.#look();
    }
  }

  async #trying(act) {
    try {
      const reply = await act();
      this.problem = reply.ok || reply.status === 401 ? '' : (reply.body?.detail ?? say('try-again'));
      return reply;
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.problem = say('unreachable');
      return undefined;
    }
  }
}

customElements.define('pool-shelf', PoolShelf);
