import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { PageElement } from '../shared/page-element.js';
import { say } from '../shared/texts.js';
import { letter, problemsOfQuestion } from './draft-check.js';
import './picture-strip.js';

/** One question to be written. Tells `changed` with the whole question. */
class QuestionEditor extends PageElement {
  static properties = { api: { attribute: false }, question: { attribute: false }, n: { type: Number } };

  render() {
    const { id, text, options, correct, points, pictures } = this.question;
    const several = this.#isMultiple();
    const wrong = [];
    problemsOfQuestion(this.question, (field, sentence, values = {}) => wrong.push(say(sentence, { ...values, n: this.n })));
    return html`<section class="card editor" aria-label=${say('question-n', { n: this.n })} data-question=${id}>
      <h2>${say('question-n', { n: this.n })}</h2>
      <label class="field">
        <span>${say('authoring.text')}</span>
        <textarea
          data-field="text"
          rows="3"
          maxlength="100000"
          .value=${live(text)}
          @input=${(event) => this.#change({ text: event.target.value })}
        ></textarea>
      </label>
      <picture-strip
        .api=${this.api}
        .pictures=${pictures ?? []}
        .of=${say('question-n', { n: this.n })}
        @changed=${(event) => this.#withPictures(event)}
      ></picture-strip>
      <fieldset class="kind">
        <legend>${say('authoring.kind')}</legend>
        ${[false, true].map(
          (it) => html`<label class="switch">
            <input
              type="radio"
              name="kind-${id}"
              .checked=${live(several === it)}
              @change=${() => this.#setMultiple(it)}
            />
            <span>${say(it ? 'authoring.several' : 'authoring.one')}</span>
          </label>`,
        )}
        <label class="points">
          <span>${say('authoring.points')}</span>
          <input
            type="number"
            inputmode="numeric"
            data-field="points"
            min="0"
            max="1000000"
            .value=${live(String(points ?? ''))}
            @input=${this.#setPoints}
          />
        </label>
      </fieldset>
      <fieldset class="options" data-field="options" tabindex="-1">
        <legend>${say('authoring.options')}</legend>
        <p class="hint">${say(several ? 'authoring.mark-several' : 'authoring.mark-one')}</p>
        ${options.map((option, index) => this.#option(option, index, several, correct))}
        <button class="add" data-add-option @click=${this.#addOption}>${say('authoring.add-option')}</button>
      </fieldset>
      ${wrong.length === 0
        ? nothing
        : html`<ul class="open-points" aria-label=${say('authoring.open-points')}>
            ${wrong.map((it) => html`<li>${it}</li>`)}
          </ul>`}
    </section>`;
  }

  #option(option, index, several, correct) {
    const name = say('authoring.option', { letter: letter(index) });
    return html`<div class="one-option" data-right=${correct.includes(option.id)}>
      <div class="line">
        <label class="right">
          <input
            type=${several ? 'checkbox' : 'radio'}
            name="right-${this.question.id}"
            data-field=${index === 0 ? 'correct' : nothing}
            .checked=${live(correct.includes(option.id))}
            @change=${(event) => this.#setRight(option.id, event.target.checked)}
          />
          <span class="letter">${letter(index)}</span>
          <span class="hidden-text">${say('authoring.is-right')}</span>
        </label>
        <input
          class="option-text"
          aria-label=${name}
          maxlength="100000"
          .value=${live(option.text)}
          @input=${(event) => this.#setOption(index, { ...option, text: event.target.value })}
          @keydown=${(event) => event.key === 'Enter' && this.#addOption()}
        />
        <button class="quiet" ?disabled=${index === 0} title=${say('authoring.up')} @click=${() => this.#moveUp(index)}>
          <span aria-hidden="true">↑</span><span class="hidden-text">${say('authoring.up')} ${name}</span>
        </button>
        <button class="quiet" title=${say('authoring.delete')} @click=${() => this.#removeOption(index)}>
          <span aria-hidden="true">✕</span><span class="hidden-text">${say('authoring.delete')} ${name}</span>
        </button>
      </div>
      <picture-strip
        .api=${this.api}
        .pictures=${option.pictures ?? []}
        .of=${name}
        small
        @changed=${(event) => this.#withOptionPictures(event, index, option)}
      ></picture-strip>
    </div>`;
  }

  #isMultiple() {
    return this.question.multiple ?? this.question.correct.length > 1;
  }

  #change(changed) {
    this.tell('changed', { ...this.question, ...changed });
  }

  /** Of several right ones one has to be chosen; which one is for the author to say. */
  #setMultiple(multiple) {
    const correct = multiple || this.question.correct.length < 2 ? this.question.correct : [];
    this.#change({ multiple, correct });
  }

  #setPoints(event) {
    if (!event.target.validity.badInput) {
      this.#change({ points: event.target.value === '' ? null : event.target.valueAsNumber });
    }
  }

  #setRight(id, right) {
    const others = this.#isMultiple() ? this.question.correct.filter((it) => it !== id) : [];
    this.#change({
      multiple: this.#isMultiple(),
      correct: right ? [...others, id].sort((one, other) => one - other) : others,
    });
  }

  #setOption(index, option) {
    this.#change({ options: this.question.options.with(index, option) });
  }

  async #addOption() {
    const id = 1 + this.question.options.reduce((highest, it) => Math.max(highest, it.id), 0);
    this.#change({ options: [...this.question.options, { id, text: '' }] });
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    [...this.querySelectorAll('.option-text')].at(-1)?.focus();
  }

  #removeOption(index) {
    const { id } = this.question.options[index];
    this.#change({
      options: this.question.options.toSpliced(index, 1),
      correct: this.question.correct.filter((it) => it !== id),
    });
  }

  #moveUp(index) {
    const moved = this.question.options[index];
    this.#change({ options: this.question.options.toSpliced(index, 1).toSpliced(index - 1, 0, moved) });
  }

  #withPictures(event) {
    event.stopPropagation();
    const { pictures: _before, ...question } = this.question;
    this.tell('changed', event.detail.length > 0 ? { ...question, pictures: event.detail } : question);
  }

  #withOptionPictures(event, index, option) {
    event.stopPropagation();
    const { pictures: _before, ...bare } = option;
    this.#setOption(index, event.detail.length > 0 ? { ...bare, pictures: event.detail } : bare);
  }
}

customElements.define('question-editor', QuestionEditor);
