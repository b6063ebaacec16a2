import { DraftShelf } from './draft-shelf.js';

/** What the device keeps for one page that has one draft open, and what other pages left of the same draft. */
export class DeskRecord {
  #shelf;
  #person;
  #draftId;
  #desk = crypto.randomUUID();
  #leave = () => {};

  constructor(shelf, person, draftId) {
    this.#shelf = shelf;
    this.#person = person;
    this.#draftId = draftId;
  }

  get keeps() {
    return this.#shelf.keeps;
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
    } catch {
      // The device is full or shut: what is on the screen is still sent.
    }
  }

  async drop(record) {
    await this.#shelf.remove(record.desk);
  }

  leave() {
    this.#leave();
  }
}
