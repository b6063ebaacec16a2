import { html, nothing } from 'lit';
import { PageElement } from './page-element.js';
import { currentLanguage, say, speak } from './texts.js';

/** Which pages are whose. */
const PAGES = [
  { role: 'worker', at: '/exam', name: 'exam' },
  { role: 'hc', at: '/monitor', name: 'monitor' },
  { role: 'hc', at: '/authoring', name: 'authoring' },
  { role: 'auditor', at: '/audit', name: 'audit' },
];

const REMEMBERED = 'exam-ledger.theme';

/** The same on every page: where one is, who one is, language, light or dark, sign out. */
class TopBar extends PageElement {
  static properties = { heading: {}, person: { attribute: false }, theme: { state: true } };

  constructor() {
    super();
    this.heading = '';
    this.person = null;
    this.theme = chosenTheme();
    show(this.theme);
  }

  render() {
    return html`<header class="bar">
      <a class="brand" href="/">Exam Ledger</a>
      ${this.#pages()}
      <span class="grow"></span>
      <label class="quiet-choice">
        <span class="hidden-text">${say('language')}</span>
        <select @change=${(event) => speak(event.target.value)}>
          <option value="en" lang="en" ?selected=${currentLanguage() === 'en'}>English</option>
          <option value="id" lang="id" ?selected=${currentLanguage() === 'id'}>Bahasa Indonesia</option>
        </select>
      </label>
      <label class="quiet-choice">
        <span class="hidden-text">${say('theme')}</span>
        <select @change=${this.#choose}>
          ${['auto', 'light', 'dark'].map(
            (theme) => html`<option value=${theme} ?selected=${this.theme === theme}>${say('theme.' + theme)}</option>`,
          )}
        </select>
      </label>
      ${this.person
        ? html`<span class="person">${this.person.name}</span>
            <button class="quiet" @click=${() => this.tell('sign-out')}>${say('sign-out')}</button>`
        : nothing}
    </header>`;
  }

  /** Somebody with one page only needs no way to another one. */
  #pages() {
    const mine = PAGES.filter(({ role }) => this.person?.roles.includes(role));
    if (mine.length < 2) {
      return html`<span class="where">${this.heading}</span>`;
    }
    return html`<nav class="pages" aria-label=${say('pages.all')}>
      ${mine.map(
        ({ at, name }) =>
          html`<a href=${at} aria-current=${location.pathname.startsWith(at) ? 'page' : nothing}>${say(name)}</a>`,
      )}
    </nav>`;
  }

  #choose(event) {
    this.theme = event.target.value;
    show(this.theme);
    try {
      localStorage.setItem(REMEMBERED, this.theme);
    } catch {
      // It is only for this visit then.
    }
  }
}

function chosenTheme() {
  try {
    return localStorage.getItem(REMEMBERED) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function show(theme) {
  document.documentElement.dataset.theme = theme;
}

customElements.define('top-bar', TopBar);
