import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';
import { fieldOf } from './action-fields.js';
import { Deed } from './deed.js';

const NAMED = 8;
const NAMED_AT_MOST = 300;

/**
 * Asks for what an action needs, shows whom it touches, and does it. Opened by `ask()`; tells `did` with the deed when its
 * outcome is known. While it is not, nothing in the form can be changed: the same command is sent again.
 */
class ActionDialog extends PageElement {
  static properties = {
    api: { attribute: false },
    /** Whom it may touch: all rows, or the one. */
    rows: { attribute: false },
    action: { state: true },
    said: { state: true },
    sure: { state: true },
    deed: { state: true },
  };

  #asked = null;

  constructor() {
    super();
    this.rows = [];
    this.action = null;
    this.said = {};
    this.sure = false;
    this.deed = null;
  }

  /** @param asked `{action, does, name, title, target}`: `name` is that of its sentences, `target` has the ids of the path */
  async ask(asked) {
    this.#asked = asked;
    this.action = asked.action;
    this.said = {};
    this.sure = false;
    this.deed = null;
    await this.updateComplete;
    this.querySelector('form').reset();
    this.#show();
  }

  #show() {
    this.querySelector('dialog').showModal();
  }

  /** Signed in again: what was refused for that reason is sent once more. */
  goOn() {
    if (this.deed?.reply?.status === 401) {
      this.#run();
    }
  }

  get #touched() {
    return this.rows.filter((row) => this.action.touches(row, this.said));
  }

  render() {
    if (this.action === null) {
      return nothing;
    }
    const touched = this.#touched;
    const problem = this.#problem();
    const fixed = this.deed !== null && this.deed.state !== 'refused';
    return html`<dialog class="action" aria-labelledby="action-title" @cancel=${this.#cancel}>
      <form @submit=${this.#submit} @input=${this.#changed}>
        <h2 id="action-title">${this.#asked.title}</h2>
        <p>${say(`monitor.about.${this.#asked.name}`)}</p>
        <fieldset class="plain" ?disabled=${fixed}>
          <legend class="hidden-text">${this.#asked.title}</legend>
          ${this.action.fields.map((field) => fieldOf(field))}
        </fieldset>
        ${this.#preview(touched)} ${this.sure ? this.#warning(touched) : nothing}
        <p class="problem" role="alert">${problem}</p>
        ${this.deed?.state === 'sending' ? html`<p class="hint" role="status">${say('monitor.sending')}</p>` : nothing}
        <div class="row end">
          <button type="button" @click=${this.#back} ?disabled=${this.deed?.state === 'sending'}>
            ${say(this.deed?.state === 'unknown' ? 'monitor.leave-it' : this.sure ? 'back' : 'monitor.not-now')}
          </button>
          ${touched.length === 0 && this.deed === null
            ? nothing
            : html`<button class=${this.action.ends ? 'danger' : 'main'} ?disabled=${this.deed?.state === 'sending'}>
                ${this.#goAhead(touched)}
              </button>`}
        </div>
      </form>
    </dialog>`;
  }

  #preview(touched) {
    if (this.deed !== null && this.deed.state !== 'refused') {
      return nothing;
    }
    if (touched.length === 0) {
      return html`<p class="banner">${say('monitor.touches.none')}</p>`;
    }
    const names = touched.slice(0, NAMED).map(({ workerName }) => workerName);
    const rest = touched.slice(NAMED, NAMED_AT_MOST);
    const more = touched.length - names.length - rest.length;
    return html`<div class="touches">
      <h3>${say(touched.length === 1 ? 'monitor.touches.one' : 'monitor.touches', { n: number(touched.length) })}</h3>
      <p>${names.join(', ')}</p>
      ${rest.length > 0
        ? html`<details>
            <summary>${say('monitor.touches.rest', { n: number(touched.length - names.length) })}</summary>
            <p>
              ${rest.map(({ workerName }) => workerName).join(', ')}
              ${more > 0 ? say('monitor.touches.more', { n: number(more) }) : nothing}
            </p>
          </details>`
        : nothing}
    </div>`;
  }

  #warning(touched) {
    return html`<p class="banner trouble" role="alert">
      ${say(`monitor.sure.${this.#asked.name}`, { n: number(touched.length) })}
    </p>`;
  }

  #goAhead(touched) {
    if (this.deed?.state === 'unknown') {
      return say('try-again.now');
    }
    const step = this.action.ends && !this.sure ? 'next' : 'do';
    return step === 'next' ? say('monitor.go-on') : say(`monitor.do.${this.#asked.name}`, { n: number(touched.length) });
  }

  #problem() {
    const { state, reply } = this.deed ?? {};
    if (state === 'unknown' && reply?.status === 401) {
      return '';
    }
    if (state === 'unknown') {
      return say(reply === null ? 'monitor.unknown.outcome' : 'monitor.unknown.busy');
    }
    if (state !== 'refused') {
      return '';
    }
    const fields = (reply.body?.errors ?? []).map(({ field, message }) => `${field} ${message}`).join('; ');
    return say('monitor.refused', { detail: fields || reply.body?.detail || reply.code });
  }

  #changed(event) {
    this.said = Object.fromEntries(new FormData(event.currentTarget));
    this.sure = false;
    if (this.deed?.state === 'refused') {
      this.deed = null;
    }
    const { minutes } = event.currentTarget.elements;
    minutes?.setCustomValidity(Number(minutes.value) === 0 && minutes.value !== '' ? say('monitor.minutes.none') : '');
  }

  #submit(event) {
    event.preventDefault();
    if (this.deed?.state === 'unknown') {
      this.#run();
      return;
    }
    this.said = Object.fromEntries(new FormData(event.currentTarget));
    if (this.action.ends && !this.sure) {
      this.sure = true;
      return;
    }
    const { action } = this;
    const path = action.path(this.#asked.target);
    const body = action.body(this.said);
    const touched = this.#touched;
    this.deed = new Deed({ ...this.#asked, touched: touched.length, said: this.said }, (key) =>
      action.method === 'DELETE' ? this.api.remove(path, body, { key }) : this.api.post(path, body, { key }),
    );
    this.#run();
  }

  async #run() {
    const { deed } = this;
    const running = deed.run();
    this.requestUpdate();
    await running;
    this.requestUpdate();
    if (deed.state === 'done') {
      this.#over();
      this.tell('did', deed);
    } else if (!this.querySelector('dialog').open) {
      this.#show();
    }
  }

  #cancel(event) {
    if (this.deed?.state === 'sending') {
      event.preventDefault();
    } else {
      this.#leave();
    }
  }

  #back() {
    if (this.sure && this.deed === null) {
      this.sure = false;
    } else {
      this.#leave();
    }
  }

  /** What became of it may still be told: whoever leaves it open sees that. */
  #leave() {
    const { deed } = this;
    this.#over();
    if (deed !== null && deed.state !== 'refused') {
      this.tell('did', deed);
    }
  }

  #over() {
    this.querySelector('dialog')?.close();
    this.action = null;
    this.deed = null;
  }
}

customElements.define('action-dialog', ActionDialog);
