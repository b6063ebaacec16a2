import { html, nothing } from 'lit';
import { number, say } from '../shared/texts.js';
import { AuditElement } from './audit-element.js';
import { dayAndClock } from './moments.js';

const PIECE = 200;

/** What one person did, wherever. Tells `session` and `search`. */
class PersonsActions extends AuditElement {
  static properties = {
    api: { attribute: false },
    page: { attribute: false },
    person: {},
    actions: { state: true },
    whole: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.#forget();
  }

  willUpdate(changed) {
    if (changed.has('person')) {
      this.#forget();
      this.#goOn();
    }
  }

  wentOn() {
    this.#goOn();
  }

  render() {
    return html`<p><button class="quiet" @click=${() => this.tell('search')}>← ${say('audit.search')}</button></p>
      <h1>${say('audit.person.title', { person: this.person })}</h1>
      <p class="hint">${say('audit.person.what')}</p>
      <section class="card" aria-live="polite">
        ${this.problem
          ? html`<p class="banner trouble" role="alert">${say(this.problem)}
              <button @click=${this.#goOn}>${say('try-again.now')}</button></p>`
          : nothing}
        ${this.actions.length > 0
          ? html`<ol class="actions">${this.actions.map((action) => this.#action(action))}</ol>`
          : nothing}
        ${this.whole
          ? html`<p class="hint">
              ${this.actions.length === 0
                ? say('audit.person.none')
                : say('audit.person.all', { n: number(this.actions.length) })}
            </p>`
          : this.problem
            ? nothing
            : this.actions.length === 0
              ? html`<p class="loading" role="status">${say('loading')}</p>`
              : html`<button @click=${this.#goOn}>${say('audit.more')}</button>`}
      </section>`;
  }

  #action({ stream, type, at, actor, sequence, position, payload, hash }) {
    const session = stream.startsWith('session:') ? stream.slice('session:'.length) : undefined;
    return html`<li>
      <time datetime=${at}>${dayAndClock(at)}</time>
      <span><strong>${type}</strong>
        <span class="quiet-text">${say('audit.role.' + actor.role)}</span></span>
      <span>${session
        ? html`<a href="?session=${session}&sequence=${sequence}">${stream}</a>`
        : html`<span>${stream}</span>`}</span>
      <details>
        <summary>${say('audit.numbers', { sequence: number(sequence), position: number(position) })}</summary>
        <p class="mono">${hash}</p>
        <pre tabindex="0">${JSON.stringify(payload, null, 1)}</pre>
      </details>
    </li>`;
  }

  #forget() {
    this.actions = [];
    this.whole = false;
    this.problem = '';
  }

  async #goOn() {
    const { person } = this;
    const after = this.actions.at(-1)?.position ?? 0;
    const path = `/audit/people/${encodeURIComponent(person)}/actions?after=${after}&limit=${PIECE}`;
    const { body, problem = '' } = await this.ask(path);
    if (person !== this.person || after !== (this.actions.at(-1)?.position ?? 0)) {
      return;
    }
    this.problem = problem;
    if (body !== undefined) {
      this.actions = [...this.actions, ...body];
      // A piece ends early where its rows are large; only an empty one is the end.
      this.whole = body.length === 0;
      if (body.length > 0 && body.length < PIECE && this.actions.length < PIECE) {
        await this.#goOn();
      }
    }
  }
}

customElements.define('persons-actions', PersonsActions);
