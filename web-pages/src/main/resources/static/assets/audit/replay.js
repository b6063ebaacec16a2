import { indexAfter } from './time-scale.js';

/** A longer gap is passed over when silence is skipped; a page that is open gives a sign of life before that. */
const WORTH_SKIPPING = 75_000;
/** So much of a gap is left before the fact that ends it, so that one sees it come. */
const RUN_UP = 1_000;

/** Where a replay stands after some time of watching. */
export function advanced({ at, watched, speed, skipsSilence, instants }) {
  let next = at + watched * speed;
  if (skipsSilence) {
    const index = indexAfter(instants, at);
    const before = instants[index - 1] ?? at;
    const after = instants[index];
    if (after !== undefined && after - before > WORTH_SKIPPING && after - RUN_UP > next) {
      next = after - RUN_UP;
    }
  }
  return Math.min(next, instants.at(-1));
}
