import { html, nothing } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';
import { clockOf, dayAndClock } from './moments.js';
import { advanced } from './replay.js';
import { TimeScale } from './time-scale.js';
import './session-picture.js';

const SPEEDS = [1, 2, 5, 10, 20, 60];
const FINE = 10_000;
/** What one wants to get to at once. */
const LANDMARKS = ['silence', 'time', 'staff', 'end'];
const MOST_LANDMARKS = 24;

/** Plays a session back, or goes to any moment of it. Tells `moment`. */
class SessionPlayer extends PageElement {
  static properties = {
    story: { attribute: false },
    moment: { attribute: false },
    sequence: { type: Number },
    speed: { state: true },
    skipsSilence: { state: true },
    playing: { state: true },
  };

  #scale;
  #instants;
  #frame;
  #shownAt;

  constructor() {
    super();
    this.speed = 10;
    this.skipsSilence = true;
    this.playing = false;
  }

  disconnectedCallback() {
    this.#pause();
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    if (changed.has('story')) {
      // What happened before the start (it may be months) is told by the list; nothing is to be seen there.
      const started = this.story.facts.find(({ type }) => type === 'SessionStarted');
      this.#instants = this.story.instants.slice(started?.sequence ?? 0);
      this.#scale = new TimeScale(this.#instants);
    }
  }

  get #at() {
    return this.moment.at ?? this.story.instants[this.moment.sequence];
  }

  render() {
    const at = this.#at;
    return html`<section class="card player" aria-labelledby="player">
      <h2 id="player">${say('audit.player')}</h2>
      <session-picture
        .story=${this.story}
        .scale=${this.#scale}
        .at=${at}
        @place=${(event) => this.#seek(this.#scale.instantAt(event.detail))}
      ></session-picture>
      <input
        type="range"
        class="by-time"
        min="0"
        max=${FINE}
        step="1"
        aria-label=${say('audit.by-time')}
        aria-valuetext=${dayAndClock(at)}
        .value=${String(Math.round(this.#scale.placeOf(at) * FINE))}
        @input=${(event) => this.#seek(this.#scale.instantAt(event.target.value / FINE))}
      />
      ${this.#buttons(at)} ${this.#byFact()} ${this.#landmarks()}
    </section>`;
  }

  #buttons(at) {
    const { last } = this.story;
    return html`<div class="row controls">
      <button ?disabled=${this.sequence === 0} @click=${() => this.#step(this.sequence - 1)}>
        <span aria-hidden="true">←</span> ${say('audit.previous')}
      </button>
      <button class="main play" @click=${this.playing ? this.#pause : this.#play}>
        <span aria-hidden="true">${this.playing ? '❚❚' : '▶'}</span> ${say(this.playing ? 'audit.pause' : 'audit.play')}
      </button>
      <button ?disabled=${this.sequence === last} @click=${() => this.#step(this.sequence + 1)}>
        ${say('audit.next')} <span aria-hidden="true">→</span>
      </button>
      <label class="row tight"><span>${say('audit.speed')}</span>
        <select @change=${(event) => (this.speed = Number(event.target.value))}>
          ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === this.speed}>${speed}×</option>`)}
        </select>
      </label>
      <label class="row tight check">
        <input type="checkbox" .checked=${this.skipsSilence}
          @change=${(event) => (this.skipsSilence = event.target.checked)} />
        <span>${say('audit.skip-silence')}</span>
      </label>
      <span class="grow"></span>
      <output class="clock">${clockOf(at)}</output>
    </div>`;
  }

  #byFact() {
    const { last } = this.story;
    return html`<label class="by-fact">
      <span>${say('audit.by-fact', { n: number(this.sequence), m: number(last) })}</span>
      <input
        type="range"
        min="0"
        max=${last}
        step="1"
        aria-valuetext=${say('audit.by-fact.value', {
          n: number(this.sequence),
          what: this.story.tell(this.story.facts[this.sequence]),
        })}
        .value=${String(this.sequence)}
        @input=${(event) => this.#step(Number(event.target.value))}
      />
    </label>`;
  }

  #landmarks() {
    const marks = this.story.entries.filter(({ group }) => LANDMARKS.includes(group));
    if (marks.length === 0) {
      return nothing;
    }
    return html`<div class="landmarks" role="group" aria-label=${say('audit.landmarks')}>
      ${marks.slice(0, MOST_LANDMARKS).map(
        (mark) => html`<button data-group=${mark.group} title=${this.story.tell(mark)}
          @click=${() => (mark.sequence === undefined ? this.#seek(mark.at) : this.#step(mark.sequence))}>
          <span class="dot" aria-hidden="true"></span>${clockOf(mark.at)} ${say('audit.group.' + mark.group)}
        </button>`,
      )}
      ${marks.length > MOST_LANDMARKS
        ? html`<span class="hint">${say('audit.landmarks.more', { n: number(marks.length - MOST_LANDMARKS) })}</span>`
        : nothing}
    </div>`;
  }

  #seek(at) {
    this.tell('moment', { at });
  }

  #step(sequence) {
    this.#pause();
    this.tell('moment', { sequence });
  }

  #play() {
    this.playing = true;
    if (this.#at >= this.#scale.last || this.#at < this.#scale.first) {
      this.#seek(this.#scale.first);
    }
    this.#shownAt = performance.now();
    this.#frame = requestAnimationFrame(() => this.#tick());
  }

  #pause() {
    this.playing = false;
    cancelAnimationFrame(this.#frame);
  }

  #tick() {
    if (!this.playing) {
      return;
    }
    const now = performance.now();
    const { speed, skipsSilence } = this;
    const at = advanced({ at: this.#at, watched: now - this.#shownAt, speed, skipsSilence, instants: this.#instants });
    this.#shownAt = now;
    if (at >= this.#scale.last) {
      this.#pause();
      this.tell('moment', { sequence: this.story.last });
    } else {
      this.#seek(at);
      this.#frame = requestAnimationFrame(() => this.#tick());
    }
  }
}

customElements.define('session-player', SessionPlayer);
