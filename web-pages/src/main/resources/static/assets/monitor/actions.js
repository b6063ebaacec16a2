import { hasNoEnd, isRunning } from './seats.js';

/**
 * What HC can do, to one worker or to all: whom it touches, what has to be said, and what is sent. `ends` marks what cannot be
 * taken back so easily and is asked for twice.
 */
export const FOR_ONE = {
  extend: {
    fields: ['minutes', 'reason'],
    touches: (row) => isRunning(row) || ['OPEN', 'UPCOMING'].includes(row.status),
    path: ({ sessionId }) => `/sessions/${sessionId}/extend`,
    body: ({ minutes, reason }) => ({ seconds: 60 * Number(minutes), reason }),
  },
  reopen: {
    fields: ['minutesLeft', 'countLateAnswers', 'reason'],
    touches: (row) => row.startedAt !== null && ['SUBMITTED', 'CLOSED', 'TIMED_OUT', 'ABANDONED'].includes(row.status),
    path: ({ sessionId }) => `/sessions/${sessionId}/reopen`,
    body: ({ minutesLeft, countLateAnswers, reason }) => ({
      seconds: 60 * Number(minutesLeft),
      countLateAnswers: countLateAnswers === 'on',
      reason,
    }),
  },
  close: {
    fields: ['scoring', 'reason'],
    ends: true,
    touches: hasNoEnd,
    path: ({ sessionId }) => `/sessions/${sessionId}/close`,
    body: ({ scoring, reason }) => ({ scoring, reason }),
  },
  reset: {
    fields: ['reason'],
    ends: true,
    touches: (row) => row.startedAt !== null && row.status !== 'CANCELLED',
    path: ({ sessionId }) => `/sessions/${sessionId}/reset`,
    body: ({ reason }) => ({ reason }),
  },
  withdraw: {
    fields: ['reason'],
    ends: true,
    method: 'DELETE',
    touches: (row, workerId) => hasNoEnd(row) && workerId !== undefined,
    path: ({ examId, workerId }) => `/exams/${examId}/workers/${encodeURIComponent(workerId)}`,
    body: ({ reason }) => ({ reason }),
  },
};

export const FOR_ALL = {
  extend: {
    fields: ['minutes', 'includeNotStarted', 'reason'],
    touches: (row, { includeNotStarted }) =>
      isRunning(row) || (includeNotStarted === 'on' && ['OPEN', 'UPCOMING', 'MISSED'].includes(row.status)),
    path: ({ examId }) => `/exams/${examId}/extend`,
    body: ({ minutes, includeNotStarted, reason }) => ({
      seconds: 60 * Number(minutes),
      includeNotStarted: includeNotStarted === 'on',
      reason,
    }),
  },
  close: {
    fields: ['scoring', 'reason'],
    ends: true,
    touches: hasNoEnd,
    path: ({ examId }) => `/exams/${examId}/close`,
    body: ({ scoring, reason }) => ({ scoring, reason }),
  },
  cancel: {
    fields: ['reason'],
    ends: true,
    touches: hasNoEnd,
    path: ({ examId }) => `/exams/${examId}/cancel`,
    body: ({ reason }) => ({ reason }),
  },
};
