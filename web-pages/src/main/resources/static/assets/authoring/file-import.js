import { html, nothing } from 'lit';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';

const PATIENCE = 90_000;

/**
 * Questions from a file of another tool: tried first, with what would become of each item; then taken as they were
 * shown. Tells `done`.
 */
class FileImport extends PageElement {
  static properties = {
    api: { attribute: false },
    keeper: { attribute: false },
    toPackage: { attribute: false },
    file: { state: true },
    report: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  /** A repeat after a lost reply takes nothing twice. */
  #key = crypto.randomUUID();

  constructor() {
    super();
    this.file = null;
    this.report = null;
    this.busy = '';
    this.problem = '';
  }

  render() {
    return html`<label class="field">
        <span>${say('authoring.import.file')}</span>
        <input
          type="file"
          ?disabled=${this.busy !== ''}
          accept=".json,.xml,.gift,.txt,.zip,application/json,text/xml,text/plain,application/zip"
          @change=${this.#try}
        />
      </label>
      <p class="hint">${say('authoring.import.what')}</p>
      ${this.busy ? html`<p class="loading" role="status">${say(this.busy)}</p>` : nothing}
      ${this.problem ? html`<p class="banner trouble" role="alert">${this.problem}</p>` : nothing}
      ${this.report ? this.#report(this.report) : nothing}`;
  }

  #report({ format, accepted, skipped, items, warnings }) {
    return html`<p role="status">
        <strong>${say('authoring.import.sum', { n: number(accepted), skipped: number(skipped), format })}</strong>
      </p>
      ${warnings.length === 0
        ? nothing
        : html`<ul class="hint">
            ${warnings.map((it) => html`<li>${it}</li>`)}
          </ul>`}
      <div class="scrolls" tabindex="0" role="region" aria-label=${say('authoring.import.report')}>
        <table class="preview">
          <thead>
            <tr>
              <th scope="col">${say('authoring.import.item')}</th>
              <th scope="col">${say('authoring.import.question')}</th>
              <th scope="col">${say('authoring.paste.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            ${items.slice(0, 1000).map((item) => this.#item(item))}
          </tbody>
        </table>
      </div>
      <div class="row foot">
        <span class="grow"></span>
        <button class="main" ?disabled=${accepted === 0 || this.busy !== ''} @click=${this.#take}>
          ${say('authoring.paste.take', { n: number(accepted) })}
        </button>
      </div>`;
  }

  #item({ item, line, file, name, category, outcome, question, reasonCode, reason, warnings }) {
    const where = [line ? say('authoring.import.line', { n: line }) : '', file, category].filter(Boolean).join(' · ');
    return html`<tr data-trouble=${outcome === 'skipped' ? reasonCode : nothing}>
      <th scope="row">${number(item)}${where ? html`<div class="hint">${where}</div>` : nothing}</th>
      <td>
        <div>${question?.text.slice(0, 300) ?? name ?? ''}</div>
        ${question ? html`<div class="hint">${question.options.map((it) => it.text).join(' / ').slice(0, 300)}</div>` : nothing}
      </td>
      <td>
        ${outcome === 'skipped'
          ? html`<strong>${say('authoring.import.skipped')}</strong> ${say('authoring.skip.' + reasonCode)}
              <div class="hint" lang="en">${reason}</div>`
          : say('authoring.paste.good')}
        ${warnings.map((it) => html`<div class="hint" lang="en">${it}</div>`)}
      </td>
    </tr>`;
  }

  async #try(event) {
    [this.file] = event.target.files;
    this.report = null;
    if (!this.file) {
      return;
    }
    this.#key = crypto.randomUUID();
    const reply = await this.#sent('authoring.import.trying', '/question-imports?dryRun=true');
    this.report = reply?.ok ? reply.body : null;
  }

  /** What is typed is saved first, so that both come together in the order of the clicks. */
  async #take() {
    await this.keeper.flush();
    const to = new URLSearchParams({ dryRun: 'false', draftId: this.keeper.draftId });
    if (this.toPackage !== null) {
      to.set('package', this.toPackage);
    }
    const reply = await this.#sent('authoring.import.taking', `/question-imports?${to}`);
    if (reply?.ok) {
      await this.keeper.wroteElsewhere(reply.body.position);
      this.keeper.forgetNews();
      this.tell('done');
    }
  }

  async #sent(busy, path) {
    this.busy = busy;
    this.problem = '';
    try {
      const reply = await this.api.post(path, this.file, { key: this.#key, patience: PATIENCE });
      if (!reply.ok && reply.status !== 401) {
        const reasons = (reply.body?.errors ?? []).map((it) => `${it.field} ${it.message}`).join('; ');
        this.problem = say('authoring.import.refused', { why: reasons || reply.body?.detail || String(reply.status) });
      }
      return reply;
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.problem = say('authoring.import.unreachable');
      return undefined;
    } finally {
      this.busy = '';
    }
  }
}

customElements.define('file-import', FileImport);
