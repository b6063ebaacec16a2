import { LitElement } from 'lit';
import { changes } from './texts.js';

/**
 * What every element of the pages is made from. It renders into the page itself, so that one style sheet, labels and
 * headings work across elements, and again when the person chooses another language.
 */
export class PageElement extends LitElement {
  #again = () => this.requestUpdate();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    changes.addEventListener('change', this.#again);
  }

  disconnectedCallback() {
    changes.removeEventListener('change', this.#again);
    super.disconnectedCallback();
  }

  /** Tells whoever holds this element what the person did. */
  tell(name, detail = undefined) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
