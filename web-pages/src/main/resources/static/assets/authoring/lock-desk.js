import { html, nothing } from 'lit';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { dateAndTime, number, say } from '../shared/texts.js';
import { isPackaged, sizeOf } from './draft-doc.js';
import { instantOf, ownZone } from './exam-times.js';

/** What is missing; and when nothing is, what the exam will be, before it is made one for good. Tells `lead-to`. */
class LockDesk extends PageElement {
  static properties = {
    api: { attribute: false },
    keeper: { attribute: false },
    stamp: { type: Number },
    pools: { attribute: false },
    problems: { attribute: false },
    asking: { state: true },
    busy: { state: true },
    problem: { state: true },
    reasons: { state: true },
  };

  constructor() {
    super();
    this.problems = [];
    this.asking = false;
    this.busy = false;
    this.problem = '';
    /** What the service found missing that this page did not. */
    this.reasons = [];
  }

  render() {
    return html`${this.#problems()}
      <section class="card lock-preview" aria-label=${say('authoring.preview')}>
        <h2>${say('authoring.preview')}</h2>
        ${this.#facts()}
        <p class="hint">${say('authoring.lock.frozen')}</p>
        <p class="hint">${say('authoring.lock.later')}</p>
        ${this.problem ? html`<p class="banner trouble" role="alert">${this.problem}</p>` : nothing}
        ${this.asking ? this.#confirmation() : this.#button()}
      </section>`;
  }

  #problems() {
    const all = [
      ...this.problems.map(({ at, say: sentence, values }) => ({ at, said: say(sentence, worded(values)) })),
      ...this.reasons.map(({ field, message }) => ({ at: field, said: `${field} ${message}` })),
    ];
    return all.length === 0
      ? html`<p class="banner good" role="status">${say('authoring.complete')}</p>`
      : html`<section class="card problems" aria-label=${say('authoring.open-points')}>
          <h2>${say('authoring.missing', { n: number(all.length) })}</h2>
          <ul class="plain">
            ${all.map(
              ({ at, said }) => html`<li>
                <button class="leads" data-at=${at} @click=${() => this.tell('lead-to', at)}>${said}</button>
              </li>`,
            )}
          </ul>
        </section>`;
  }

  #facts() {
    const { fields, workers, tokenSet, token } = this.keeper.doc;
    const size = sizeOf(this.keeper.doc);
    const zone = fields.zone ?? 'UTC';
    const facts = [
      ['authoring.field.title', fields.title ?? '–'],
      [
        'questions',
        isPackaged(this.keeper.doc)
          ? say('authoring.asked-of', { n: number(size.asked), m: number(size.written) })
          : number(size.written),
      ],
      ['authoring.points', size.drawn ? say('authoring.points-and-drawn', { n: number(size.points) }) : number(size.points)],
      ['authoring.part.workers', number(workers.length)],
      ['opens', moment(fields.opensAt, zone)],
      ...(fields.windowEndsAt ? [['window-ends', moment(fields.windowEndsAt, zone, 'end')]] : []),
      ['duration', fields.durationMinutes === undefined ? '–' : say('minutes', { n: number(fields.durationMinutes) })],
      ['authoring.field.passPercentage', fields.passPercentage === undefined ? '–' : `${number(fields.passPercentage)} %`],
      ['authoring.field.accessToken', say(token || (tokenSet && token !== null) ? 'authoring.yes' : 'authoring.no')],
    ];
    return html`<dl class="facts">
      ${facts.map(([name, value]) => html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`)}
    </dl>`;
  }

  #button() {
    return html`<button
      class="main"
      ?disabled=${this.problems.length > 0 || this.busy}
      @click=${() => this.#ask()}
    >
      ${say('authoring.lock')}
    </button>`;
  }

  #confirmation() {
    return html`<div class="confirm" role="group" aria-label=${say('authoring.lock')}>
      <p><strong>${say('authoring.lock.sure', { n: number(this.keeper.doc.workers.length) })}</strong></p>
      <div class="row">
        <button ?disabled=${this.busy} @click=${() => (this.asking = false)}>${say('authoring.not-yet')}</button>
        <button class="main" ?disabled=${this.busy} @click=${this.#lock}>
          ${say(this.busy ? 'authoring.locking' : 'authoring.lock.really')}
        </button>
      </div>
    </div>`;
  }

  async #ask() {
    this.asking = true;
    await this.updateComplete;
    this.querySelector('.confirm button')?.focus();
  }

  /** Everything is saved first; then the same lock again and again gets the first one's result. */
  async #lock() {
    this.busy = true;
    this.problem = '';
    this.reasons = [];
    try {
      if (!(await this.keeper.flush())) {
        this.problem = say('authoring.lock.unsaved');
        return;
      }
      const reply = await this.api.post(`/drafts/${this.keeper.draftId}/lock`, undefined, { patience: 60_000 });
      if (reply.ok) {
        await this.keeper.locked(reply.body);
      } else if (reply.code === 'not-lockable') {
        this.reasons = reply.body.errors;
        this.problem = say('authoring.lock.refused');
      } else if (reply.status !== 401) {
        this.problem = reply.body?.detail ?? say('try-again');
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.problem = say('authoring.lock.unreachable');
    } finally {
      this.busy = false;
      this.asking = this.asking && this.reasons.length === 0;
    }
  }
}

/** Names of fields in words. */
function worded(values) {
  return values.field ? { ...values, field: say('authoring.field.' + values.field) } : values;
}

function moment(typed, zone, end = undefined) {
  const instant = typed === undefined ? null : instantOf(typed, zone, end);
  if (instant === null) {
    return typed ?? '–';
  }
  const own = ownZone();
  return html`${typed.replace('T', ' ')} (${zone})${zone === own
    ? html`<br />${dateAndTime(instant)}`
    : html`<br />${say('authoring.here', { time: dateAndTime(instant), zone: own })}`}`;
}

customElements.define('lock-desk', LockDesk);
