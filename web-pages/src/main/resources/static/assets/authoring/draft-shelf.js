import { openDB } from 'idb';

/**
 * What this device keeps of drafts that are being written: one record for each page that has one open, until it is saved.
 * A page holds a lock named after its record as long as it lives; a record whose lock is free was left behind by a page
 * that was reloaded, closed or killed, and the next page takes it over.
 */
export class DraftShelf {
  #database;

  constructor(database) {
    this.#database = database;
  }

  /** A device that keeps nothing is no reason not to write: then there is no shelf. */
  static async open() {
    try {
      const database = await openDB('exam-ledger-drafts', 1, {
        upgrade: (made) => made.createObjectStore('desks', { keyPath: 'desk' }),
        blocking: (_current, _blocked, event) => event.target.close(),
      });
      return new DraftShelf(database);
    } catch {
      return new DraftShelf(null);
    }
  }

  get keeps() {
    return this.#database !== null;
  }

  /** @param record `{desk, person, draftId, …}` */
  async put(record) {
    await this.#database?.put('desks', record);
  }

  async remove(desk) {
    await this.#database?.delete('desks', desk);
  }

  /** What pages of this person left of a draft, the oldest first. */
  async of(person, draftId) {
    const all = (await this.#database?.getAll('desks')) ?? [];
    return all
      .filter((it) => it.person === person && it.draftId === draftId)
      .sort((one, other) => one.at - other.at);
  }

  /** Which drafts of this person have something here that the server does not. */
  async unsaved(person) {
    const all = (await this.#database?.getAll('desks')) ?? [];
    return new Set(all.filter((it) => it.person === person).map((it) => it.draftId));
  }

  /** Says that this page lives, until it is gone or calls what it gets. */
  static hold(desk) {
    return new Promise((held) => {
      if (!navigator.locks) {
        held(() => {});
        return;
      }
      navigator.locks.request(lockOf(desk), () => new Promise((release) => held(release)));
    });
  }

  /** Calls when the page of that record is gone; at once when it is already. */
  static whenLeft(desk, then) {
    if (!navigator.locks) {
      return then();
    }
    return navigator.locks.request(lockOf(desk), then);
  }

  /** Whether the page of that record is gone. */
  static async isLeft(desk) {
    if (!navigator.locks) {
      return true;
    }
    return navigator.locks.request(lockOf(desk), { ifAvailable: true }, (lock) => lock !== null);
  }
}

function lockOf(desk) {
  return 'exam-ledger.desk.' + desk;
}
