import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { dateAndTime, say } from '../shared/texts.js';
import { withField } from './draft-doc.js';
import { instantOf, ownZone } from './exam-times.js';

const ZONES = Intl.supportedValuesOf?.('timeZone') ?? [];

/** Everything of an exam but its questions and workers. Tells `edit` with what makes another draft of this one. */
class ExamDetails extends PageElement {
  static properties = { doc: { attribute: false } };

  render() {
    const { fields, tokenSet, token } = this.doc;
    return html`<div class="details">
      <div>
      <section class="card">
        <h2>${say('authoring.what')}</h2>
        ${this.#text('title', 10_000)} ${this.#text('category', 10_000)}
      </section>
      <section class="card">
        <h2>${say('authoring.how-long')}</h2>
        <div class="numbers">
          ${this.#number('durationMinutes', 1, 527_040)} ${this.#number('graceSeconds', 0, 3600, '120')}
        </div>
        <label class="field">
          <span>${say('authoring.field.timerPolicy')}</span>
          <select data-field="timerPolicy" @change=${(event) => this.#set('timerPolicy', event.target.value)}>
            ${['', 'ACTIVE_TIME'].map(
              (it) =>
                html`<option value=${it} ?selected=${(fields.timerPolicy ?? 'WALL_CLOCK') === (it || 'WALL_CLOCK')}>
                  ${say('authoring.timer.' + (it || 'WALL_CLOCK'))}
                </option>`,
            )}
          </select>
        </label>
        ${this.#switch('silentMayResume', true)}
      </section>
      </div>
      <div>
      <section class="card">
        <h2>${say('authoring.when')}</h2>
        ${this.#time('opensAt')} ${this.#time('windowEndsAt')}
        <label class="field">
          <span>${say('authoring.field.zone')}</span>
          <input
            list="zones"
            data-field="zone"
            .value=${fields.zone ?? ''}
            placeholder=${ownZone()}
            spellcheck="false"
            autocomplete="off"
            @change=${(event) => this.#set('zone', event.target.value.trim())}
          />
          <datalist id="zones">${ZONES.map((zone) => html`<option value=${zone}></option>`)}</datalist>
        </label>
        ${this.#meaning()}
      </section>
      <section class="card">
        <h2>${say('authoring.how')}</h2>
        <div class="numbers">
          ${this.#number('passPercentage', 0, 100)} ${this.#number('questionsPerPage', 1, 1000, '10')}
        </div>
        ${this.#switch('reviewAfterEnd', false)}
        <label class="field">
          <span>${say('authoring.field.accessToken')}</span>
          <input
            data-field="accessToken"
            maxlength="200"
            autocomplete="off"
            spellcheck="false"
            .value=${token ?? ''}
            placeholder=${tokenSet && token !== null ? say('authoring.token-set') : say('authoring.token-none')}
            @change=${this.#setToken}
          />
        </label>
        <div class="row">
          <p class="hint">${say('authoring.token-what')}</p>
          ${tokenSet && token === undefined
            ? html`<button class="quiet" @click=${() => this.tell('edit', (doc) => ({ ...doc, token: null }))}>
                ${say('authoring.token-remove')}
              </button>`
            : nothing}
        </div>
      </section>
      </div>
    </div>`;
  }

  #text(field, longest) {
    return html`<label class="field">
      <span>${say('authoring.field.' + field)}</span>
      <input
        data-field=${field}
        maxlength=${longest}
        .value=${this.doc.fields[field] ?? ''}
        @input=${(event) => this.#set(field, event.target.value)}
      />
    </label>`;
  }

  #number(field, least, most, usual = '') {
    return html`<label class="field">
      <span>${say('authoring.field.' + field)}</span>
      <input
        type="number"
        inputmode="numeric"
        data-field=${field}
        min=${least}
        max=${most}
        placeholder=${usual}
        .value=${String(this.doc.fields[field] ?? '')}
        @input=${(event) => this.#setNumber(field, event.target)}
      />
    </label>`;
  }

  #switch(field, usual) {
    return html`<label class="switch">
      <input
        type="checkbox"
        data-field=${field}
        .checked=${this.doc.fields[field] ?? usual}
        @change=${(event) => this.#set(field, event.target.checked)}
      />
      <span>${say('authoring.field.' + field)}</span>
    </label>`;
  }

  /** A day, and if somebody wants, a time of it. */
  #time(field) {
    const [date = '', time = ''] = (this.doc.fields[field] ?? '').split('T');
    const set = (nextDate, nextTime) => this.#set(field, nextDate && (nextTime ? `${nextDate}T${nextTime}` : nextDate));
    return html`<fieldset class="moment">
      <legend>${say('authoring.field.' + field)}</legend>
      <label class="field">
        <span>${say('authoring.date')}</span>
        <input
          type="date"
          data-field=${field}
          max="9998-12-31"
          .value=${date}
          @change=${(event) => set(event.target.value, time)}
        />
      </label>
      <label class="field">
        <span>${say('authoring.time')}</span>
        <input type="time" .value=${time} ?disabled=${!date} @change=${(event) => set(date, event.target.value)} />
      </label>
      ${date
        ? html`<button class="quiet" @click=${() => this.#set(field, undefined)}>
            ${say('clear')}<span class="hidden-text"> ${say('authoring.field.' + field)}</span>
          </button>`
        : nothing}
    </fieldset>`;
  }

  /** The same moment on this person's clock. */
  #meaning() {
    const { opensAt, zone = 'UTC' } = this.doc.fields;
    const instant = opensAt && instantOf(opensAt, zone);
    return instant && zone !== ownZone()
      ? html`<p class="hint">${say('authoring.opens-here', { time: dateAndTime(instant), zone: ownZone() })}</p>`
      : nothing;
  }

  #set(field, value) {
    this.tell('edit', (doc) => withField(doc, field, value));
  }

  /** Somebody who types a dot or a minus on his way to a number has not taken the number away. */
  #setNumber(field, input) {
    if (!input.validity.badInput) {
      this.#set(field, input.value === '' ? undefined : input.valueAsNumber);
    }
  }

  #setToken(event) {
    const typed = event.target.value.trim();
    this.tell('edit', (doc) => ({ ...doc, token: typed === '' ? undefined : typed }));
  }
}

customElements.define('exam-details', ExamDetails);
