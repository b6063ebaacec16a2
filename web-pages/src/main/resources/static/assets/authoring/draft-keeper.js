import { Unreachable } from '../shared/api.js';
import { DeskRecord } from './desk-record.js';
import { DraftVersions } from './draft-versions.js';

/** Saved when nobody typed for a moment, and at the latest after ten seconds of typing (seed 003). */
const MOMENT = 800;
const LATEST = 10_000;

/** How soon what is typed is kept on this device. */
const KEPT_AFTER = 150;

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const LOOK_EVERY = 15_000;
const PATIENCE = 20_000;

/** What a browser sends for a page that is gone already. */
const MOST_ON_LEAVING = 60_000;

/**
 * Keeps one draft: on this device at once, on the server a moment later, and both sides together when somebody else
 * works on the same one. It knows nothing of how a draft is shown. `state` is one of
 *
 * - `saved`, `waiting` (typed a moment ago), `saving`
 * - `unreachable`, `busy`: tried again and again
 * - `refused`: the server does not take it as it is (`errors`); the next change is tried
 * - `signed-out`, `forbidden`: goes on once the right person signed in
 * - `locked`, `gone`: it is an exam now, or there for nobody; nothing more is sent
 */
export class DraftKeeper extends EventTarget {
  state = 'saved';
  errors = [];
  /** What the lock answered when it was this page that locked: `{examId, sessions}`. */
  exam = null;
  /** Another number after every change of anything here. */
  stamp = 0;

  #api;
  #draftId;
  #record;
  #versions = new DraftVersions();
  /** A save that was sent and not answered. It is repeated as it is until it is answered (R2). */
  #pending = null;
  #position = 0;
  #etag = null;
  #waiting = {};
  #dirtySince = 0;
  #failures = 0;
  #running = null;
  #channel;
  #closed = false;
  /** Somebody waits for all of it to be saved. */
  #hurry = false;

  constructor({ api, shelf, person, draftId, position = 0 }) {
    super();
    this.#api = api;
    this.#draftId = draftId;
    this.#position = position;
    this.#record = new DeskRecord(shelf, person, draftId);
  }

  get draftId() {
    return this.#draftId;
  }

  /** Where the log stood after what was saved last. */
  get position() {
    return this.#position;
  }

  get doc() {
    return this.#versions.doc;
  }

  get base() {
    return this.#versions.base;
  }

  get savedAt() {
    return this.#versions.savedAt;
  }

  get conflicts() {
    return this.#versions.conflicts;
  }

  get news() {
    return this.#versions.news;
  }

  /** Whether everything on the screen is on the server. */
  get isSaved() {
    return this.#pending === null && this.conflicts.size === 0 && !this.#versions.hasChanges;
  }

  /** Whether the device keeps what the server has not got. */
  get isKept() {
    return this.#record.keeps;
  }

  get #isOver() {
    return this.state === 'locked' || this.state === 'gone';
  }

  /**
   * Takes up what an earlier page left, and reads the draft.
   *
   * @returns `open`, `gone` when there is no such draft, or `unreachable` when nothing is known of it
   */
  async open() {
    for (const left of await this.#record.leftBehind((later) => this.#closed || this.#takeOver(later))) {
      await this.#takeOver(left);
    }
    if (this.#pending !== null) {
      // Whether it was stored is not known. Only when it is can mine be told from what others wrote.
      await this.#run();
    }
    const found = await this.#read();
    if (!this.#versions.isOpen) {
      return found;
    }
    this.#channel = new BroadcastChannel('exam-ledger.drafts');
    this.#channel.onmessage = ({ data }) => this.#heardOf(data);
    this.#later('look', LOOK_EVERY);
    this.#later('save', 0);
    return 'open';
  }

  /** Stops; what is not saved stays on this device. */
  async close() {
    this.#closed = true;
    Object.values(this.#waiting).forEach(clearTimeout);
    this.#channel?.close();
    await this.#keep();
    this.#record.leave();
  }

  /** This page made an exam of it, so there is nothing more to save. */
  async locked(exam) {
    this.exam = exam;
    this.#say('locked');
    await this.close();
  }

  /** What is here is somewhere else now. */
  async forget() {
    await this.close();
    await this.#record.put(null);
  }

  // ---- what a person does ----

  /** @param change makes another draft of the one there is */
  edit(change) {
    const next = change(this.doc);
    if (next !== this.doc) {
      this.#versions.doc = next;
      this.#edited();
    }
  }

  /** @param choice `mine`, `theirs` or `both` */
  settle(key, choice) {
    this.#versions.settle(key, choice);
    this.#edited();
  }

  forgetNews() {
    this.#versions.news = [];
    this.#changed();
  }

  #edited() {
    this.#later('keep', KEPT_AFTER);
    if (!this.#isOver) {
      this.#dirtySince ||= performance.now();
      if (this.state === 'saved' || this.state === 'refused') {
        this.state = 'waiting';
      }
      if (!this.#running && this.state === 'waiting') {
        this.#saveSoon();
      }
    }
    this.#changed();
  }

  /** Saves now. Tells whether the server has everything. */
  async flush() {
    clearTimeout(this.#waiting.save);
    this.#hurry = true;
    try {
      await this.#running;
      await this.#run();
    } finally {
      this.#hurry = false;
    }
    return this.isSaved && this.state === 'saved';
  }

  /** Something else wrote into the draft for this person: reads it. */
  async wroteElsewhere(position) {
    this.#position = Math.max(this.#position, position);
    await this.#read();
  }

  /** The page is being left. Tells whether everything is safe: on the server, on its way there, or on this device. */
  leave() {
    if (this.isSaved || this.#isOver) {
      return true;
    }
    const save = this.#pending ?? this.#versions.nextSave();
    const isSmall = save !== null && JSON.stringify(save.body).length < MOST_ON_LEAVING;
    if (isSmall && !this.#running) {
      this.#pending = save;
      this.#put(save, { keepalive: true }).then(
        (reply) => this.#answered(save, reply),
        () => {},
      );
    }
    this.#keep();
    return this.isKept;
  }

  /** Connected again, or signed in again. */
  goOn() {
    if (['unreachable', 'busy', 'signed-out', 'forbidden'].includes(this.state)) {
      this.#failures = 0;
      this.#later('save', 0);
    }
    this.#later('look', 0);
  }

  // ---- saving ----

  #run() {
    this.#running ??= this.#saveAll().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #saveAll() {
    while (!this.#closed && !this.#isOver) {
      this.#pending ??= this.#versions.nextSave();
      if (this.#pending === null) {
        this.#dirtySince = 0;
        this.#say(this.conflicts.size > 0 ? 'waiting' : 'saved');
        await this.#keep();
        return;
      }
      this.#say('saving');
      await this.#keep();
      if (!(await this.#send(this.#pending))) {
        return;
      }
      this.#failures = 0;
      if (!this.#hurry && this.#pending === null && this.#versions.hasChanges) {
        // Typed while it was being saved. Not each letter becomes a fact.
        this.#dirtySince = performance.now();
        this.#say('waiting');
        this.#saveSoon();
        return;
      }
    }
  }

  #saveSoon() {
    this.#later('save', Math.min(MOMENT, Math.max(0, this.#dirtySince + LATEST - performance.now())));
  }

  #put(save, options) {
    return this.#api.put(`/drafts/${this.#draftId}`, save.body, { key: save.key, ...options });
  }

  /** Tells whether it can go on at once. */
  async #send(save) {
    let reply;
    try {
      reply = await this.#put(save, { patience: PATIENCE });
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.#waitFor('unreachable', undefined);
      return false;
    }
    return this.#answered(save, reply);
  }

  async #answered(save, reply) {
    if (this.#pending !== save) {
      return true;
    }
    if (reply.ok) {
      await this.#stored(save, reply.body);
      return true;
    }
    if (reply.passing) {
      this.#waitFor('busy', reply.retryAfter);
      return false;
    }
    if (reply.status === 401 || reply.status === 403) {
      this.#say(reply.status === 401 ? 'signed-out' : 'forbidden');
      return false;
    }
    // It was decided, so it is not sent again as it is.
    this.#pending = null;
    return this.#refused(reply);
  }

  async #refused(reply) {
    switch (reply.code) {
      case 'draft-changed':
        this.#position = Math.max(this.#position, reply.body.position);
        return (await this.#read(reply.body.overwritten)) === 'open';
      case 'command-reused':
        return true;
      case 'draft-locked':
        this.#say('locked');
        return false;
      case 'not-found':
        this.#say('gone');
        return false;
      default:
        this.errors = reply.body?.errors ?? [{ field: '', message: reply.body?.detail ?? String(reply.status) }];
        this.#say('refused');
        await this.#keep();
        return false;
    }
  }

  async #stored(save, { revision, savedAt, position }) {
    const alone = revision <= this.#versions.revision + 1;
    this.#pending = null;
    this.errors = [];
    this.#versions.stored(save, savedAt);
    this.#position = Math.max(this.#position, position);
    this.#etag = null;
    if (alone) {
      this.#versions.revision = revision;
      this.#channel?.postMessage({ draftId: this.#draftId, position });
    } else {
      // Somebody saved something else in between: until that is read, nothing newer may be taken as seen.
      await this.#read();
    }
  }

  #waitFor(state, wait) {
    this.#failures++;
    this.#say(state);
    this.#later('save', wait ?? Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (this.#failures - 1)));
  }

  // ---- hearing ----

  async #heardOf({ draftId, position }) {
    if (draftId === this.#draftId && position > this.#position) {
      this.#position = position;
      if (this.#pending === null) {
        await this.#read();
      }
    }
  }

  /** Reads what the server has, and brings both sides together. */
  async #read(overwritten = []) {
    let reply;
    try {
      reply = await this.#api.get(
        `/drafts/${this.#draftId}?atLeast=${this.#position}`,
        this.#etag ? { 'If-None-Match': this.#etag } : {},
      );
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.#later('look', FIRST_WAIT * 3);
      return 'unreachable';
    }
    if (reply.ok) {
      this.#etag = reply.headers.get('ETag');
      this.#heard(reply.body, overwritten);
    } else if (reply.status === 404) {
      this.#say('gone');
      return 'gone';
    } else if (reply.status !== 304) {
      this.#later('look', reply.retryAfter ?? FIRST_WAIT * 3);
      return 'unreachable';
    }
    return 'open';
  }

  #heard(draft, overwritten) {
    if (draft.revision < this.#versions.revision) {
      return;
    }
    if (this.#pending !== null) {
      // It may hold what was just sent, and that would look like somebody else's.
      this.#etag = null;
      return;
    }
    this.#versions.heard(draft, overwritten);
    if (draft.locked) {
      this.state = 'locked';
    } else if (this.#versions.hasChanges && this.state === 'saved') {
      this.state = 'waiting';
      this.#later('save', MOMENT);
    }
    this.#later('keep', KEPT_AFTER);
    this.#changed();
  }

  // ---- keeping on this device ----

  async #keep() {
    clearTimeout(this.#waiting.keep);
    const wasKept = this.isKept;
    const isNothing = !this.#versions.isOpen || this.isSaved;
    await this.#record.put(
      isNothing ? null : { ...this.#versions.kept, pending: this.#pending, position: this.#position },
    );
    if (this.isKept !== wasKept) {
      this.#changed();
    }
  }

  async #takeOver(record) {
    if (!this.#versions.isOpen) {
      this.#pending = record.pending;
    }
    this.#versions.takeOver(record);
    this.#position = Math.max(this.#position, record.position);
    this.state = this.state === 'saved' ? 'waiting' : this.state;
    this.#later('save', MOMENT);
    this.#changed();
    // First under this page's name, then no longer under the other's.
    await this.#keep();
    await this.#record.drop(record);
  }

  // ---- time ----

  #later(what, wait) {
    clearTimeout(this.#waiting[what]);
    if (!this.#closed) {
      const act = { save: () => this.#run(), keep: () => this.#keep(), look: () => this.#look() };
      this.#waiting[what] = setTimeout(act[what], wait);
    }
  }

  async #look() {
    this.#later('look', LOOK_EVERY);
    if (!document.hidden && this.#pending === null && this.state !== 'gone' && this.state !== 'signed-out') {
      await this.#read();
    }
  }

  #say(state) {
    this.state = state;
    this.#changed();
  }

  #changed() {
    this.stamp++;
    this.dispatchEvent(new Event('change'));
  }
}
