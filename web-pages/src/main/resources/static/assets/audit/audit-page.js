import { html } from 'lit';
import { StaffPage } from '../shared/staff-page.js';
import { learn } from '../shared/texts.js';
import en from './texts.en.js';
import id from './texts.id.js';
import './log-proof.js';
import './persons-actions.js';
import './session-audit.js';
import './session-search.js';

learn({ en, id });

/** The auditor's page: finds a session, shows it at any moment, and checks that the log is what was signed. */
class AuditPage extends StaffPage {
  static heading = 'audit';
  static role = 'auditor';

  content() {
    const session = this.asked('session');
    const person = this.asked('person');
    if (session) {
      return html`<session-audit
        .api=${this.api}
        .page=${this}
        .sessionId=${session}
        .begin=${this.asked('sequence')}
        @person=${(event) => this.go({ person: event.detail })}
        @search=${() => this.go({})}
      ></session-audit>`;
    }
    if (person) {
      return html`<persons-actions
        .api=${this.api}
        .page=${this}
        .person=${person}
        @session=${(event) => this.go({ session: event.detail })}
        @search=${() => this.go({})}
      ></persons-actions>`;
    }
    return html`<session-search
        .api=${this.api}
        .page=${this}
        .wanted=${Object.fromEntries(new URLSearchParams(location.search))}
        @wanted=${(event) => this.go(event.detail)}
        @session=${(event) => this.go({ session: event.detail })}
        @person=${(event) => this.go({ person: event.detail })}
      ></session-search>
      <log-proof .api=${this.api} .page=${this}></log-proof>`;
  }
}

customElements.define('audit-page', AuditPage);
