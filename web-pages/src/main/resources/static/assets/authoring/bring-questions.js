import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';
import { freeId, inserted, isPackaged } from './draft-doc.js';
import './file-import.js';
import './paste-table.js';
import { questionColumns, questionRows } from './spreadsheet.js';

/** Questions from a spreadsheet or a file, shown before they are taken. Tells `edit` and `done`. */
class BringQuestions extends PageElement {
  static properties = {
    api: { attribute: false },
    keeper: { attribute: false },
    doc: { attribute: false },
    from: {},
    list: { state: true },
  };

  constructor() {
    super();
    this.list = 0;
  }

  async firstUpdated() {
    await this.querySelector('paste-table, file-import').updateComplete;
    this.querySelector('textarea, input[type=file]').focus();
  }

  render() {
    return html`<section class="card bring" @keydown=${(event) => event.key === 'Escape' && this.tell('done')}>
      <div class="row">
        <h2>${say(this.from === 'paste' ? 'authoring.paste-questions' : 'authoring.import')}</h2>
        <span class="grow"></span>
        <button class="quiet" @click=${() => this.tell('done')}>${say('authoring.close')}</button>
      </div>
      ${isPackaged(this.doc) ? this.#package() : nothing}
      ${this.from === 'paste'
        ? html`<paste-table
            .what=${'questions'}
            .kinds=${['text', 'option', 'right', 'points', 'ignore']}
            .guess=${questionColumns}
            .read=${(rows, columns) => questionRows(rows, columns).map((it) => ({ ...it, title: titleOf(it.question) }))}
            @take=${this.#take}
          ></paste-table>`
        : html`<file-import
            .api=${this.api}
            .keeper=${this.keeper}
            .toPackage=${isPackaged(this.doc) ? this.doc.lists[this.list].name : null}
            @done=${() => this.tell('done')}
          ></file-import>`}
    </section>`;
  }

  #package() {
    return html`<label class="field">
      <span>${say('authoring.into-package')}</span>
      <select @change=${(event) => (this.list = Number(event.target.value))}>
        ${this.doc.lists.map(
          ({ name }, index) => html`<option value=${index} ?selected=${index === this.list}>${name || number(index + 1)}</option>`,
        )}
      </select>
    </label>`;
  }

  #take({ detail: rows }) {
    this.tell('edit', (doc) => {
      const first = freeId(doc, this.keeper.base);
      const list = Math.min(this.list, doc.lists.length - 1);
      const questions = rows.map(({ question }, index) => ({ id: first + index, ...question }));
      return inserted(doc, list, doc.lists[list].entries.length, ...questions);
    });
    this.tell('done');
  }
}

function titleOf({ text, options, correct, points }) {
  return [
    text,
    options.map((it) => (correct.includes(it.id) ? `✓ ${it.text}` : it.text)).join(' / '),
    say('authoring.points-n', { n: points ?? '–' }),
  ];
}

customElements.define('bring-questions', BringQuestions);
