import { Unreachable } from '../shared/api.js';
import { isNewer } from './answer-store.js';

/**
 * Brings what the person did to the server, and never forgets a click before the server has taken or refused it.
 *
 * One request is on its way at a time. A single click goes alone; when several wait, the newest answer of each question
 * goes first, because that is what counts, and the clicks it overtook follow, because each of them is a fact. One answer
 * that the server refuses is set aside and holds up nobody.
 *
 * Events: `change` (something is saved, waits or was refused), `receipt` (with the reply), `ended` (with the problem),
 * `superseded` (another device's answer is newer), `stranger` (the session is not this person's).
 */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
const MOST_AT_ONCE = 100;

/** The requests of a page that is going away may hold no more (Fetch, keepalive). */
const MOST_BYTES_WHEN_LEAVING = 60_000;

export class AnswerQueue extends EventTarget {
  #api;
  #store;
  #sessionId;
  #epoch = 0;
  #newestSeq = 0;
  #unsent = [];
  #settled = new Map();
  #suspects = new Set();
  #pauses = 0;
  #sleepers = new Set();
  #asked;
  #stopped = false;
  #handingIn = false;

  /** Whether clicks live in this page only, because the device could not keep them. */
  unkept = false;

  /** `online`, `unreachable`, `busy` (the server asked to wait) or `signed-out`. */
  connection = 'online';

  constructor(api, store, sessionId) {
    super();
    this.#api = api;
    this.#store = store;
    this.#sessionId = sessionId;
  }

  /** Takes up what an earlier page left on this device. */
  async begin(epoch) {
    this.#epoch = epoch;
    await this.#store.enter(this.#sessionId, epoch);
    for (const settled of await this.#store.settled(this.#sessionId)) {
      this.#settled.set(settled.questionId, settled);
    }
    this.#unsent = await this.#store.clicks(this.#sessionId);
    this.#newestSeq = (await this.#store.room(this.#sessionId)).nextSeq - 1;
    this.#run();
  }

  stop() {
    this.#stopped = true;
    this.#wake();
  }

  /** Tries again at once: the network is back, or somebody signed in. */
  nudge() {
    this.#wake();
  }

  async answer(questionId, optionIds, pageIndex) {
    await this.#add({ kind: 'answer', questionId, optionIds, pageIndex });
  }

  async turnTo(pageIndex) {
    await this.#add({ kind: 'page', pageIndex });
  }

  /** What this device knows of a question: `saved`, `saving`, `waiting`, `refused`, `late` or nothing. */
  stateOf(questionId) {
    const waiting = this.#unsent.filter((click) => click.kind === 'answer' && click.questionId === questionId);
    if (waiting.length > 0) {
      return this.connection === 'online' ? 'saving' : 'waiting';
    }
    const settled = this.#settled.get(questionId);
    return settled?.outcome ?? '';
  }

  /** Why the server refused the newest answer of a question. */
  refusalOf(questionId) {
    return this.#settled.get(questionId)?.said ?? null;
  }

  get unsentAnswers() {
    return new Set(this.#unsent.filter((click) => click.kind === 'answer').map((click) => click.questionId)).size;
  }

  /** The newest options of each question that the server has not answered. */
  waiting() {
    return new Map(
      [...newestOfEach(this.#unsent.filter((click) => click.kind === 'answer'))].map(([question, click]) => [
        question,
        click.optionIds,
      ]),
    );
  }

  /** The page is going away, maybe for good: says so, and sends what fits without waiting for an answer. */
  leave() {
    const beacon = { epoch: this.#epoch, visibility: 'leaving', csrf: this.#api.csrf };
    navigator.sendBeacon(
      `/api/v1/sessions/${this.#sessionId}/heartbeat`,
      new Blob([JSON.stringify(beacon)], { type: 'text/plain' }),
    );
    const answers = [...newestOfEach(this.#unsent.filter((it) => it.kind === 'answer' && it.epoch === this.#epoch)).values()];
    while (JSON.stringify(answers).length > MOST_BYTES_WHEN_LEAVING) {
      answers.pop();
    }
    if (answers.length > 0) {
      // What arrives is answered as a repeat when the next page sends it again (R2).
      this.#api
        .post(this.#path('answers/batch'), { epoch: this.#epoch, answers: answers.map(asAnswer) }, { keepalive: true })
        .catch(() => {});
    }
  }

  /**
   * Hands in with everything that is unsent and with what this page believes the server holds (R18). Comes back with
   * the reply that ended it; repeats the same command as long as none comes.
   */
  async handIn() {
    this.#handingIn = true;
    this.#wake();
    try {
      for (;;) {
        await this.#olderEpochsAreSent();
        const reply = await this.#repeatUntilAnswered(await this.#submission());
        if (reply.code !== 'answers-missing') {
          return reply;
        }
        await this.#bringBack(reply.body.missing);
      }
    } finally {
      this.#handingIn = false;
      this.#wake();
    }
  }

  async #submission() {
    const unsent = this.#unsent.filter((it) => it.kind === 'answer' && it.epoch === this.#epoch);
    const believed = newestOfEach([
      ...[...this.#settled.values()].filter((it) => it.outcome === 'saved' && it.epoch === this.#epoch),
      ...unsent,
    ]);
    return {
      carried: unsent,
      key: crypto.randomUUID(),
      body: {
        epoch: this.#epoch,
        clientSeq: await this.#number(),
        lastAnswerSeq: Math.max(0, ...[...believed.values()].map((it) => it.clientSeq)),
        answers: unsent.map(asAnswer),
        current: Object.fromEntries([...believed].map(([question, it]) => [question, it.clientSeq])),
      },
    };
  }

  /** A number for handing in; after clicks that the device could not keep, the page counts on by itself. */
  async #number() {
    try {
      this.#newestSeq = Math.max(this.#newestSeq + 1, await this.#store.number(this.#sessionId));
    } catch (broken) {
      console.warn('this device keeps nothing', broken);
      this.#newestSeq += 1;
    }
    return this.#newestSeq;
  }

  async #repeatUntilAnswered({ carried, key, body }) {
    for (;;) {
      const reply = await this.#attempt(() => this.#api.post(this.#path('submit'), body, { key }));
      if (reply?.ok) {
        await this.#settle(carried, 'saved');
        this.#tell('receipt', reply);
        return reply;
      }
      if (reply && (reply.status === 400 || reply.status === 422) && carried.length > 0) {
        // One of them is not acceptable; sent alone each is taken or set aside, and then the rest can be handed in.
        carried.forEach((click) => this.#suspects.add(keyOf(click)));
        this.#handingIn = false;
        this.#wake();
        await this.#until(() => !this.#unsent.some((click) => this.#suspects.has(keyOf(click))));
        this.#handingIn = true;
        ({ carried, key, body } = await this.#submission());
        continue;
      }
      if (reply) {
        return reply;
      }
      await this.#pause();
    }
  }

  /** The server lacks answers it once confirmed to this page: they are sent again as they were. */
  async #bringBack(missing) {
    for (const questionId of missing) {
      const lost = this.#settled.get(questionId);
      if (lost) {
        await this.#add({
          kind: 'answer',
          questionId,
          optionIds: lost.optionIds,
          pageIndex: lost.pageIndex,
        });
      }
    }
  }

  #olderEpochsAreSent() {
    return this.#until(() => !this.#unsent.some((click) => click.epoch !== this.#epoch));
  }

  #until(condition) {
    return new Promise((resolve) => {
      const look = () => {
        if (condition() || this.#stopped) {
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
    let kept;
    try {
      kept = await this.#store.add(this.#sessionId, told);
    } catch (full) {
      // The device is full or its storage is broken: then it is kept by this page alone, which has to stay open.
      console.warn('a click could not be kept on this device', full);
      this.unkept = true;
      kept = { ...told, sessionId: this.#sessionId, epoch: this.#epoch, clientSeq: this.#newestSeq + 1 };
    }
    this.#newestSeq = Math.max(this.#newestSeq, kept.clientSeq);
    this.#unsent.push(kept);
    this.#tell('change');
    // A server that asked to wait is not asked sooner because somebody clicks.
    if (this.connection !== 'busy') {
      this.#wake();
    }
  }

  async #run() {
    while (!this.#stopped) {
      const group = this.#next();
      if (group.length === 0) {
        await this.#woken();
        continue;
      }
      const reply = await this.#attempt(() => this.#send(group));
      if (reply) {
        await this.#heard(group, reply);
      } else {
        await this.#pause();
      }
    }
  }

  /** What goes next; nothing when all is sent or a hand-in carries the rest. */
  #next() {
    const clicks = this.#handingIn ? this.#unsent.filter((it) => it.epoch !== this.#epoch) : this.#unsent;
    const suspect = clicks.find((click) => this.#suspects.has(keyOf(click)));
    if (suspect) {
      return [suspect];
    }
    const answers = clicks.filter((click) => click.kind === 'answer');
    if (answers.length === 0) {
      // Where the person is now is what counts of the pages he turned meanwhile.
      return clicks.slice(-1);
    }
    const newest = [...newestOfEach(answers).values()];
    const epoch = newest[0].epoch;
    return newest.filter((click) => click.epoch === epoch).slice(0, MOST_AT_ONCE);
  }

  #send(group) {
    const [first] = group;
    if (first.kind === 'page') {
      const { epoch, clientSeq, pageIndex, clientTime } = first;
      return this.#api.post(this.#path('page'), { epoch, clientSeq, pageIndex, clientTime });
    }
    return group.length === 1
      ? this.#api.post(this.#path('answers'), { epoch: first.epoch, ...asAnswer(first) })
      : this.#api.post(this.#path('answers/batch'), { epoch: first.epoch, answers: group.map(asAnswer) });
  }

  /** The reply, or undefined when it has to be asked again later. */
  async #attempt(request) {
    let reply;
    try {
      reply = await request();
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      this.#be('unreachable');
      return undefined;
    }
    if (reply.status === 401 || reply.status === 403 || reply.status === 404) {
      this.#be('signed-out');
      if (reply.status !== 401) {
        this.#tell('stranger', reply);
      }
      return undefined;
    }
    if (reply.passing) {
      this.#be('busy');
      this.#pauses = Math.max(1, this.#pauses);
      this.#asked = reply.retryAfter;
      return undefined;
    }
    this.#pauses = 0;
    this.#be('online');
    return reply;
  }

  async #heard(group, reply) {
    if (reply.ok) {
      await this.#settle(group, 'saved');
      this.#tell('receipt', reply);
      if (this.#wasOvertaken(group, reply)) {
        this.#tell('superseded', reply);
      }
    } else if (reply.code === 'session-closed') {
      await this.#settle(group, reply.body.recorded ? 'late' : 'refused', reply.body);
      this.#tell('ended', reply);
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
        click?.kind === 'answer' &&
        !isNewer(this.#settled.get(click.questionId) ?? click, click) &&
        !this.#unsent.some((mine) => mine.questionId === click.questionId && isNewer(mine, click))
      );
    });
  }

  async #settle(clicks, outcome, said = null) {
    // With the newest page the older ones, which nobody will ask for, are done too.
    const done = clicks.some((click) => click.kind === 'page')
      ? [...clicks, ...this.#unsent.filter((it) => it.kind === 'page' && isNewer(clicks[0], it))]
      : clicks;
    try {
      await this.#store.settle(done, outcome, said);
    } catch (broken) {
      // The next page of this browser sends them again, and the server knows them then (R2).
      console.warn('what was sent could not be noted on this device', broken);
    }
    const keys = new Set(done.map(keyOf));
    this.#unsent = this.#unsent.filter((click) => !keys.has(keyOf(click)));
    for (const click of done) {
      this.#suspects.delete(keyOf(click));
      const before = this.#settled.get(click.questionId);
      if (click.kind === 'answer' && (!before || isNewer(click, before))) {
        this.#settled.set(click.questionId, { ...click, outcome, said });
      }
    }
    this.#tell('change');
  }

  #be(connection) {
    if (this.connection !== connection) {
      this.connection = connection;
      this.#tell('change');
    }
  }

  /** Longer with each failure, never the same for everybody, and over at once when there is reason to hope. */
  async #pause() {
    this.#pauses += 1;
    const most = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (this.#pauses - 1));
    const pause = Math.max(this.#asked ?? 0, most * (0.5 + Math.random() / 2));
    this.#asked = undefined;
    const timer = setTimeout(() => this.#wake(), pause);
    await this.#woken();
    clearTimeout(timer);
  }

  #woken() {
    return new Promise((resolve) => this.#sleepers.add(resolve));
  }

  #wake() {
    const sleepers = [...this.#sleepers];
    this.#sleepers.clear();
    sleepers.forEach((resolve) => resolve());
  }

  #path(command) {
    return `/sessions/${this.#sessionId}/${command}`;
  }

  #tell(event, reply) {
    this.dispatchEvent(Object.assign(new Event(event), { reply }));
  }
}

function newestOfEach(answers) {
  const newest = new Map();
  for (const answer of answers) {
    const before = newest.get(answer.questionId);
    if (!before || isNewer(answer, before)) {
      newest.set(answer.questionId, answer);
    }
  }
  return newest;
}

function asAnswer({ clientSeq, questionId, optionIds, pageIndex, clientTime }) {
  return { clientSeq, questionId, optionIds, pageIndex, clientTime };
}

function keyOf({ epoch, clientSeq }) {
  return `${epoch}:${clientSeq}`;
}
