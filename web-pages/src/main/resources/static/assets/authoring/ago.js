import { currentLanguage } from '../shared/texts.js';

const STEPS = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', Infinity],
];

/** "2 minutes ago", in the person's language. */
export function ago(instant, now = Date.now()) {
  let passed = Math.max(0, (now - new Date(instant).getTime()) / 1000);
  for (const [unit, size] of STEPS) {
    if (passed < size) {
      return new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' }).format(-Math.floor(passed), unit);
    }
    passed /= size;
  }
  return '';
}
