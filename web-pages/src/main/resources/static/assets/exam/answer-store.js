import { openDB } from 'idb';
import { isNewer } from './clicks.js';

/**
 * What this device must not lose. Every click is here before anything is sent, with the number that says where it
 * stands in the person's order (R1), and stays until the server has taken or refused it.
 *
 * - `rooms`: one row a session: its epoch, the next number, flags, its attempt and since which epoch that is here.
 * - `clicks`: what the server has not answered, by session, epoch and number.
 * - `settled`: the newest answer of each question that the server has, or has refused.
 */
const CLICK = (sessionId, from, to) => IDBKeyRange.bound([sessionId, ...from], [sessionId, ...to]);

export class AnswerStore {
  #database;

  constructor(database) {
    this.#database = database;
  }

  static async open() {
    const database = await openDB('exam-ledger', 1, {
      upgrade(made) {
        made.createObjectStore('rooms', { keyPath: 'sessionId' });
        made.createObjectStore('clicks', { keyPath: ['sessionId', 'epoch', 'clientSeq'] });
        made.createObjectStore('settled', { keyPath: ['sessionId', 'questionId'] });
      },
      // A newer page in another tab may change the tables; it must not wait for this one.
      blocking: (_current, _blocked, event) => event.target.close(),
    });
    return new AnswerStore(database);
  }

  async room(sessionId) {
    return (await this.#database.get('rooms', sessionId)) ?? { sessionId, epoch: 0, nextSeq: 1, flagged: [] };
  }

  /** A new epoch counts from one; what older epochs left stays to be sent with theirs (R17). */
  async enter(sessionId, epoch, attempt) {
    const room = await this.room(sessionId);
    if (room.epoch !== epoch) {
      const anew = (room.attempt ?? attempt) === attempt ? {} : { since: epoch, flagged: [] };
      await this.#database.put('rooms', { ...room, ...anew, epoch, nextSeq: 1, attempt });
    }
  }

  async flag(sessionId, flagged) {
    const changing = this.#database.transaction('rooms', 'readwrite');
    const room = await changing.store.get(sessionId);
    if (room) {
      changing.store.put({ ...room, flagged });
    }
    await changing.done;
  }

  /**
   * Gives the click its number and keeps it, both or none.
   *
   * @param free the lowest number that the page has not given to a command which could not be kept here
   */
  async add(sessionId, click, free) {
    const changing = this.#database.transaction(['rooms', 'clicks'], 'readwrite', { durability: 'strict' });
    const rooms = changing.objectStore('rooms');
    const room = await rooms.get(sessionId);
    const kept = { ...click, sessionId, epoch: room.epoch, clientSeq: Math.max(room.nextSeq, free) };
    await Promise.all([
      rooms.put({ ...room, nextSeq: kept.clientSeq + 1 }),
      changing.objectStore('clicks').put(kept),
      changing.done,
    ]);
    return kept;
  }

  /** A number for a command that is no click: handing in. */
  async number(sessionId, free) {
    const changing = this.#database.transaction('rooms', 'readwrite');
    const room = await changing.store.get(sessionId);
    const number = Math.max(room.nextSeq, free);
    await Promise.all([changing.store.put({ ...room, nextSeq: number + 1 }), changing.done]);
    return number;
  }

  /** Everything the server has not answered, in the person's order. */
  clicks(sessionId) {
    return this.#database.getAll('clicks', CLICK(sessionId, [], [[]]));
  }

  settled(sessionId) {
    return this.#database.getAll('settled', CLICK(sessionId, [], [[]]));
  }

  /** @param outcome `saved`, `late`, or `refused` with what the server said */
  async settle(clicks, outcome, said = null) {
    const changing = this.#database.transaction(['clicks', 'settled'], 'readwrite');
    for (const click of clicks) {
      changing.objectStore('clicks').delete([click.sessionId, click.epoch, click.clientSeq]);
      if (click.kind === 'answer') {
        const before = await changing.objectStore('settled').get([click.sessionId, click.questionId]);
        if (!before || isNewer(click, before)) {
          changing.objectStore('settled').put({ ...click, outcome, said });
        }
      }
    }
    await changing.done;
  }

  async forget(sessionId) {
    const changing = this.#database.transaction(['rooms', 'clicks', 'settled'], 'readwrite');
    changing.objectStore('rooms').delete(sessionId);
    changing.objectStore('clicks').delete(CLICK(sessionId, [], [[]]));
    changing.objectStore('settled').delete(CLICK(sessionId, [], [[]]));
    await changing.done;
  }
}
