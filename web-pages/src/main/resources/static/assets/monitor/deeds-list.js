import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PageElement } from '../shared/page-element.js';
import { number, say, timeOfDay } from '../shared/texts.js';

/** What HC did here and what became of it, the newest first. */
class DeedsList extends PageElement {
  static properties = { deeds: { attribute: false }, fanOut: { attribute: false } };

  render() {
    const deeds = this.deeds ?? [];
    return html`<div role="log" aria-label=${say('monitor.deeds')}>
      ${deeds.length === 0
        ? nothing
        : html`<ul class="deeds">
            ${repeat(
              deeds,
              (deed) => deed,
              (deed, index) => html`<li data-state=${deed.state}>
                <span class="when">${timeOfDay(deed.at)}</span>
                <strong>${deed.what.title}</strong>
                <span>${outcome(deed)}</span>
                ${index === 0 ? this.#progress(deed) : nothing}
              </li>`,
            )}
          </ul>`}
    </div>`;
  }

  /** It is the newest command to all that the service tells about. */
  #progress({ what, reply }) {
    if (!what.target.all || !reply?.ok || !this.fanOut) {
      return nothing;
    }
    const { done, total } = this.fanOut;
    return html`<span class="reached" aria-live="off">
      <progress max=${Math.max(1, total)} value=${done} aria-label=${say('monitor.reached.label')}></progress>
      ${say('monitor.reached', { n: number(done), m: number(total) })}
    </span>`;
  }
}

function outcome({ state, reply, what }) {
  if (state !== 'done') {
    return say('monitor.deed.unknown');
  }
  const { deadline } = reply.body;
  return deadline && ['extend', 'reopen'].includes(what.does)
    ? say('monitor.deed.until', { time: timeOfDay(deadline) })
    : say('monitor.deed.done');
}

customElements.define('deeds-list', DeedsList);
