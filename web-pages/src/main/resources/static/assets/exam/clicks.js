/** What is known of clicks alone: their order, their names, and how they are sent. */

/** R1: the higher epoch wins, within an epoch the higher number. */
export function isNewer(one, other) {
  return one.epoch !== other.epoch ? one.epoch > other.epoch : one.clientSeq > other.clientSeq;
}

/** @returns Map of question id to the newest of its answers */
export function newestOfEach(answers) {
  const newest = new Map();
  for (const answer of answers) {
    const before = newest.get(answer.questionId);
    if (!before || isNewer(answer, before)) {
      newest.set(answer.questionId, answer);
    }
  }
  return newest;
}

/** As the server takes an answer; the epoch stands beside it. */
export function asAnswer({ clientSeq, questionId, optionIds, pageIndex, clientTime }) {
  return { clientSeq, questionId, optionIds, pageIndex, clientTime };
}

export function isAnswer(click) {
  return click.kind === 'answer';
}

/** Names a click within its session (R2). */
export function keyOf({ epoch, clientSeq }) {
  return `${epoch}:${clientSeq}`;
}
