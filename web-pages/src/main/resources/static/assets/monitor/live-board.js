import { Unreachable } from '../shared/api.js';
import { EventLines } from './event-lines.js';

/** How often is asked while there is no stream, and how often for all of it: only that tells how far it is behind the log. */
const ASK = 5_000;
const ASK_FOR_ALL = 30_000;
/** When a stream that was refused is tried again; each time later, up to the second. */
const AGAIN = 2_000;
const AGAIN_AT_MOST = 40_000;
/** The service says something at least each 15 s. */
const DEAD_AFTER = 40_000;
/** A tab that nobody sees lets go of its stream, of which a browser has few. */
const UNSEEN = 60_000;
/** So often in a row the service may not have got as far as we have; then its log was restored, and we begin anew. */
const BEHIND = 4;

/**
 * One exam as it is: the monitor's stream, and what the query says every few seconds while there is none. Event `change` with
 * all news; `picture` holds all but the rows, `rows` each row by its session.
 */
export class LiveBoard extends EventTarget {
  #api;
  #examId;
  #clock;
  #run = null;
  #retry = AGAIN;
  #etag = null;
  #askedForAll = -Infinity;
  #known = null;
  #behind = 0;
  #unseen;

  picture = null;
  rows = new Map();

  /** The server's time up to which the picture is known to be right, in milliseconds. */
  asOf = null;

  /** `connecting`, `live`, `asking`, `away`, `signed-out`, `forbidden` or `unknown`. */
  by = 'connecting';

  /** @param clock is told the server's time */
  constructor(api, examId, clock) {
    super();
    this.#api = api;
    this.#examId = examId;
    this.#clock = clock;
  }

  begin() {
    document.addEventListener('visibilitychange', this.#seen);
    // What the browser says of its network may be wrong; it is a good moment to see for ourselves.
    ['online', 'offline'].forEach((it) => window.addEventListener(it, this.#network));
    this.goOn();
  }

  stop() {
    document.removeEventListener('visibilitychange', this.#seen);
    ['online', 'offline'].forEach((it) => window.removeEventListener(it, this.#network));
    this.#rest();
  }

  /** Tries at once, whatever it waits for. */
  goOn() {
    this.#rest();
    this.#run = new AbortController();
    this.#follow(this.#run.signal);
  }

  #rest() {
    clearTimeout(this.#unseen);
    this.#run?.abort();
    this.#run = null;
  }

  #network = () => {
    if (this.#run !== null) {
      this.goOn();
    }
  };

  #seen = () => {
    clearTimeout(this.#unseen);
    if (document.hidden) {
      this.#unseen = setTimeout(() => this.#rest(), UNSEEN);
    } else if (this.#run === null) {
      this.goOn();
    }
  };

  async #follow(run) {
    for (let refused = 0; !run.aborted; ) {
      refused = (await this.#listen(run)) ? 0 : refused + 1;
      const wait = refused === 0 ? this.#retry : Math.min(AGAIN * 2 ** (refused - 1), AGAIN_AT_MOST);
      const until = performance.now() + wait;
      for (let back = false; !back && !run.aborted && performance.now() < until; ) {
        const before = this.by;
        await this.#ask(run);
        if (['signed-out', 'forbidden', 'unknown'].includes(this.by)) {
          return;
        }
        back = before === 'away' && this.by === 'asking';
        await pause(back ? 0 : Math.min(ASK, until - performance.now()), run);
      }
    }
  }

  /** Listens until the stream is over; false when there was none. */
  async #listen(run) {
    const stream = new AbortController();
    const end = () => stream.abort();
    run.addEventListener('abort', end);
    let dead = setTimeout(end, DEAD_AFTER);
    let heard = false;
    try {
      const reply = await fetch('/api/v1' + this.#path('/monitor/stream'), {
        headers: { Accept: 'text/event-stream', ...(this.#known === null ? {} : { 'Last-Event-ID': this.#known }) },
        cache: 'no-store',
        signal: stream.signal,
      });
      if (!reply.ok) {
        return false;
      }
      const lines = new EventLines(reply.body);
      for (let found = await lines.next(); found !== null; found = await lines.next()) {
        clearTimeout(dead);
        dead = setTimeout(end, DEAD_AFTER);
        heard = true;
        found.forEach((event) => this.#take(event));
      }
    } catch {
      // Cut off, or nobody there: the query tells more.
    } finally {
      clearTimeout(dead);
      run.removeEventListener('abort', end);
      stream.abort();
    }
    return heard;
  }

  #take({ name, data, retry }) {
    if (retry > 0) {
      this.#retry = retry;
    } else if (name === 'ping') {
      this.asOf = this.#clock.now();
      this.#tell('live');
    } else {
      this.#draw(JSON.parse(data), name === 'snapshot', 0);
      this.#tell('live');
    }
  }

  #draw({ rows, removed = [], ...picture }, whole, roundTrip) {
    const at = Date.parse(picture.serverTime);
    const before = this.rows;
    if (whole) {
      this.rows = new Map();
    }
    for (const row of rows) {
      this.dispatchEvent(new CustomEvent('row', { detail: { row, before: before.get(row.sessionId) } }));
      this.rows.set(row.sessionId, { ...row, at });
    }
    removed.forEach((sessionId) => this.rows.delete(sessionId));
    this.#clock.heard(picture.serverTime, roundTrip);
    this.picture = picture;
    this.asOf = at;
    this.#known = picture.position;
    this.#behind = 0;
  }

  async #ask(run) {
    const all = performance.now() - this.#askedForAll > ASK_FOR_ALL;
    try {
      const reply = await this.#api.get(
        this.#path('/monitor'),
        this.#etag && !all ? { 'If-None-Match': this.#etag } : {},
      );
      if (run.aborted) {
        return;
      }
      if (reply.ok) {
        this.#etag = reply.headers.get('ETag');
        this.#askedForAll = performance.now();
        this.#draw(reply.body, true, reply.roundTrip);
        this.#tell('asking');
      } else if (reply.status === 304) {
        this.asOf = this.#clock.now();
        this.#tell('asking');
      } else {
        this.#refused(reply);
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      if (!run.aborted) {
        this.#tell('away');
      }
    }
  }

  #refused(reply) {
    this.#behind = reply.status === 503 ? this.#behind + 1 : 0;
    if (this.#behind >= BEHIND) {
      this.#known = null;
      this.#etag = null;
    }
    const why = { 400: 'unknown', 401: 'signed-out', 403: 'forbidden', 404: 'unknown' };
    this.#tell(why[reply.status] ?? 'away');
  }

  /** Behind a balancer another process may answer, which has not got as far: then it shall wait until it has. */
  #path(what) {
    const known = this.#known === null ? '' : `?atLeast=${this.#known}`;
    return `/exams/${encodeURIComponent(this.#examId)}${what}${known}`;
  }

  #tell(by) {
    this.by = by;
    this.dispatchEvent(new Event('change'));
  }
}

function pause(millis, run) {
  return new Promise((wake) => {
    const over = () => {
      clearTimeout(timer);
      run.removeEventListener('abort', over);
      wake();
    };
    const timer = setTimeout(over, Math.max(0, millis));
    run.addEventListener('abort', over);
  });
}
