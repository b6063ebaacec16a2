/**
 * A draft as the page holds it. It is never changed in place: every change makes a new one, so that what was sent, what
 * the server has and what is on the screen can stand beside each other.
 *
 * - `fields`: under their names in the API; what is not written is absent.
 * - `lists`: `[{name, entries}]`, one for each package, or a single one without a name. An entry is a question, or
 *   `{pool: {technology, level, count}}` where questions of a pool will be drawn.
 * - `workers`: `[{workerId, name, extraMinutes}]`.
 * - `token`: an access token that was typed and not saved yet; `null` takes it away, `undefined` leaves it.
 */
export const TEXTS = ['title', 'category', 'opensAt', 'zone', 'windowEndsAt', 'timerPolicy'];
export const NUMBERS = ['durationMinutes', 'passPercentage', 'questionsPerPage', 'graceSeconds'];
export const SWITCHES = ['silentMayResume', 'reviewAfterEnd'];
export const FIELDS = [...TEXTS, ...NUMBERS, ...SWITCHES];

export function same(one, other) {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** What the server tells of a draft. */
export function docOf(draft) {
  const fields = Object.fromEntries(FIELDS.filter((it) => draft[it] != null).map((it) => [it, draft[it]]));
  const lists = draft.packages
    ? draft.packages.map((it) => ({ name: it.name ?? '', entries: (it.questions ?? []).map(entryOf) }))
    : [{ name: null, entries: (draft.questions ?? []).map(entryOf) }];
  return {
    fields,
    lists,
    workers: (draft.workers ?? []).map(workerOf),
    token: undefined,
    tokenSet: draft.accessTokenSet ?? false,
  };
}

/** The same question is always written the same way, so that equal ones compare as equal. */
function entryOf(entry) {
  if (entry.pool) {
    const { technology = '', level = '', count = null } = entry.pool;
    return { pool: { technology: technology ?? '', level: level ?? '', count } };
  }
  return questionOf(entry);
}

export function questionOf({ id, text, options, correct, multiple, points, pictures }) {
  return {
    id,
    text: text ?? '',
    options: (options ?? []).map((it) => withPictures({ id: it.id, text: it.text ?? '' }, it.pictures)),
    correct: [...(correct ?? [])].sort((one, other) => one - other),
    multiple: multiple ?? null,
    points: points ?? null,
    ...withPictures({}, pictures),
  };
}

function withPictures(it, pictures) {
  return pictures?.length > 0 ? { ...it, pictures } : it;
}

function workerOf({ workerId, name, extraMinutes, portalSessionId }) {
  const worker = { workerId, name: name ?? '', extraMinutes: extraMinutes ?? 0 };
  return portalSessionId == null ? worker : { ...worker, portalSessionId };
}

export function isPackaged(doc) {
  return doc.lists.length !== 1 || doc.lists[0].name !== null;
}

/** The body of a save that makes `before` into `after`; empty when they are the same. */
export function difference(before, after) {
  const body = {};
  for (const field of FIELDS) {
    if (after.fields[field] !== before.fields[field]) {
      body[field] = after.fields[field] ?? null;
    }
  }
  if (!same(before.lists, after.lists)) {
    if (isPackaged(after)) {
      body.packages = after.lists.map((it) => ({ name: it.name, questions: it.entries }));
    } else {
      body.questions = after.lists[0].entries;
    }
  }
  if (!same(before.workers, after.workers)) {
    // A name that is not known is not a name of no letters.
    body.workers = after.workers.map(({ name, ...worker }) => (name ? { ...worker, name } : worker));
  }
  if (after.token !== undefined) {
    body.accessToken = after.token;
  }
  return body;
}

// ---- reading ----

/** Each entry with where it stands: `[{list, at, entry, key}]`. */
export function placesOf(doc) {
  return doc.lists.flatMap(({ entries }, list) =>
    entries.map((entry, at) => ({ list, at, entry, key: entry.pool ? `pool-${list}-${at}` : String(entry.id) })),
  );
}

export function questionsOf(doc) {
  return doc.lists.flatMap(({ entries }) => entries.filter((it) => !it.pool));
}

/** How many questions each worker gets, and the most points (architecture of packages: see domain, K of the smallest). */
export function sizeOf(doc) {
  const sizes = doc.lists.map(({ entries }) =>
    entries.reduce((sum, it) => sum + (it.pool ? (it.pool.count ?? 0) : 1), 0),
  );
  return {
    written: sizes.reduce((sum, it) => sum + it, 0),
    asked: isPackaged(doc) ? Math.min(...sizes) : sizes[0],
    points: questionsOf(doc).reduce((sum, it) => sum + (it.points ?? 0), 0),
    drawn: doc.lists.some(({ entries }) => entries.some((it) => it.pool)),
  };
}

/** An id that no question of these drafts has or had. */
export function freeId(...docs) {
  return 1 + docs.flatMap(questionsOf).reduce((highest, it) => Math.max(highest, it.id), 0);
}

// ---- changing ----

export function withField(doc, field, value) {
  const fields = { ...doc.fields };
  if (value === undefined || value === null || value === '') {
    delete fields[field];
  } else {
    fields[field] = value;
  }
  return { ...doc, fields };
}

export function withLists(doc, lists) {
  return { ...doc, lists };
}

function withEntries(doc, list, entries) {
  return withLists(doc, doc.lists.with(list, { ...doc.lists[list], entries }));
}

export function inserted(doc, list, at, ...entries) {
  return withEntries(doc, list, doc.lists[list].entries.toSpliced(at, 0, ...entries));
}

export function removed(doc, list, at) {
  return withEntries(doc, list, doc.lists[list].entries.toSpliced(at, 1));
}

export function replaced(doc, list, at, entry) {
  return withEntries(doc, list, doc.lists[list].entries.with(at, entry));
}

/** The questions stay, as one list. */
export function withoutPackages(doc) {
  return withLists(doc, [{ name: null, entries: doc.lists.flatMap((it) => it.entries) }]);
}

/** The questions that are there become the first package. */
export function withPackage(doc, name) {
  const lists = isPackaged(doc) ? doc.lists : [{ ...doc.lists[0], name: 'A' }];
  return withLists(doc, [...lists, { name, entries: [] }]);
}

/** What was in it goes to the one before it, so that no question is lost. */
export function withoutPackage(doc, list) {
  if (doc.lists.length === 1) {
    return withoutPackages(doc);
  }
  const heir = list === 0 ? 1 : list - 1;
  const entries = [...doc.lists[heir].entries, ...doc.lists[list].entries];
  return withLists(doc, doc.lists.with(heir, { ...doc.lists[heir], entries }).toSpliced(list, 1));
}

export function renamed(doc, list, name) {
  return withLists(doc, doc.lists.with(list, { ...doc.lists[list], name }));
}

export function withWorkers(doc, workers) {
  return { ...doc, workers };
}
