/** Counts the answers that came while the page was open, by the time at which the server heard of them. */
const STEP = 20_000;
const STEPS = 30;

export class AnswersOverTime {
  #counts = new Map();
  #since = Infinity;

  /** @param before the row as it was known; without one nothing can be said of when its answers came */
  count(row, before, now) {
    this.#since = Math.min(this.#since, now);
    const gained = before ? row.answered - before.answered : 0;
    if (gained > 0) {
      const step = stepOf(Math.min(now, Date.parse(row.lastActivityAt) || now));
      this.#counts.set(step, (this.#counts.get(step) ?? 0) + gained);
    }
  }

  /** The last ten minutes in steps of 20 s, the newest last; `answers` is null where nobody watched. */
  upTo(now) {
    const last = stepOf(now);
    for (const step of this.#counts.keys()) {
      if (step <= last - STEPS) {
        this.#counts.delete(step);
      }
    }
    return Array.from({ length: STEPS }, (_nothing, index) => {
      const step = last - STEPS + 1 + index;
      const watched = (step + 1) * STEP > this.#since;
      return { at: step * STEP, answers: watched ? (this.#counts.get(step) ?? 0) : null };
    });
  }
}

function stepOf(time) {
  return Math.floor(time / STEP);
}
