import { FIELDS, freeId, isPackaged, questionsOf, same } from './draft-doc.js';

/**
 * Two people, or two tabs, changed one draft: from what both of them had seen (`base`), what the server has now
 * (`theirs`) and what is on this screen (`mine`) comes one draft that has the work of both. Only where both changed the
 * very same field, question or worker a person has to choose; until then the screen keeps his own, and the server theirs.
 *
 * Who deletes loses against who changes: what somebody just worked on stays.
 *
 * @returns `doc`; `conflicts`, keys of what both changed; `news`, keys of what came from the other side. A key is the name
 *     of a field, `question:<id>` or `worker:<id>`.
 */
export function merged(base, mine, theirs) {
  const conflicts = [];
  const news = [];
  const chosen = (key, before, own, other) => {
    if (same(own, other) || same(before, other)) {
      return own;
    }
    if (same(before, own) || own === undefined) {
      news.push(key);
      return other;
    }
    if (other !== undefined) {
      conflicts.push(key);
    }
    return own;
  };

  const fields = {};
  for (const field of FIELDS) {
    const value = chosen(field, base.fields[field], mine.fields[field], theirs.fields[field]);
    if (value !== undefined) {
      fields[field] = value;
    }
  }
  const own = renumbered(base, mine, theirs);
  const questions = mergedMap(byId(base), byId(own), byId(theirs), (id) => `question:${id}`, chosen);
  const workers = mergedMap(byWorker(base), byWorker(mine), byWorker(theirs), (id) => `worker:${id}`, chosen);
  return {
    doc: {
      fields,
      lists: mergedLists(base, own, theirs, questions),
      workers: [...workers.values()],
      token: mine.token,
      tokenSet: theirs.tokenSet,
    },
    conflicts,
    news,
  };
}

/** What stands under the key of a conflict. */
export function valueAt(doc, key) {
  const [kind, id] = split(key);
  switch (kind) {
    case 'question':
      return questionsOf(doc).find((it) => String(it.id) === id);
    case 'worker':
      return doc.workers.find((it) => it.workerId === id);
    default:
      return doc.fields[key];
  }
}

/** The draft with another value there. */
export function withValueAt(doc, key, value) {
  const [kind, id] = split(key);
  switch (kind) {
    case 'question':
      return { ...doc, lists: doc.lists.map((list) => ({ ...list, entries: swapped(list.entries, id, value) })) };
    case 'worker':
      return { ...doc, workers: doc.workers.map((it) => (it.workerId === id ? value : it)) };
    default: {
      const { [key]: _before, ...fields } = doc.fields;
      return { ...doc, fields: value === undefined ? fields : { ...fields, [key]: value } };
    }
  }
}

function split(key) {
  const at = key.indexOf(':');
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

function swapped(entries, id, value) {
  return entries.map((it) => (!it.pool && String(it.id) === id ? value : it));
}

function byId(doc) {
  return new Map(questionsOf(doc).map((it) => [it.id, it]));
}

function byWorker(doc) {
  return new Map(doc.workers.map((it) => [it.workerId, it]));
}

function mergedMap(base, mine, theirs, key, chosen) {
  const merged = new Map();
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    const value = chosen(key(id), base.get(id), mine.get(id), theirs.get(id));
    if (value !== undefined) {
      merged.set(id, value);
    }
  }
  return merged;
}

/** Both sides gave the next id to a new question of theirs: mine moves on. */
function renumbered(base, mine, theirs) {
  const before = byId(base);
  const others = byId(theirs);
  let next = freeId(base, mine, theirs);
  const entries = (list) =>
    list.entries.map((it) =>
      !it.pool && !before.has(it.id) && others.has(it.id) && !same(others.get(it.id), it) ? { ...it, id: next++ } : it,
    );
  return { ...mine, lists: mine.lists.map((list) => ({ ...list, entries: entries(list) })) };
}

/** Who did not touch the order takes the other's; when both did, mine holds and what is new of theirs comes in. */
function mergedLists(base, mine, theirs, questions) {
  const untouched = same(layout(base), layout(mine));
  const frame = untouched ? theirs : mine;
  const other = untouched ? mine : theirs;
  const placed = new Set();
  const lists = frame.lists.map((list) => ({
    name: list.name,
    entries: list.entries.filter((it) => it.pool || questions.has(it.id)).map((it) => it.pool ? it : placing(it.id)),
  }));
  function placing(id) {
    placed.add(id);
    return questions.get(id);
  }
  other.lists.forEach((list, index) => {
    list.entries.forEach((entry, at) => {
      if (entry.pool ? isNewPool(entry, base, frame, untouched) : questions.has(entry.id) && !placed.has(entry.id)) {
        const target = lists[Math.min(index, lists.length - 1)];
        target.entries.splice(behind(target, list.entries[at - 1]), 0, entry.pool ? entry : placing(entry.id));
      }
    });
  });
  return lists.length > 0 ? lists : [{ name: isPackaged(frame) ? '' : null, entries: [] }];
}

function isNewPool(entry, base, frame, untouched) {
  const holds = (doc) => doc.lists.some(({ entries }) => entries.some((it) => same(it, entry)));
  return !untouched && !holds(base) && !holds(frame);
}

function behind(list, predecessor) {
  const at = list.entries.findIndex((it) => same(it, predecessor) || (!it.pool && it.id === predecessor?.id));
  return at < 0 ? list.entries.length : at + 1;
}

function layout(doc) {
  return doc.lists.map(({ name, entries }) => [name, entries.map((it) => it.pool ?? it.id)]);
}
