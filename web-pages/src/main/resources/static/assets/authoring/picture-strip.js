import { html, nothing } from 'lit';
import { Unreachable } from '../shared/api.js';
import { PageElement } from '../shared/page-element.js';
import { say } from '../shared/texts.js';

/** Pictures of a question or an option. Tells `changed` with all of them. */
class PictureStrip extends PageElement {
  static properties = {
    api: { attribute: false },
    pictures: { attribute: false },
    of: {},
    small: { type: Boolean },
    problem: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.pictures = [];
    this.problem = '';
    this.busy = false;
  }

  render() {
    return html`${this.pictures.map(
        (picture, index) => html`<figure class="shown-picture">
          <img src="/api/v1/attachments/${picture.sha256}" alt=${picture.description ?? ''} />
          <label class="field">
            <span>${say('authoring.picture-description')}</span>
            <input
              maxlength="1000"
              .value=${picture.description ?? ''}
              @change=${(event) => this.#set(this.pictures.with(index, described(picture, event.target.value)))}
            />
          </label>
          <button class="quiet" @click=${() => this.#set(this.pictures.toSpliced(index, 1))}>
            ${say('authoring.delete')}<span class="hidden-text"> ${say('authoring.picture')}</span>
          </button>
        </figure>`,
      )}
      ${this.pictures.length >= 20
        ? nothing
        : html`<label class="file quiet" ?data-small=${this.small}>
            <input
              type="file"
              accept="image/png,image/jpeg,image/gif,image/webp"
              ?disabled=${this.busy}
              @change=${this.#send}
            />
            <span>${say(this.busy ? 'authoring.sending' : 'authoring.add-picture')}<span class="hidden-text"> ${this.of}</span></span>
          </label>`}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}`;
  }

  async #send(event) {
    const input = event.target;
    const [file] = input.files;
    if (!file) {
      return;
    }
    this.busy = true;
    this.problem = '';
    try {
      const reply = await this.api.post('/attachments', file, { patience: 60_000 });
      if (reply.ok) {
        this.#set([...this.pictures, { sha256: reply.body.sha256, mediaType: reply.body.mediaType }]);
      } else if (reply.status !== 401) {
        this.problem = say('authoring.picture-refused', { why: reply.body?.errors?.[0]?.message ?? reply.body?.detail ?? '' });
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.problem = say('authoring.picture-unreachable');
    } finally {
      this.busy = false;
      input.value = '';
    }
  }

  #set(pictures) {
    this.tell('changed', pictures);
  }
}

function described({ description: _before, ...picture }, description) {
  return description.trim() ? { ...picture, description: description.trim() } : picture;
}

customElements.define('picture-strip', PictureStrip);
