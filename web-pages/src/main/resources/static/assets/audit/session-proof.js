import { html, nothing } from 'lit';
import { number, say } from '../shared/texts.js';
import { AuditElement } from './audit-element.js';
import { dayAndClock } from './moments.js';
import { toBase64 } from './proof/bytes.js';
import { ExportCheck } from './proof/export-check.js';
import { Witness } from './proof/witness.js';

/** So many lines are checked before the page may move again. */
const BREATH = 50;

/**
 * Checks in this browser that a session's facts are in the signed log and are what the page shows. Nothing of it is taken
 * from the service on trust but the public key, and that one is remembered. Tells `checked` with an ExportCheck.
 */
class SessionProof extends AuditElement {
  static properties = {
    api: { attribute: false },
    page: { attribute: false },
    sessionId: {},
    story: { attribute: false },
    /** `checking`, `checked`, `failed` or `unable`. */
    stage: { state: true },
    done: { state: true },
    all: { state: true },
    check: { state: true },
    seen: { state: true },
    problem: { state: true },
  };

  #run = 0;
  #witness = new Witness(location.origin, localStorage);

  constructor() {
    super();
    this.#begin();
  }

  disconnectedCallback() {
    this.#run++;
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    if (changed.has('story')) {
      this.#verify();
    }
  }

  wentOn() {
    if (this.stage === 'failed') {
      this.#verify();
    }
  }

  render() {
    return html`<section class="card session-proof" aria-labelledby="proof">
      <h2 id="proof">${say('audit.proof')}</h2>
      <div role="status">${this.#stage()}</div>
      ${this.stage === 'checking'
        ? html`<progress max=${Math.max(1, this.all)} value=${this.done} aria-label=${say('audit.proof')}></progress>`
        : nothing}
      ${this.stage === 'checked' ? html`${this.#seen()} ${this.#signed()}` : nothing}
      ${this.stage === 'checked' || this.stage === 'failed'
        ? html`<button @click=${this.#verify}>${say('audit.proof.again')}</button>`
        : nothing}
    </section>`;
  }

  #stage() {
    switch (this.stage) {
      case 'checking':
        return html`<p>${say('audit.proof.checking')}</p>`;
      case 'unable':
        return html`<p class="banner">${say('audit.proof.unable')}</p>`;
      case 'failed':
        return html`<p class="banner trouble">${say(this.problem)}</p>`;
      default:
        return this.#found();
    }
  }

  #found() {
    const { flaw, rows, checkpoint } = this.check;
    if (flaw !== undefined) {
      return html`<p class="verdict" data-verdict="broken"><span aria-hidden="true">✕</span><span>
        ${flaw.position === undefined
          ? say('audit.proof.broken')
          : say('audit.proof.broken-at', { position: number(flaw.position), sequence: number(flaw.sequence) })}
        ${say('audit.flaw.' + flaw.reason)}
      </span></p>`;
    }
    const newer = [...rows.values()].filter(({ verdict }) => verdict === 'newer').length;
    if (checkpoint === undefined || newer === rows.size) {
      return html`<p class="verdict" data-verdict="unproven"><span aria-hidden="true">…</span><span>
        ${say('audit.proof.unsigned', { n: number(rows.size) })}
      </span></p>`;
    }
    return html`<p class="verdict" data-verdict="intact"><span aria-hidden="true">✓</span><span>
        ${say('audit.proof.intact', { n: number(rows.size - newer) })}
        ${newer > 0 ? say('audit.proof.newer', { n: number(newer) }) : nothing}
      </span></p>
      <p class="hint">${say('audit.proof.what')}</p>`;
  }

  /** What this browser saw of the log before. */
  #seen() {
    if (this.seen === null) {
      return nothing;
    }
    const { verdict, before } = this.seen;
    const values = before && { n: number(before.size), time: dayAndClock(before.seenAt), key: before.keyId };
    const bad = ['other-key', 'shrunk', 'rewritten'].includes(verdict);
    return html`<p class=${bad ? 'banner trouble' : 'hint'} data-witness=${verdict}>
      ${say('audit.witness.' + verdict, values)}
      ${bad ? html`<button @click=${this.#trust}>${say('audit.witness.trust')}</button>` : nothing}
    </p>`;
  }

  #signed() {
    const { checkpoint } = this.check;
    return checkpoint === undefined
      ? nothing
      : html`<dl class="facts wide">
          <div><dt>${say('audit.checkpoint')}</dt>
            <dd>${say('audit.checkpoint.of', { n: number(checkpoint.size), time: dayAndClock(checkpoint.at) })}</dd></div>
          <div><dt>${say('audit.key')}</dt>
            <dd><span class="mono">${checkpoint.keyId}</span> <span class="quiet-text">${say('audit.key.compare')}</span></dd></div>
          <div><dt>${say('audit.root')}</dt><dd class="mono">${toBase64(checkpoint.root)}</dd></div>
        </dl>`;
  }

  #begin() {
    this.done = 0;
    this.all = 0;
    this.check = null;
    this.seen = null;
    this.problem = '';
    this.stage = window.crypto?.subtle ? 'checking' : 'unable';
  }

  async #verify() {
    const run = ++this.#run;
    this.#begin();
    if (this.stage === 'unable') {
      return;
    }
    const [keys, exported] = await Promise.all([
      this.ask('/audit/log/keys'),
      this.ask(`/audit/sessions/${this.sessionId}/export?proof=true`, { patience: 120_000 }),
    ]);
    if (run !== this.#run) {
      return;
    }
    const problem = keys.problem ?? exported.problem;
    if (problem !== undefined) {
      this.problem = problem;
      this.stage = 'failed';
      return;
    }
    const check = new ExportCheck(`session:${this.sessionId}`, keys.body.map(({ pem }) => pem));
    try {
      if (await this.#walk(check, exported.body, run)) {
        await this.#conclude(check, run);
      }
    } catch (error) {
      if (run === this.#run) {
        this.#giveUp(check, error);
      }
    }
  }

  /** Whether it came to the end before something else was asked for. */
  async #walk(check, lines, run) {
    this.all = lines.length;
    for (const [index, line] of lines.entries()) {
      await check.take(line);
      if (index % BREATH === 0) {
        this.done = index;
        await new Promise((goOn) => setTimeout(goOn));
      }
      if (run !== this.#run) {
        return false;
      }
    }
    check.end();
    return true;
  }

  async #conclude(check, run) {
    check.compare(this.story.facts);
    const seen =
      check.checkpoint === undefined ? null : await this.#witness.compare(check.checkpoint, this.#consistency);
    if (run !== this.#run) {
      return;
    }
    this.#show(check, seen);
  }

  #show(check, seen) {
    this.check = check;
    this.seen = seen;
    this.stage = 'checked';
    this.tell('checked', check);
  }

  /** Not every browser knows Ed25519; whatever else stops the check, stands in what is checked. */
  #giveUp(check, error) {
    if (error.name === 'NotSupportedError') {
      this.stage = 'unable';
      return;
    }
    check.stop();
    this.#show(check, null);
  }

  #consistency = async (from, to) => {
    const { body, problem } = await this.ask(`/audit/log/consistency?from=${from}&to=${to}`);
    return problem === 'audit.problem.invalid-request' ? null : body?.proof;
  };

  #trust() {
    this.#witness.remember(this.check.checkpoint);
    this.#verify();
  }
}

customElements.define('session-proof', SessionProof);
