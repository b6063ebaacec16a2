import { html } from 'lit';
import { say } from '../shared/texts.js';

/** What an action asks for, by the name under which it is sent or reckoned. */
export function fieldOf(name) {
  switch (name) {
    case 'minutes':
      return html`<label class="field">
        <span>${say('monitor.minutes')}</span>
        <input name="minutes" type="number" min="-10080" max="10080" step="1" value="10" required inputmode="numeric" />
        <span class="hint">${say('monitor.minutes.what')}</span>
      </label>`;
    case 'minutesLeft':
      return html`<label class="field">
        <span>${say('monitor.minutes-left')}</span>
        <input name="minutesLeft" type="number" min="1" max="10080" step="1" value="10" required inputmode="numeric" />
      </label>`;
    case 'scoring':
      return html`<fieldset class="choices">
        <legend>${say('monitor.scoring')}</legend>
        ${['FROM_ANSWERS', 'ZERO'].map(
          (scoring) => html`<label>
            <input type="radio" name="scoring" value=${scoring} ?checked=${scoring === 'FROM_ANSWERS'} required />
            ${say(`monitor.scoring.${scoring}`)}
          </label>`,
        )}
      </fieldset>`;
    case 'reason':
      return html`<label class="field">
        <span>${say('monitor.reason')}</span>
        <textarea name="reason" rows="2" maxlength="1000" required></textarea>
        <span class="hint">${say('monitor.reason.what')}</span>
      </label>`;
    default:
      return html`<label class="tick"><input type="checkbox" name=${name} /> ${say(`monitor.${name}`)}</label>`;
  }
}
