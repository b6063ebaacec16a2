import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';
import { cellsOf } from './spreadsheet.js';

/** How many rows are shown; all of them are read. */
const SHOWN = 200;

/**
 * What is pasted from a spreadsheet, as it was understood: what each column is taken for, each line with what is wrong
 * with it. Tells `take` with the lines that are right.
 *
 * `kinds` are what a column may be, `guess(rows)` says what they seem to be, `read(rows, columns)` makes of each row
 * `{line, trouble, title}` and whatever else the taker wants.
 */
class PasteTable extends PageElement {
  static properties = {
    what: {},
    kinds: { attribute: false },
    guess: { attribute: false },
    read: { attribute: false },
    rows: { state: true },
    columns: { state: true },
    titled: { state: true },
  };

  constructor() {
    super();
    this.rows = [];
    this.columns = [];
    this.titled = false;
  }

  render() {
    const body = this.titled ? this.rows.slice(1) : this.rows;
    const read = body.length > 0 ? this.read(body, this.columns) : [];
    const good = read.filter((it) => it.trouble === null);
    return html`<label class="field">
        <span>${say('authoring.paste-here')}</span>
        <textarea class="pasted" rows="4" spellcheck="false" @input=${this.#pasted}></textarea>
      </label>
      <p class="hint">${say(`authoring.paste.${this.what}`)}</p>
      ${this.rows.length === 0
        ? nothing
        : html`<fieldset class="columns">
              <legend>${say('authoring.paste.columns')}</legend>
              ${this.columns.map((kind, index) => this.#column(kind, index))}
              <label class="switch">
                <input type="checkbox" .checked=${this.titled} @change=${(event) => (this.titled = event.target.checked)} />
                <span>${say('authoring.paste.titled')}</span>
              </label>
            </fieldset>
            <div class="scrolls" tabindex="0" role="region" aria-label=${say('authoring.paste.preview')}>
              <table class="preview">
                <thead>
                  <tr>
                    <th scope="col">${say('authoring.paste.line')}</th>
                    <th scope="col">${say('authoring.paste.read')}</th>
                    <th scope="col">${say('authoring.paste.outcome')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${read.slice(0, SHOWN).map(
                    (it) => html`<tr data-trouble=${it.trouble ?? nothing}>
                      <th scope="row">${number(it.line)}</th>
                      <td>${it.title.map((part) => html`<div>${part}</div>`)}</td>
                      <td>${it.trouble ? say(it.trouble) : say(it.known ? 'authoring.paste.changes' : 'authoring.paste.good')}</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            <div class="row foot">
              <p role="status">
                ${say('authoring.paste.sum', { good: number(good.length), bad: number(read.length - good.length) })}
              </p>
              <span class="grow"></span>
              <button class="main" ?disabled=${good.length === 0} @click=${() => this.tell('take', good)}>
                ${say('authoring.paste.take', { n: number(good.length) })}
              </button>
            </div>`}`;
  }

  #column(kind, index) {
    const example = (this.titled ? this.rows[0] : this.rows.find(({ cells }) => cells[index]))?.cells[index] ?? '';
    return html`<label class="field">
      <span>${number(index + 1)}: ${example.slice(0, 20)}</span>
      <select @change=${(event) => (this.columns = this.columns.with(index, event.target.value))}>
        ${this.kinds.map(
          (it) => html`<option value=${it} ?selected=${it === kind}>${say('authoring.column.' + it)}</option>`,
        )}
      </select>
    </label>`;
  }

  #pasted(event) {
    this.rows = cellsOf(event.target.value);
    if (this.rows.length === 0) {
      this.columns = [];
      return;
    }
    const { columns, titled } = this.guess(this.rows);
    this.columns = columns;
    this.titled = titled;
  }
}

customElements.define('paste-table', PasteTable);
