import { dateAndTime, number, say } from '../shared/texts.js';
import { clockOf, lasting } from './moments.js';
import { indexAfter } from './time-scale.js';

/** What somebody filters by; each entry of a timeline belongs to one of them. */
export const GROUPS = ['answer', 'change', 'uncounted', 'page', 'life', 'silence', 'time', 'staff', 'end'];

const GROUP_OF_KIND = {
  ASSIGNED: 'staff',
  STARTED: 'life',
  OVERTAKEN_ANSWER: 'uncounted',
  LATE_ANSWER: 'uncounted',
  PAGE: 'page',
  SIGN_OF_LIFE: 'life',
  SILENCE: 'silence',
  TIME_CHANGE: 'time',
  STAFF_ACTION: 'staff',
  END: 'end',
};

/** A session's timeline with what only the whole of it tells: which answer changed which one, and what a question asks. */
export class Story {
  /** All entries in order, silences among them. */
  entries;
  /** Those that are facts; the index is the sequence. */
  facts;
  /** When each fact happened, in milliseconds. */
  instants;
  #papers;

  constructor(timeline, papers) {
    this.#papers = papers;
    let attempt = 1;
    let chosen = new Map();
    this.entries = timeline.map((entry) => {
      const { payload } = entry;
      if (entry.type === 'SessionReset') {
        attempt = payload.attempt;
        chosen = new Map();
      }
      const told = { ...entry, at: Date.parse(entry.at), attempt };
      if (entry.kind === 'ANSWER') {
        told.before = chosen.get(payload.questionId);
        chosen.set(payload.questionId, payload.optionIds);
      }
      const changes = told.before !== undefined && !same(told.before, payload.optionIds);
      told.group = entry.kind === 'ANSWER' ? (changes ? 'change' : 'answer') : (GROUP_OF_KIND[entry.kind] ?? 'staff');
      return told;
    });
    // The service tells a silence where it ended; here it stands where it began. Facts stay in their order.
    this.entries.sort((one, other) => one.at - other.at);
    this.facts = this.entries.filter((entry) => entry.sequence !== undefined);
    this.instants = this.facts.map(({ at }) => at);
  }

  get last() {
    return this.facts.length - 1;
  }

  /** The newest fact at a time; the first one for times before it. */
  sequenceAt(instant) {
    return Math.max(0, indexAfter(this.instants, instant) - 1);
  }

  paperOf(attempt) {
    return this.#papers.find((paper) => paper.attempt === attempt) ?? this.#papers.at(-1);
  }

  /** Number of a question on the paper, from 1, as its worker counted. */
  numberOf(attempt, questionId) {
    const index = this.paperOf(attempt)?.questions.findIndex((question) => question.questionId === questionId) ?? -1;
    return index < 0 ? questionId : index + 1;
  }

  /** The texts of chosen options. */
  optionsOf(attempt, questionId, optionIds) {
    const question = this.paperOf(attempt)?.questions.find((it) => it.questionId === questionId);
    const texts = optionIds.map((id) => question?.options.find((it) => it.optionId === id)?.text || `(${id})`);
    return texts.length === 0 ? say('audit.nothing') : texts.map((text) => `“${text}”`).join(', ');
  }

  /** One sentence about an entry. */
  tell(entry) {
    const { payload, seconds, attempt } = entry;
    if (entry.type === undefined) {
      return say('audit.fact.silence', { lasting: lasting(seconds), until: clockOf(entry.until) });
    }
    const question = () => ({
      n: number(this.numberOf(attempt, payload.questionId)),
      chosen: this.optionsOf(attempt, payload.questionId, payload.optionIds),
      before: entry.before ? this.optionsOf(attempt, payload.questionId, entry.before) : '',
    });
    switch (entry.type) {
      case 'AnswerSelected':
        return say(`audit.fact.AnswerSelected.${payload.optionIds.length === 0 ? 'cleared' : entry.group}`, question());
      case 'AnswerSuperseded':
      case 'LateAnswerReceived':
        return say(`audit.fact.${entry.type}`, question());
      case 'TimeExtended':
        return say(`audit.fact.TimeExtended.${(seconds ?? payload.seconds) < 0 ? 'less' : 'more'}`, {
          lasting: lasting(Math.abs(seconds ?? payload.seconds)),
          reason: payload.reason,
        });
      case 'HeartbeatReceived':
        return say(`audit.fact.HeartbeatReceived.${String(payload.visibility).toLowerCase()}`);
      case 'ExamClosed':
        return say('audit.fact.ExamClosed', { scoring: say(`audit.scoring.${payload.scoring}`), reason: payload.reason });
      case 'SessionAssigned':
        return say('audit.fact.SessionAssigned', { n: number(payload.paper?.questions?.length ?? 0) });
      case 'SessionRescheduled':
        return say('audit.fact.SessionRescheduled', { opens: dateAndTime(payload.opensAt), reason: payload.reason });
      case 'SessionFellSilent':
        return say('audit.fact.SessionFellSilent', { time: clockOf(payload.lastSignOfLife) });
      case 'SessionReopened':
        return say('audit.fact.SessionReopened', { lasting: lasting(payload.seconds), reason: payload.reason });
      case 'LateAnswersAccepted':
        return say('audit.fact.LateAnswersAccepted', { n: number(payload.answers?.length ?? 0) });
      case 'PageChanged':
        return say('audit.fact.PageChanged', { n: number(payload.pageIndex + 1) });
      default:
        return say(`audit.fact.${entry.type}`, { ...payload, device: payload.device ?? '–' });
    }
  }
}

/** Who caused a fact: the name as long as there is one, else the role. */
export function whoOf({ name, role, person }) {
  return name ?? (role === 'system' ? say('audit.role.system') : `${say(`audit.role.${role}`)} ${person.slice(0, 8)}`);
}

/** A worker is not told that he is silent; an auditor is. */
export function statusIn(status) {
  return say(status === 'SILENT' ? 'audit.silent' : `status.${status}`);
}

function same(one, other) {
  return one.length === other.length && one.every((id) => other.includes(id));
}
