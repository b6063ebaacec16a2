import { html, nothing } from 'lit';
import { PageElement } from './page-element.js';
import { currentLanguage, say, speak } from './texts.js';

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
      <span class="where">${this.heading}</span>
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
