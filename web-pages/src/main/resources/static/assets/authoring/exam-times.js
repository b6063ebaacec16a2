/**
 * Times of an exam as they are typed (`2026-12-01` or `2026-12-01T08:00`, in the exam's zone) and the instants they mean
 * (R8): a date opens at 00:00 and ends with its day; of a time that a clock skips the later instant, of one that it shows
 * twice the earlier.
 */
const TYPED = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?)?$/;
const DAY = 24 * 3600 * 1000;

/**
 * @param end whether it ends something, when a date means the end of that day
 * @returns milliseconds since 1970, or null when it is no time or no zone
 */
export function instantOf(typed, zone, end = undefined) {
  const found = TYPED.exec(typed);
  if (!found) {
    return null;
  }
  const [year, month, day, hour = 0, minute = 0] = found.slice(1).map((it) => (it === undefined ? undefined : Number(it)));
  const shown = Date.UTC(year, month - 1, day, hour, minute);
  if (Number.isNaN(shown) || new Date(shown).getUTCDate() !== day || hour > 23 || minute > 59) {
    return null;
  }
  try {
    return inZone(end && found[4] === undefined ? shown + DAY : shown, zone);
  } catch {
    return null;
  }
}

function inZone(shown, zone) {
  // The zone is never further than a day away; where its clock is changed, both offsets are tried.
  const offsets = [offsetAt(shown - DAY, zone), offsetAt(shown + DAY, zone)];
  const candidates = offsets.map((it) => shown - it);
  const fitting = candidates.filter((it) => it + offsetAt(it, zone) === shown);
  return fitting.length > 0 ? Math.min(...fitting) : Math.max(...candidates);
}

function offsetAt(instant, zone) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const { year, month, day, hour, minute, second } = Object.fromEntries(parts.map((it) => [it.type, Number(it.value)]));
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

export function ownZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
}
