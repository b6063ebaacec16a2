import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { StaffPage } from '../shared/staff-page.js';
import { learn } from '../shared/texts.js';
import './exam-monitor.js';
import './exams-by-day.js';
import en from './texts.en.js';
import id from './texts.id.js';

learn({ en, id });

/** HC's page: exams by day, and one of them live (`?exam=…`). */
class MonitorPage extends StaffPage {
  static heading = 'monitor';
  static role = 'hc';

  content() {
    const examId = this.asked('exam');
    return examId
      ? keyed(
          examId,
          html`<exam-monitor .api=${this.api} .page=${this} .examId=${examId} @left=${() => this.go({})}></exam-monitor>`,
        )
      : html`<exams-by-day .api=${this.api} .page=${this} @enter=${(event) => this.go({ exam: event.detail })}></exams-by-day>`;
  }
}

customElements.define('monitor-page', MonitorPage);
