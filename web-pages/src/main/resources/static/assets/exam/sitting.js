import { Unreachable } from '../shared/api.js';
import { ServerClock } from '../shared/server-clock.js';
import { AnswerQueue } from './answer-queue.js';
import { handIn, leaveForGood } from './endings.js';
import { SessionLine } from './session-line.js';
import { SignsOfLife } from './signs-of-life.js';

/** What a session is after HC has taken back what was, until the person begins again. */
export const NOT_BEGUN = ['UPCOMING', 'OPEN'];

/** Less is no time left: handing in by itself may be that early, because no two clocks are quite the same. */
const A_MOMENT = 2_000;

/**
 * One person's sitting at one exam on this page, without a screen: what he chose, where he is, how much time is left, and
 * what the server says about it. What is chosen is what he clicked; nothing here waits for the network but the way in and
 * the ways out.
 *
 * Events: `change`, `ended` (see `end`) and `taken-over` (another device went on).
 */
export class Sitting extends EventTarget {
  #api;
  #store;
  #sessionId;
  #key = crypto.randomUUID();
  #line;
  #signs = null;

  clock = new ServerClock();
  queue;
  paper = null;
  pageIndex = 0;
  deadline = null;
  chosen = new Map();
  flagged = new Set();
  notices = [];

  /** `status`, `at` (null while only the receipt knows it) and `position` of the end, or null. */
  end = null;

  /** Whether the server says that the session is somebody else's. */
  stranger = false;

  constructor(api, store, sessionId) {
    super();
    this.#api = api;
    this.#store = store;
    this.#sessionId = sessionId;
    this.#line = new SessionLine(api, sessionId);
    this.#line.addEventListener('stranger', () => (this.stranger = true));
    this.queue = new AnswerQueue(this.#line, store, sessionId);
    this.queue.addEventListener('change', () => this.#tell('change'));
    this.queue.addEventListener('receipt', (event) => {
      this.#signs?.given();
      this.#heard(event.reply);
    });
    this.queue.addEventListener('ended', (event) => this.#ended(event.reply.body));
    this.queue.addEventListener('superseded', () => this.#takeWhatTheServerHolds());
    this.clock.addEventListener('doubtful', () => this.#askTheTime());
  }

  /** Whether HC took back what was, so that this attempt has ended and the next one has not begun. */
  get startedOver() {
    return NOT_BEGUN.includes(this.end?.status);
  }

  /** Whether it gave way to another sitting or another tab. */
  get stopped() {
    return this.#line.stopped;
  }

  get connection() {
    return this.#line.connection;
  }

  /**
   * Starts or resumes, each time as a new epoch. A start that nobody answered is repeated under the same key.
   *
   * @returns the problem that keeps the person out, or null when he is in or his exam has ended
   */
  async enter(accessToken = undefined) {
    try {
      const started = await this.#api.post(
        `/sessions/${this.#sessionId}/start`,
        { clientId: clientId(), device: navigator.userAgent.slice(0, 100), ...(accessToken ? { accessToken } : {}) },
        { key: this.#key },
      );
      if (started.ok) {
        await this.#takeUp(started);
        return null;
      }
      if (!started.passing) {
        this.#key = crypto.randomUUID();
      }
      if (started.code === 'session-closed') {
        this.#ended(started.body);
        return null;
      }
      return started.body ?? { code: 'unavailable' };
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      return { code: 'unreachable' };
    }
  }

  async #takeUp(started) {
    const { epoch, position } = started.body;
    const [paper, resumed] = await Promise.all([
      this.#api.get(`/sessions/${this.#sessionId}/paper?atLeast=${position}`),
      this.#api.get(`/sessions/${this.#sessionId}/resume?atLeast=${position}`),
    ]);
    if (!paper.ok || !resumed.ok) {
      throw new Unreachable('the paper is not there yet');
    }
    this.paper = paper.body;
    if (this.#line.stopped) {
      return;
    }
    await this.queue.begin(epoch, resumed.body.attempt);
    this.flagged = new Set((await this.#store.room(this.#sessionId)).flagged);
    this.pageIndex = Math.min(resumed.body.pageIndex, this.paper.pages.length - 1);
    if (this.#line.stopped) {
      return;
    }
    this.#take(resumed);
    this.#signs = new SignsOfLife(this.#api, this.#sessionId, epoch);
    this.#signs.addEventListener('receipt', (event) => this.#heard(event.reply));
    this.#signs.begin();
    this.#heard(started);
  }

  /** Nothing is sent from here any more; what is unsent stays on this device. */
  stop() {
    this.#line.stop();
    this.#noMoreSigns();
  }

  /** There is reason to hope: the network is back, the person looks again, or somebody signed in. */
  goOn() {
    if (this.#line.stopped) {
      return;
    }
    this.stranger = false;
    this.#signs?.begin();
    this.#line.wake();
    this.clock.check();
  }

  /** The page is going away, maybe for good. */
  async leave() {
    if (this.paper && !this.end && !this.#line.stopped) {
      // A page that goes away gets hidden besides, which must not be heard after its last word.
      this.#signs?.stop();
      await this.queue.leave();
    }
  }

  choose(questionId, optionIds) {
    this.chosen = new Map(this.chosen).set(questionId, optionIds);
    this.queue.answer(questionId, optionIds, this.pageIndex);
    this.#tell('change');
  }

  /** A note to himself, kept on this device only. */
  flag(questionId) {
    const flagged = new Set(this.flagged);
    this.flagged = flagged.delete(questionId) ? flagged : flagged.add(questionId);
    this.#store.flag(this.#sessionId, [...this.flagged]);
    this.#tell('change');
  }

  turnTo(pageIndex) {
    if (pageIndex !== this.pageIndex) {
      this.pageIndex = pageIndex;
      this.queue.turnTo(pageIndex);
    }
  }

  /** @param timeIsOver whether it is handed in only because no time seems to be left */
  handIn(timeIsOver = false) {
    return this.#finish((queue, line) => handIn(queue, line, timeIsOver ? () => this.#isOver() : undefined));
  }

  leaveForGood() {
    return this.#finish(leaveForGood);
  }

  /** Comes back with the reply that did not end it, or with nothing when it is over. */
  async #finish(way) {
    const reply = await way(this.queue, this.#line);
    if (reply?.ok || reply?.code === 'session-closed') {
      this.#ended(reply.body);
    } else if (reply?.code === 'taken-over') {
      this.#takenOver();
    } else {
      return reply;
    }
    return undefined;
  }

  /** HC may have given more time while nothing could be heard here (R11); undefined when the server cannot be asked. */
  async #isOver() {
    const reply = await this.#line.get('status');
    if (!reply?.ok) {
      return reply === undefined ? undefined : true;
    }
    // What the server says now counts more than a quicker reply of a while ago.
    this.clock.doubtful = true;
    this.#heardStatus(reply);
    if (this.clock.doubtful) {
      return undefined;
    }
    return !this.end && Date.parse(this.deadline) - this.clock.now() < A_MOMENT;
  }

  async #takeWhatTheServerHolds() {
    const resumed = await this.#tryToRead('resume');
    if (resumed?.ok) {
      this.#take(resumed);
    }
  }

  /** What the server holds, and over it what it has not answered yet. */
  #take(resumed) {
    const held = Object.entries(resumed.body.answers).map(([question, options]) => [Number(question), options]);
    this.chosen = new Map([...held, ...this.queue.waiting()]);
    this.deadline = resumed.body.deadline;
    this.#tell('change');
  }

  #heard(reply) {
    const { serverTime, deadline, currentEpoch, notices, status } = reply.body;
    this.clock.heard(serverTime, reply.roundTrip);
    this.deadline = deadline ?? this.deadline;
    this.#note(notices ?? []);
    if (this.end) {
      return;
    }
    if (status !== 'IN_PROGRESS' && status !== 'SILENT') {
      this.#ended(reply.body);
    } else if (currentEpoch > this.queue.epoch) {
      this.#takenOver();
    } else {
      this.#tell('change');
    }
  }

  /** A heartbeat that was answered and not stored is told the same again with the next one. */
  #note(notices) {
    const known = new Set(this.notices.map(nameOf));
    this.notices = [...this.notices, ...notices.filter((notice) => !known.has(nameOf(notice)))];
  }

  /** The person has read it. */
  hide(notice) {
    this.notices = this.notices.map((it) => (it === notice ? { ...it, hidden: true } : it));
    this.#tell('change');
  }

  async #askTheTime() {
    const reply = await this.#tryToRead('status');
    if (reply?.ok) {
      this.#heardStatus(reply);
    }
  }

  /** The status is not of an epoch. */
  #heardStatus(reply) {
    this.#heard(Object.assign(reply, { body: { ...reply.body, currentEpoch: this.queue.epoch } }));
  }

  async #tryToRead(question) {
    try {
      return await this.#api.get(`/sessions/${this.#sessionId}/${question}`);
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      return undefined;
    }
  }

  #takenOver() {
    this.#noMoreSigns();
    this.#tell('taken-over');
  }

  /** What is unsent is still sent, and remembered as late. */
  #ended(said) {
    const status = said.sessionStatus ?? said.status;
    this.end = {
      status,
      at: said.endedAt ?? (said.outcome === 'stored' ? said.serverTime : this.#toldEnd(status)),
      position: said.position,
    };
    this.#noMoreSigns();
    this.#tell('ended');
  }

  /** When it ended, as far as the person was told. */
  #toldEnd(status) {
    return this.notices.findLast((notice) => status === 'CLOSED' && notice.kind === 'closed')?.at ?? null;
  }

  #noMoreSigns() {
    this.#signs?.stop();
    this.#signs = null;
  }

  /** Once it is stopped, another sitting or another tab has the word. */
  #tell(event) {
    if (!this.#line.stopped) {
      this.dispatchEvent(new Event(event));
    }
  }
}

function nameOf({ kind, at }) {
  return `${kind} ${at}`;
}

/** Names this browser to the server, so that two devices of one person can be told apart. */
function clientId() {
  const kept = localStorage.getItem('exam-ledger.client');
  if (kept) {
    return kept;
  }
  const made = crypto.randomUUID();
  localStorage.setItem('exam-ledger.client', made);
  return made;
}
