import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { say, timeOfDay } from '../shared/texts.js';

/** Whether what is on the screen is saved; if not, why, and what to do. Tells `try-again` and `save-as-new`. */
class SaveStatus extends PageElement {
  static properties = { keeper: { attribute: false }, stamp: { type: Number } };

  render() {
    const { state, conflicts, savedAt, errors, isKept } = this.keeper;
    const shown = conflicts.size > 0 && ['saved', 'waiting', 'saving'].includes(state) ? 'conflict' : state;
    if (shown === 'saved') {
      return html`<p class="save" data-state="saved">${say('authoring.saved-at', { time: timeOfDay(savedAt) })}</p>`;
    }
    if (shown === 'waiting' || shown === 'saving') {
      return html`<p class="save" data-state=${shown}>${say('authoring.saving')}</p>`;
    }
    const kept = isKept ? say('authoring.kept') : say('authoring.not-kept');
    return html`<div class="save" data-state=${shown} role="alert">
      <p>
        <strong>${say(shown === 'locked' ? 'authoring.locked' : 'authoring.not-saved')}</strong>
        ${say('authoring.why.' + shown)} ${['unreachable', 'busy', 'signed-out', 'forbidden'].includes(shown) ? kept : nothing}
        ${shown === 'unreachable' || shown === 'busy'
          ? html`<button class="in-line" @click=${() => this.tell('try-again')}>${say('try-again.now')}</button>`
          : nothing}
      </p>
      ${shown === 'refused'
        ? html`<ul>
            ${errors.map((it) => html`<li>${it.field} ${it.message}</li>`)}
          </ul>`
        : nothing}
      ${shown === 'locked' ? html`<a href="/monitor?exam=${this.keeper.draftId}">${say('authoring.to-monitor')}</a>` : nothing}
      ${shown === 'gone' || (shown === 'locked' && !this.keeper.isSaved)
        ? html`<button class="quiet" @click=${() => this.tell('save-as-new')}>${say('authoring.save-as-new')}</button>`
        : nothing}
    </div>`;
  }
}

customElements.define('save-status', SaveStatus);
