import { difference, docOf, freeId, same } from './draft-doc.js';
import { merged, valueAt, withValueAt } from './draft-merge.js';

/**
 * The versions of one draft that have to become one: what is on the screen (`doc`), what the server had when it was last
 * heard (`base`, with its `revision`), and what both sides changed and nobody chose yet (`conflicts`, key → `{by}`).
 * It asks nobody and knows no time.
 */
export class DraftVersions {
  doc = null;
  base = null;
  revision = 0;
  savedAt = null;
  conflicts = new Map();
  /** What came from elsewhere since the person looked. */
  news = [];

  get isOpen() {
    return this.doc !== null;
  }

  get hasChanges() {
    return this.isOpen && Object.keys(difference(this.base, this.#sendable())).length > 0;
  }

  /** A save of everything that may be saved: `{key, doc, body}`; null when there is nothing. */
  nextSave() {
    if (!this.isOpen) {
      return null;
    }
    const doc = this.#sendable();
    const body = difference(this.base, doc);
    return Object.keys(body).length === 0
      ? null
      : { key: crypto.randomUUID(), doc, body: { ...body, basedOn: this.revision, overwrite: false } };
  }

  /** What nobody chose yet stays as the server has it. */
  #sendable() {
    return [...this.conflicts.keys()].reduce((doc, key) => withValueAt(doc, key, valueAt(this.base, key)), this.doc);
  }

  /** A save was stored; whoever types goes on meanwhile. */
  stored({ doc }, savedAt) {
    this.savedAt = savedAt;
    this.base = { ...doc, token: undefined, tokenSet: tokenSetAfter(doc) };
    if (this.doc.token === doc.token) {
      this.doc = { ...this.doc, token: undefined, tokenSet: this.base.tokenSet };
    }
  }

  /**
   * What the server has now.
   *
   * @param overwritten what it told of who saved which field, `[{field, by}]`
   */
  heard(draft, overwritten) {
    const theirs = docOf(draft);
    if (!this.isOpen) {
      this.doc = theirs;
    } else if (!same(theirs, this.base) || this.conflicts.size > 0) {
      this.#join(theirs, overwritten);
    }
    this.base = theirs;
    this.revision = draft.revision;
    this.savedAt = draft.savedAt;
  }

  #join(theirs, overwritten) {
    const { doc, conflicts, news } = merged(this.base, this.doc, theirs);
    this.doc = doc;
    conflicts.forEach((key) => this.conflicts.set(key, { by: nameFor(key, overwritten) }));
    for (const key of this.conflicts.keys()) {
      if (same(valueAt(doc, key), valueAt(theirs, key)) || valueAt(theirs, key) === undefined) {
        this.conflicts.delete(key);
      }
    }
    this.news = [...new Set([...this.news, ...news])];
  }

  /** Of what both sides changed: `mine`, `theirs`, or for a question `both`, mine as a new one behind theirs. */
  settle(key, choice) {
    const theirs = valueAt(this.base, key);
    const mine = valueAt(this.doc, key);
    this.conflicts.delete(key);
    if (choice !== 'mine') {
      const next = withValueAt(this.doc, key, theirs);
      this.doc = choice === 'both' ? behind(next, theirs.id, { ...mine, id: freeId(this.doc, this.base) }) : next;
    }
  }

  /** Begins as an earlier page left it, or takes in what another page left: of a question that both changed, both stay. */
  takeOver(record) {
    if (this.isOpen) {
      const { doc, conflicts } = merged(record.base, this.doc, record.doc);
      this.doc = conflicts
        .filter((key) => key.startsWith('question:'))
        .map((key) => valueAt(record.doc, key))
        .reduce((all, it) => behind(all, it.id, { ...it, id: freeId(all, record.doc, this.base) }), {
          ...doc,
          token: this.doc.token ?? record.doc.token,
          tokenSet: this.doc.tokenSet,
        });
    } else {
      const { doc, base, revision, savedAt, conflicts } = record;
      Object.assign(this, { doc, base, revision, savedAt, conflicts: new Map(conflicts) });
    }
  }

  /** What the device has to keep. */
  get kept() {
    const { doc, base, revision, savedAt, conflicts } = this;
    return { doc, base, revision, savedAt, conflicts: [...conflicts] };
  }
}

function tokenSetAfter({ token, tokenSet }) {
  return token === undefined ? tokenSet : token !== null && token.trim() !== '';
}

function behind(doc, id, question) {
  const lists = doc.lists.map((list) => {
    const at = list.entries.findIndex((it) => it.id === id);
    return at < 0 ? list : { ...list, entries: list.entries.toSpliced(at + 1, 0, question) };
  });
  return { ...doc, lists };
}

/** Who saved it, as the server told with the refusal. */
function nameFor(key, overwritten) {
  const field = key.startsWith('question:') ? /^(questions|packages)$/ : key.startsWith('worker:') ? /^workers$/ : null;
  const by = overwritten.find((it) => (field ? field.test(it.field) : it.field === key))?.by;
  // Whom the directory does not know is told by an id, which tells nobody anything.
  return /^[0-9a-f]{8}-/.test(by ?? '') ? undefined : by;
}
