import { manner, say } from '../shared/texts.js';

/** How an auditor reads times: to the second at least, on 24 hours, in the time of his own device. */

const two = (number) => String(number).padStart(2, '0');

export function clockOf(instant) {
  const at = new Date(instant);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
}

export function toMilliseconds(instant) {
  return `${clockOf(instant)}.${String(new Date(instant).getMilliseconds()).padStart(3, '0')}`;
}

export function minuteOf(instant) {
  return clockOf(instant).slice(0, 5);
}

export function dayOf(instant) {
  return new Intl.DateTimeFormat(manner(), { dateStyle: 'medium' }).format(new Date(instant));
}

export function dayAndClock(instant) {
  return `${dayOf(instant)}, ${clockOf(instant)}`;
}

/** Which clock that is, as in `Asia/Jakarta`. */
export function zone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A length of time in words, to the second. */
export function lasting(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [
    ['audit.days', Math.floor(whole / 86_400)],
    ['audit.hours', Math.floor(whole / 3_600) % 24],
    ['audit.minutes', Math.floor(whole / 60) % 60],
    ['audit.seconds', whole % 60],
  ].filter(([, n]) => n > 0);
  // Who reads of days does not ask for seconds.
  return parts.length === 0
    ? say('audit.seconds', { n: 0 })
    : parts.slice(0, 2).map(([key, n]) => say(key, { n })).join(' ');
}

/** A length of time as a clock shows it: 1:02:03. */
export function asClock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3_600);
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
