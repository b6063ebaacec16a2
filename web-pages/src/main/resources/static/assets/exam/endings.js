import { asAnswer, newestOfEach } from './clicks.js';

/** The two ways in which a person ends his exam himself. Both come back with the reply, or with nothing when stopped. */

/**
 * Hands in with everything that is unsent and with what this page believes the server holds (R18). Repeats the same
 * command as long as nobody answers, and brings back what the server says it lacks.
 *
 * @param wanted asked before each try, see `SessionLine.postUntilAnswered`
 */
export async function handIn(queue, line, wanted = undefined) {
  queue.hold(true);
  try {
    while (!line.stopped) {
      await queue.olderIsSent();
      const carried = queue.unsentHere();
      const reply = await line.postUntilAnswered('submit', await submission(queue, carried), wanted);
      if (reply?.ok) {
        await queue.taken(carried, reply);
        return reply;
      }
      if (reply?.code === 'answers-missing') {
        await queue.bringBack(reply.body.missing);
      } else if ((reply?.status === 400 || reply?.status === 422) && carried.length > 0) {
        await queue.oneByOne(carried);
      } else {
        return reply;
      }
    }
    return undefined;
  } finally {
    queue.hold(false);
  }
}

async function submission(queue, carried) {
  const believed = newestOfEach([...queue.savedHere(), ...carried]);
  return {
    epoch: queue.epoch,
    clientSeq: await queue.number(),
    lastAnswerSeq: Math.max(0, ...[...believed.values()].map((it) => it.clientSeq)),
    answers: carried.map(asAnswer),
    current: Object.fromEntries([...believed].map(([question, it]) => [question, it.clientSeq])),
  };
}

/** Leaves for good, without a score. What was clicked goes first, because each click is a fact. */
export async function leaveForGood(queue, line) {
  await queue.allIsSent();
  return line.stopped ? undefined : line.postUntilAnswered('abandon', { epoch: queue.epoch });
}
