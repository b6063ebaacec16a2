import { Unreachable } from '../shared/api.js';

/** How soon is asked again how far something has come, and how often it may not be heard. */
const SOON = 1_500;
const UNHEARD = 20;

/** What the monitor does not say of an exam: its terms, its workers' ids, and how far what concerns all of them has come. */
export class ExamDetails extends EventTarget {
  #api;
  #examId;
  #etag = null;
  #workerIds = new Map();
  #timer;

  /** Without questions and workers; null until it is known. */
  terms = null;

  constructor(api, examId) {
    super();
    this.#api = api;
    this.#examId = examId;
  }

  stop() {
    clearTimeout(this.#timer);
  }

  workerIdOf(sessionId) {
    return this.#workerIds.get(sessionId);
  }

  /** Whether the scores or the sessions are still being worked on. */
  get isUnderWay() {
    return [this.terms?.fanOut, this.terms?.rescoring].some((it) => it && it.done < it.total);
  }

  /** @param atLeast the position that it has to know of */
  async look(atLeast = 0) {
    try {
      const reply = await this.#api.get(
        `/exams/${encodeURIComponent(this.#examId)}${atLeast ? `?atLeast=${atLeast}` : ''}`,
        this.#etag ? { 'If-None-Match': this.#etag } : {},
      );
      if (reply.ok) {
        const { workers, questions, ...terms } = reply.body;
        this.#etag = reply.headers.get('ETag');
        this.#workerIds = new Map(workers.map(({ sessionId, workerId }) => [sessionId, workerId ?? undefined]));
        this.terms = terms;
        this.dispatchEvent(new Event('change'));
      }
      return reply.ok || reply.status === 304;
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
      return false;
    }
  }

  /** Looks until everything has been reached. */
  async follow(atLeast = 0, unheard = 0) {
    clearTimeout(this.#timer);
    const heard = await this.look(atLeast);
    if (this.isUnderWay || !heard) {
      const next = heard ? 0 : unheard + 1;
      if (next < UNHEARD) {
        this.#timer = setTimeout(() => this.follow(heard ? 0 : atLeast, next), SOON);
      }
    }
  }
}
