import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';

/** One question with its options. Tells `choose` with all options that are chosen now, and `mark`. */
class QuestionCard extends PageElement {
  static properties = {
    question: { attribute: false },
    place: { type: Number },
    chosen: { attribute: false },
    saved: {},
    refusal: { attribute: false },
    flagged: { type: Boolean },
    locked: { type: Boolean },
  };

  render() {
    const { id, text, options, multiple, pictures } = this.question;
    return html`<fieldset class="card question" id="question-${id}" ?disabled=${this.locked}>
      <legend>
        <span class="place">${say('question-n', { n: number(this.place) })}</span>
        <span class="text">${text}</span>
      </legend>
      ${shown(pictures)}
      <p class="hint">${multiple ? say('exam.choose-several') : say('exam.choose-one')}</p>
      ${options.map(
        (option) => html`<label class="option">
          <input
            type=${multiple ? 'checkbox' : 'radio'}
            name="question-${id}"
            .value=${String(option.id)}
            .checked=${this.chosen.includes(option.id)}
            @change=${(event) => this.#choose(option.id, event.target.checked)}
          />
          <span class="text">${option.text}${shown(option.pictures)}</span>
        </label>`,
      )}
      <div class="row foot">
        <span class="saved" data-state=${this.saved || 'none'}>${this.saved ? say('exam.saved.' + this.saved) : nothing}</span>
        <span class="grow"></span>
        ${this.chosen.length > 0
          ? html`<button class="quiet" type="button" @click=${() => this.tell('choose', [])}>
              ${say('clear')}<span class="hidden-text"> ${say('question-n', { n: this.place })}</span>
            </button>`
          : nothing}
        <button class="quiet" type="button" aria-pressed=${this.flagged} @click=${() => this.tell('mark')}>
          ${say('exam.flag')}<span class="hidden-text"> ${say('question-n', { n: this.place })}</span>
        </button>
      </div>
      ${this.saved === 'refused'
        ? html`<p class="problem" role="alert">${say('exam.refused')} ${this.refusal?.detail ?? ''}</p>`
        : nothing}
    </fieldset>`;
  }

  #choose(optionId, checked) {
    if (!this.question.multiple) {
      this.tell('choose', [optionId]);
      return;
    }
    const others = this.chosen.filter((id) => id !== optionId);
    this.tell('choose', checked ? [...others, optionId].sort((one, other) => one - other) : others);
  }
}

function shown(pictures) {
  return (pictures ?? []).map(
    (picture) => html`<img class="picture" src="/api/v1/attachments/${picture.sha256}" alt=${picture.description ?? ''} />`,
  );
}

customElements.define('question-card', QuestionCard);
