/**
 * Where on a picture of a session a moment stands, from 0 to 1. An hour of clicks and the three days before somebody
 * reopened the exam do not fit on one even scale, so a gap without facts counts for no more than a limit.
 */
const LONGEST_GAP = 10 * 60_000;

export class TimeScale {
  #instants;
  #places;

  /** @param instants of facts, in order, in milliseconds; at least one */
  constructor(instants) {
    this.#instants = instants;
    this.#places = [0];
    for (let index = 1; index < instants.length; index++) {
      const gap = Math.min(instants[index] - instants[index - 1], LONGEST_GAP);
      this.#places.push(this.#places[index - 1] + gap);
    }
    // All facts in one millisecond still need a line to stand on.
    const whole = this.#places.at(-1) || 1;
    this.#places = this.#places.map((place) => place / whole);
  }

  get first() {
    return this.#instants[0];
  }

  get last() {
    return this.#instants.at(-1);
  }

  /** Where the scale was cut: the middle of each gap that is shown shorter than it was. */
  get cuts() {
    return this.#places.flatMap((place, index) =>
      index > 0 && this.#instants[index] - this.#instants[index - 1] > LONGEST_GAP
        ? [(place + this.#places[index - 1]) / 2]
        : [],
    );
  }

  placeOf(instant) {
    return along(instant, this.#instants, this.#places);
  }

  instantAt(place) {
    return Math.round(along(place, this.#places, this.#instants));
  }
}

/** The value that stands beside a key, in between in proportion, and at the ends for what lies beyond. */
function along(key, keys, values) {
  if (key <= keys[0]) {
    return values[0];
  }
  if (key >= keys.at(-1)) {
    return values.at(-1);
  }
  const next = indexAfter(keys, key);
  const width = keys[next] - keys[next - 1];
  return values[next - 1] + ((key - keys[next - 1]) / width) * (values[next] - values[next - 1]);
}

/** Of the first that is greater; their number when none is. */
export function indexAfter(sorted, key) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] > key) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
