import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { StaffPage } from '../shared/staff-page.js';
import { learn } from '../shared/texts.js';
import './exam-monitor.js';
import './exam-results.js';
import './exams-by-day.js';
import en from './texts.en.js';
import id from './texts.id.js';

learn({ en, id });

/** HC's page: exams by day, one of them live (`?exam=…`), and what came out of it (`&view=results`). */
class MonitorPage extends StaffPage {
  static heading = 'monitor';
  static role = 'hc';

  content() {
    const exam = this.asked('exam');
    if (!exam) {
      return html`<exams-by-day .api=${this.api} .page=${this} @enter=${(event) => this.go({ exam: event.detail })}></exams-by-day>`;
    }
    return keyed(
      exam,
      this.asked('view') === 'results'
        ? html`<exam-results
            .api=${this.api}
            .page=${this}
            .examId=${exam}
            @left=${(event) => this.go(event.detail === 'exam' ? { exam } : {})}
          ></exam-results>`
        : html`<exam-monitor
            .api=${this.api}
            .page=${this}
            .examId=${exam}
            @left=${() => this.go({})}
            @results=${() => this.go({ exam, view: 'results' })}
          ></exam-monitor>`,
    );
  }
}

customElements.define('monitor-page', MonitorPage);
