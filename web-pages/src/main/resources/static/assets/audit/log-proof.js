import { html, nothing } from 'lit';
import { number, say } from '../shared/texts.js';
import { AuditElement } from './audit-element.js';
import { dayAndClock } from './moments.js';

const LOOK_AGAIN = 1_000;

/** Whether the log as a whole is what was signed, as the service finds; has it walked from end to end. */
class LogProof extends AuditElement {
  static properties = {
    api: { attribute: false },
    page: { attribute: false },
    verdict: { state: true },
    signed: { state: true },
    problem: { state: true },
  };

  #timer;

  constructor() {
    super();
    this.verdict = null;
    this.signed = null;
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  wentOn() {
    this.#look();
  }

  get #walking() {
    return ['requested', 'running'].includes(this.verdict?.walk.state);
  }

  render() {
    return html`<section class="card" aria-labelledby="log-proof">
      <h2 id="log-proof">${say('audit.log')}</h2>
      ${this.problem
        ? html`<p class="banner trouble" role="alert">${say(this.problem)}
            <button @click=${this.#look}>${say('try-again.now')}</button></p>`
        : nothing}
      ${this.verdict === null
        ? this.problem ? nothing : html`<p class="loading" role="status">${say('loading')}</p>`
        : html`${this.#judged()} ${this.#walk()} ${this.#checkpoint()}`}
    </section>`;
  }

  #judged() {
    const { verdict, checkedTo, firstBadPosition, reason, restores } = this.verdict;
    const intact = verdict === 'intact';
    return html`<p class="verdict" data-verdict=${verdict} role="status">
        <span aria-hidden="true">${intact ? '✓' : '✕'}</span>
        <span>${intact
          ? say('audit.log.intact', { n: number(checkedTo) })
          : say('audit.log.broken', { n: number(firstBadPosition), reason })}</span>
      </p>
      ${restores.map(
        ({ at, lostFrom, lostTo, reason: why }) => html`<p class="banner">
          ${say('audit.log.restored', { from: number(lostFrom), to: number(lostTo), time: dayAndClock(at), reason: why })}
        </p>`,
      )}`;
  }

  #walk() {
    const { state, position, goal, endedAt } = this.verdict.walk;
    return html`<div class="row">
        <button ?disabled=${this.#walking} @click=${this.#begin}>${say('audit.log.walk')}</button>
        <span class="hint">
          ${this.#walking
            ? say('audit.log.walking', { n: number(position), m: number(goal) })
            : endedAt
              ? say('audit.log.walked', { time: dayAndClock(endedAt) })
              : say('audit.log.never')}
        </span>
      </div>
      ${this.#walking
        ? html`<progress max=${Math.max(goal, 1)} value=${position} aria-label=${say('audit.log.walk')}></progress>`
        : nothing}
      ${state === 'done' || this.#walking ? nothing : html`<p class="hint">${say('audit.log.walk.what')}</p>`}`;
  }

  #checkpoint() {
    if (this.signed === null) {
      return html`<p class="hint">${say('audit.log.unsigned')}</p>`;
    }
    const { size, root, at, keyId } = this.signed;
    return html`<dl class="facts wide">
      <div><dt>${say('audit.checkpoint')}</dt><dd>${say('audit.checkpoint.of', { n: number(size), time: dayAndClock(at) })}</dd></div>
      <div><dt>${say('audit.key')}</dt><dd class="mono">${keyId}</dd></div>
      <div><dt>${say('audit.root')}</dt><dd class="mono">${root}</dd></div>
    </dl>`;
  }

  async #look() {
    const [verdict, signed] = await Promise.all([
      this.ask('/audit/log/verify', { patience: 60_000 }),
      this.signed === null ? this.ask('/audit/log/checkpoints?limit=1') : { body: [this.signed] },
    ]);
    this.#heard(verdict);
    this.signed = signed.body?.[0] ?? null;
  }

  async #begin() {
    this.signed = null;
    this.#heard(await this.order('/audit/log/verify'));
  }

  #heard({ body, problem = '' }) {
    this.problem = problem;
    this.verdict = body ?? this.verdict;
    clearTimeout(this.#timer);
    if (this.isConnected && this.#walking) {
      this.#timer = setTimeout(() => this.#look(), LOOK_AGAIN);
    }
  }
}

customElements.define('log-proof', LogProof);
