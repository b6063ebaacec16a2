/** What a session's row means to who watches: whether it is in trouble, how much time is left, and where it stands in the list. */

/** A running session gives a sign of life at least each minute; where only active time counts, more is not used up (R10). */
const GAP = 60_000;

/** From so many seconds on, what is unanswered is trouble. */
const SHORT = 300;

const ORDER = [
  'SILENT',
  'IN_PROGRESS',
  'OPEN',
  'UPCOMING',
  'ABANDONED',
  'TIMED_OUT',
  'MISSED',
  'CLOSED',
  'SUBMITTED',
  'WITHDRAWN',
  'CANCELLED',
];

/** What can be picked out, and which statuses that is; the names of the counters where there is one. */
export const PICKS = {
  inProgress: ['IN_PROGRESS'],
  silent: ['SILENT'],
  notStarted: ['UPCOMING', 'OPEN'],
  submitted: ['SUBMITTED'],
  closed: ['CLOSED'],
  timedOut: ['TIMED_OUT'],
  abandoned: ['ABANDONED'],
  missed: ['MISSED'],
  gone: ['WITHDRAWN', 'CANCELLED'],
};

export function isRunning(row) {
  return row.status === 'IN_PROGRESS' || row.status === 'SILENT';
}

/** Close and cancel reach it, started or not (R4). */
export function hasNoEnd(row) {
  return isRunning(row) || ['UPCOMING', 'OPEN', 'MISSED'].includes(row.status);
}

/** @param terms of the exam: `timerPolicy` and `windowEndsAt`; null as long as they are not known */
export function secondsLeft(row, now, terms) {
  if (!isRunning(row)) {
    return row.remainingSeconds;
  }
  let used = now - row.at;
  let most = Infinity;
  if (terms?.timerPolicy === 'ACTIVE_TIME') {
    const until = Date.parse(row.lastActivityAt) + GAP;
    used = Math.min(now, until) - Math.min(row.at, until);
    most = terms.windowEndsAt ? (Date.parse(terms.windowEndsAt) - now) / 1000 : Infinity;
  }
  return Math.max(0, Math.floor(Math.min(row.remainingSeconds - Math.max(0, used) / 1000, most)));
}

/** `silent`, `offline`, `short` (little time and not all answered), or null. */
export function troubleOf(row, now, terms) {
  if (row.status === 'SILENT') {
    return 'silent';
  }
  if (row.status !== 'IN_PROGRESS') {
    return null;
  }
  if (row.connection === 'offline') {
    return 'offline';
  }
  return row.answered < row.total && secondsLeft(row, now, terms) < SHORT ? 'short' : null;
}

/** Names are compared once and not again with each order: that is what takes long with ten thousand rows. */
export class Names {
  #places = new Map();
  #named = new Map();

  /** @param rows all of them */
  learn(rows) {
    let same = rows.size === this.#named.size;
    for (const [session, row] of rows) {
      same &&= this.#named.get(session)?.name === row.workerName;
    }
    if (!same) {
      this.#named = new Map([...rows].map(([it, row]) => [it, { name: row.workerName, folded: fold(row.workerName) }]));
      const order = new Intl.Collator(undefined, { numeric: true }).compare;
      const sorted = [...this.#named].sort(([, one], [, other]) => order(one.name, other.name));
      this.#places = new Map(sorted.map(([session], place) => [session, place]));
    }
  }

  placeOf(row) {
    return this.#places.get(row.sessionId) ?? 0;
  }

  matches(row, sought) {
    return sought === '' || (this.#named.get(row.sessionId)?.folded.includes(sought) ?? false);
  }
}

/** As one types it in a hurry. */
export function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/**
 * The rows in an order.
 *
 * @param by `trouble`, `name`, `time`, `answered` or `score`
 */
export function ordered(rows, by, names, now, terms) {
  const keys = new Map(rows.map((row) => [row, keyOf(row, by, now, terms)]));
  return rows.sort((one, other) => keys.get(one) - keys.get(other) || names.placeOf(one) - names.placeOf(other));
}

function keyOf(row, by, now, terms) {
  switch (by) {
    case 'trouble':
      return troubleRank(row, now, terms);
    case 'time':
      return isRunning(row) ? secondsLeft(row, now, terms) : Number.MAX_SAFE_INTEGER;
    case 'answered':
      return row.total === 0 ? 0 : row.answered / row.total;
    case 'score':
      return row.score === null ? Number.MAX_SAFE_INTEGER : -row.score;
    default:
      return 0;
  }
}

function troubleRank(row, now, terms) {
  const trouble = ['silent', 'offline', 'short'].indexOf(troubleOf(row, now, terms));
  return trouble >= 0 ? trouble : 10 + 2 * ORDER.indexOf(row.status) + (row.connection === 'online' ? 1 : 0);
}
