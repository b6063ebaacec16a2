import { asAnswer, isAnswer, isNewer, keyOf, newestOfEach } from './clicks.js';

const MOST_AT_ONCE = 100;

/** The requests of a page that is going away may hold no more (Fetch, keepalive). */
const MOST_BYTES_WHEN_LEAVING = 60_000;

/**
 * Brings what the person did to the server, and never forgets a click before the server has taken or refused it.
 *
 * One request is on its way at a time. A single click goes alone; when several wait, the newest answer of each question
 * goes first, because that is what counts; the clicks it overtook follow, then the pages that were turned, because each of
 * them is a fact. One answer that the server refuses is set aside and holds up nobody.
 *
 * Events: `change` (something is saved, waits or was refused), `receipt` (with the reply), `ended` (with the reply to a
 * click of this very page; an older one may be of an attempt before), `superseded` (another device's answer is newer).
 */
export class AnswerQueue extends EventTarget {
  #line;
  #store;
  #sessionId;
  #newestSeq = 0;

  /** The first epoch of this attempt on this device. */
  #since = 0;

  #unsent = [];
  #settled = new Map();
  #suspects = new Set();
  #carried = false;

  epoch = 0;

  /** Whether clicks live in this page only, because the device could not keep them. */
  unkept = false;

  constructor(line, store, sessionId) {
    super();
    this.#line = line;
    this.#store = store;
    this.#sessionId = sessionId;
    line.addEventListener('change', () => this.#tell('change'));
  }

  /** Takes up what an earlier page left on this device. */
  async begin(epoch, attempt) {
    this.epoch = epoch;
    await this.#store.enter(this.#sessionId, epoch, attempt);
    const room = await this.#store.room(this.#sessionId);
    this.#newestSeq = room.nextSeq - 1;
    this.#since = room.since ?? 0;
    for (const settled of await this.#store.settled(this.#sessionId)) {
      if (this.#counts(settled)) {
        this.#settled.set(settled.questionId, settled);
      }
    }
    this.#unsent = await this.#store.clicks(this.#sessionId);
    this.#run();
  }

  async answer(questionId, optionIds, pageIndex) {
    await this.#add({ kind: 'answer', questionId, optionIds, pageIndex });
  }

  async turnTo(pageIndex) {
    await this.#add({ kind: 'page', pageIndex });
  }

  /** What this device knows of a question: `saved`, `saving`, `waiting`, `refused`, `late` or nothing. */
  stateOf(questionId) {
    if (this.#unsent.some((click) => isAnswer(click) && click.questionId === questionId && this.#counts(click))) {
      return this.#line.connection === 'online' ? 'saving' : 'waiting';
    }
    return this.#settled.get(questionId)?.outcome ?? '';
  }

  /** Why the server refused the newest answer of a question. */
  refusalOf(questionId) {
    return this.#settled.get(questionId)?.said ?? null;
  }

  /** How many questions wait for the server. */
  get unsentAnswers() {
    return new Set(this.#unsent.filter(isAnswer).map((click) => click.questionId)).size;
  }

  /** The newest options of each question that the server has not answered. */
  waiting() {
    return new Map(
      [...newestOfEach(this.#unsent.filter((click) => isAnswer(click) && this.#counts(click)))].map(
        ([question, click]) => [question, click.optionIds],
      ),
    );
  }

  /** Answers of this very page that the server has not answered, in the person's order. */
  unsentHere() {
    return this.#unsent.filter((click) => isAnswer(click) && click.epoch === this.epoch);
  }

  /** Answers of this very page that the server has confirmed. */
  savedHere() {
    return [...this.#settled.values()].filter((it) => it.outcome === 'saved' && it.epoch === this.epoch);
  }

  /** The page is going away, maybe for good: says so, and sends what fits without waiting for an answer. */
  async leave() {
    this.#line.beacon('heartbeat', { epoch: this.epoch, visibility: 'leaving' });
    const answers = [...newestOfEach(this.unsentHere()).values()].map(asAnswer);
    while (JSON.stringify(answers).length > MOST_BYTES_WHEN_LEAVING) {
      answers.pop();
    }
    if (answers.length > 0) {
      // What arrives is answered as a repeat when the next page sends it again (R2).
      await this.#line.postParting('answers/batch', { epoch: this.epoch, answers });
    }
  }

  /** Somebody else carries what is unsent: only what older pages left is sent from here meanwhile. */
  hold(carried) {
    this.#carried = carried;
    this.#line.wake();
  }

  /** A number for a command that is no click; after clicks that the device could not keep, the page counts on by itself. */
  async number() {
    const free = this.#claim();
    try {
      return this.#claimed(await this.#store.number(this.#sessionId, free));
    } catch (broken) {
      console.warn('this device keeps nothing', broken);
      return free;
    }
  }

  /** No two commands get one number, also when the device kept one of them and not the other (R2). */
  #claim() {
    return this.#claimed(this.#newestSeq + 1);
  }

  #claimed(number) {
    this.#newestSeq = Math.max(this.#newestSeq, number);
    return number;
  }

  /** The server has these now. */
  async taken(clicks, reply) {
    await this.#settle(clicks, 'saved');
    this.#tell('receipt', reply);
  }

  /** One of these is not acceptable; sent alone each is taken or set aside. Comes back when each is. */
  async oneByOne(clicks) {
    clicks.forEach((click) => this.#suspects.add(keyOf(click)));
    this.#line.wake();
    await this.until(() => !this.#unsent.some((click) => this.#suspects.has(keyOf(click))));
  }

  /** The server lacks answers it once confirmed to this page: they are sent again as they were. */
  async bringBack(questionIds) {
    for (const questionId of questionIds) {
      const lost = this.#settled.get(questionId);
      if (lost) {
        await this.answer(questionId, lost.optionIds, lost.pageIndex);
      }
    }
  }

  /** What older pages of this device left is sent under their epochs (R17). */
  olderIsSent() {
    return this.until(() => !this.#unsent.some((click) => click.epoch !== this.epoch));
  }

  allIsSent() {
    return this.until(() => this.#unsent.length === 0);
  }

  /** Until that is so, or nothing will be sent any more. */
  until(condition) {
    return new Promise((resolve) => {
      const look = () => {
        if (condition() || this.#line.stopped) {
          this.removeEventListener('change', look);
          resolve();
        }
      };
      this.addEventListener('change', look);
      look();
    });
  }

  async #add(click) {
    const told = { ...click, clientTime: new Date().toISOString() };
    const free = this.#claim();
    let kept;
    try {
      kept = await this.#store.add(this.#sessionId, told, free);
      this.#claimed(kept.clientSeq);
    } catch (full) {
      // The device is full or its storage is broken: then it is kept by this page alone, which has to stay open.
      console.warn('a click could not be kept on this device', full);
      this.unkept = true;
      kept = { ...told, sessionId: this.#sessionId, epoch: this.epoch, clientSeq: free };
    }
    this.#unsent.push(kept);
    this.#tell('change');
    // A server that asked to wait is not asked sooner because somebody clicks.
    if (this.#line.connection !== 'busy') {
      this.#line.wake();
    }
  }

  async #run() {
    while (!this.#line.stopped) {
      const group = this.#next();
      if (group.length === 0) {
        await this.#line.rest();
        continue;
      }
      const reply = await this.#send(group);
      if (reply) {
        await this.#heard(group, reply);
      } else {
        await this.#line.pause();
      }
    }
  }

  /** What goes next; nothing when all is sent or somebody else carries the rest. */
  #next() {
    const suspect = this.#unsent.find((click) => this.#suspects.has(keyOf(click)));
    if (suspect) {
      return [suspect];
    }
    const clicks = this.#carried ? this.#unsent.filter((it) => it.epoch !== this.epoch) : this.#unsent;
    const answers = clicks.filter(isAnswer);
    if (answers.length === 0) {
      return clicks.slice(0, 1);
    }
    const newest = [...newestOfEach(answers).values()];
    const epoch = newest[0].epoch;
    return newest.filter((click) => click.epoch === epoch).slice(0, MOST_AT_ONCE);
  }

  #send(group) {
    const [first] = group;
    const { epoch, clientSeq, pageIndex, clientTime } = first;
    if (!isAnswer(first)) {
      return this.#line.post('page', { epoch, clientSeq, pageIndex, clientTime });
    }
    return group.length === 1
      ? this.#line.post('answers', { epoch, ...asAnswer(first) })
      : this.#line.post('answers/batch', { epoch, answers: group.map(asAnswer) });
  }

  async #heard(group, reply) {
    if (reply.ok) {
      await this.taken(group, reply);
      if (this.#wasOvertaken(group, reply)) {
        this.#tell('superseded');
      }
    } else if (reply.code === 'session-closed') {
      await this.#settle(group, reply.body.recorded ? 'late' : 'refused', reply.body);
      if (group[0].epoch === this.epoch) {
        this.#tell('ended', reply);
      }
    } else if (group.length > 1) {
      group.forEach((click) => this.#suspects.add(keyOf(click)));
    } else {
      await this.#settle(group, 'refused', reply.body);
    }
  }

  /** Whether another device's answer is newer than the newest of ours. */
  #wasOvertaken(group, reply) {
    const outcomes = reply.body?.results ?? [{ clientSeq: group[0].clientSeq, ...reply.body }];
    return outcomes.some((it) => {
      const click = group.find((sent) => sent.clientSeq === it.clientSeq);
      return (
        (it.outcome === 'superseded' || it.first === 'superseded') &&
        click &&
        isAnswer(click) &&
        !isNewer(this.#settled.get(click.questionId) ?? click, click) &&
        !this.#unsent.some((mine) => mine.questionId === click.questionId && isNewer(mine, click))
      );
    });
  }

  async #settle(clicks, outcome, said = null) {
    try {
      await this.#store.settle(clicks, outcome, said);
    } catch (broken) {
      // The next page of this browser sends them again, and the server knows them then (R2).
      console.warn('what was sent could not be noted on this device', broken);
    }
    const keys = new Set(clicks.map(keyOf));
    this.#unsent = this.#unsent.filter((click) => !keys.has(keyOf(click)));
    for (const click of clicks) {
      this.#suspects.delete(keyOf(click));
      const before = this.#settled.get(click.questionId);
      if (isAnswer(click) && this.#counts(click) && (!before || isNewer(click, before))) {
        this.#settled.set(click.questionId, { ...click, outcome, said });
      }
    }
    this.#tell('change');
  }

  /** What an attempt before this one was is sent as well, and shown no more. */
  #counts(click) {
    return click.epoch >= this.#since;
  }

  #tell(event, reply) {
    this.dispatchEvent(Object.assign(new Event(event), { reply }));
  }
}
