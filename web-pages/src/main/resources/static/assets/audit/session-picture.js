import { html, nothing, svg } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';
import { clockOf, dayOf, lasting } from './moments.js';

const WIDTH = 1_000;
const LANES = { answers: [4, 30], pages: [38, 60], life: [70, 82], marks: [90, 110] };
const HEIGHT = 114;

/** A session over time as a picture, and the same in words. A click in it tells `place`, from 0 to 1. */
class SessionPicture extends PageElement {
  static properties = { story: { attribute: false }, scale: { attribute: false }, at: { attribute: false } };

  render() {
    const { scale } = this;
    return html`<figure class="picture-of-session">
      <div class="lanes" aria-hidden="true">
        <span>${say('audit.lane.answers')}</span><span>${say('audit.lane.pages')}</span>
        <span>${say('audit.lane.life')}</span><span>${say('audit.lane.marks')}</span>
      </div>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img"
        aria-label=${say('audit.picture')} aria-describedby="picture-in-words" @click=${this.#pointed}>
        ${this.#drawn()}
        <line class="now" x1=${this.#x(this.at)} x2=${this.#x(this.at)} y1="0" y2=${HEIGHT} />
      </svg>
      <p class="ends" aria-hidden="true">
        <span>${dayOf(scale.first)} ${clockOf(scale.first)}</span>
        ${scale.cuts.length > 0 ? html`<span>${say('audit.picture.cut')}</span>` : nothing}
        <span>${clockOf(scale.last)}</span>
      </p>
      <figcaption id="picture-in-words" class="hint">${this.#inWords()}</figcaption>
    </figure>`;
  }

  /** Thousands of facts are a handful of paths. It changes with the story only, not with the moment. */
  #drawn() {
    if (this.#drawing?.story !== this.story || this.#drawing?.scale !== this.scale) {
      this.#drawing = { story: this.story, scale: this.scale, lines: this.#draw() };
    }
    return this.#drawing.lines;
  }

  #drawing;

  #draw() {
    const entries = this.story.entries.filter((entry) => entry.at >= this.scale.first);
    const of = (...groups) => entries.filter(({ group, type }) => groups.includes(group) && type !== undefined);
    const silences = entries.filter(({ type }) => type === undefined);
    return svg`
      ${this.scale.cuts.map((place) => svg`<line class="cut" x1=${place * WIDTH} x2=${place * WIDTH} y1="0" y2=${HEIGHT} />`)}
      <path class="answer" d=${this.#ticks(of('answer'), LANES.answers, 0.35)} />
      <path class="change" d=${this.#ticks(of('change'), LANES.answers, 0)} />
      <path class="uncounted" d=${this.#ticks(of('uncounted'), LANES.answers, 0.6)} />
      <path class="page" d=${this.#steps(of('page', 'answer', 'change'))} />
      <path class="life" d=${this.#ticks(of('life', 'answer', 'change', 'page', 'uncounted'), LANES.life, 0)} />
      ${silences.map(({ at, until }) => {
        const from = this.#x(at);
        return svg`<rect class="silence" x=${from} width=${Math.max(1, this.#x(Date.parse(until)) - from)}
          y=${LANES.life[0]} height=${LANES.life[1] - LANES.life[0]} />`;
      })}
      <path class="time" d=${this.#ticks(of('time'), LANES.marks, 0)} />
      <path class="staff" d=${this.#ticks(of('staff'), LANES.marks, 0)} />
      <path class="end" d=${this.#ticks(of('end'), LANES.marks, 0)} />`;
  }

  #ticks(entries, [top, bottom], lower) {
    const from = top + (bottom - top) * lower;
    return entries.map(({ at }) => `M${this.#x(at)},${from}V${bottom}`).join('');
  }

  /** The page of each click as a line of steps. */
  #steps(entries) {
    const [top, bottom] = LANES.pages;
    const pages = Math.max(1, ...entries.map(({ payload }) => payload.pageIndex));
    const y = ({ payload }) => (bottom - ((bottom - top) * payload.pageIndex) / pages).toFixed(1);
    return entries.map((entry, index) => `${index === 0 ? 'M' : 'H'}${this.#x(entry.at)}${index === 0 ? ',' : 'V'}${y(entry)}`).join('');
  }

  #x(instant) {
    return Math.round(this.scale.placeOf(instant) * WIDTH * 10) / 10;
  }

  #inWords() {
    const count = (...groups) => number(this.story.entries.filter(({ group }) => groups.includes(group)).length);
    const silences = this.story.entries.filter(({ type }) => type === undefined);
    return say('audit.picture.words', {
      lasting: lasting((this.scale.last - this.scale.first) / 1000),
      answers: count('answer', 'change'),
      changes: count('change'),
      uncounted: count('uncounted'),
      pages: count('page'),
      silences: number(silences.length),
      silent: lasting(silences.reduce((sum, { seconds }) => sum + seconds, 0)),
      times: count('time'),
      staff: count('staff'),
    });
  }

  #pointed(event) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    this.tell('place', Math.min(1, Math.max(0, (event.clientX - left) / width)));
  }
}

customElements.define('session-picture', SessionPicture);
