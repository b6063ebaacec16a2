import { html } from 'lit';
import { number, say } from '../shared/texts.js';

/** That a draft is an exam now, and the way there. */
export function examMade({ draftId, exam }) {
  return html`<section class="card locked" role="status">
    <h2>${say(exam ? 'authoring.lock.done' : 'authoring.locked')}</h2>
    <p>${exam ? say('authoring.lock.sessions', { n: number(exam.sessions.length) }) : say('authoring.why.locked')}</p>
    <a class="button main" href="/monitor?exam=${draftId}">${say('authoring.to-monitor')}</a>
  </section>`;
}
