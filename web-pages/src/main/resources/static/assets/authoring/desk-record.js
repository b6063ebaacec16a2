import { DraftShelf } from './draft-shelf.js';

/** What the device keeps for one page that has one draft open, and what other pages left of the same draft. */
export class DeskRecord {
  #shelf;
  #person;
  #draftId;
  #desk = crypto.randomUUID();
  #leave = () => {};
  /** A device can be full, or its database be closed under the page: then it says so only when it is written to. */
  #wrote = true;

  constructor(shelf, person, draftId) {
    this.#shelf = shelf;
    this.#person = person;
    this.#draftId = draftId;
  }

  /** Whether what was put last is kept. */
  get keeps() {
    return this.#shelf.keeps && this.#wrote;
  }

  /**
   * Begins to hold this page's record.
   *
   * @param later called with a record whose page is still there, once that is gone and left something
   * @returns what pages left that are gone, the oldest first
   */
  async leftBehind(later) {
    this.#leave = await DraftShelf.hold(this.#desk);
    const left = [];
    for (const record of await this.#shelf.of(this.#person, this.#draftId)) {
      if (await DraftShelf.isLeft(record.desk)) {
        left.push(record);
      } else {
        DraftShelf.whenLeft(record.desk, async () => {
          const all = await this.#shelf.of(this.#person, this.#draftId);
          const now = all.find((it) => it.desk === record.desk);
          return now && later(now);
        });
      }
    }
    return left;
  }

  /** @param content null when there is nothing that the server has not got */
  async put(content) {
    try {
      if (content === null) {
        await this.#shelf.remove(this.#desk);
      } else {
        await this.#shelf.put({
          ...content,
          desk: this.#desk,
          person: this.#person,
          draftId: this.#draftId,
          at: Date.now(),
        });
      }
      this.#wrote = true;
    } catch {
      // What is on the screen is still sent.
      this.#wrote = false;
    }
  }

  async drop(record) {
    await this.#shelf.remove(record.desk);
  }

  leave() {
    this.#leave();
  }
}
