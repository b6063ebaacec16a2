package org.examledger.command.session;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.rules.EarlierAttempt;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.Paper;
import org.jspecify.annotations.Nullable;

/** An answer after the end is refused and remembered, never counted (R3, R4). */
final class LateAnswers {
    /** So many a session; a client that goes on for ever does not fill the log. */
    private static final int REMEMBERED = 100;

    private LateAnswers() {}

    /** Refuses answers and remembers those that were not remembered before. */
    static Decision refuse(
            int epoch,
            List<AnswerGiven> answers,
            @Nullable UUID commandId,
            Session session,
            SessionStatus status,
            Instant endedAt) {
        var unseen = onceEach(answers).stream()
                .filter(answer -> session.memory()
                        .seen(new ClientOrder(epoch, answer.clientSeq()))
                        .isEmpty())
                .toList();
        var recorded = !answers.isEmpty() && canBeRemembered(epoch, unseen, session);
        var refused = Decision.refused(Refusals.sessionClosed(status, endedAt, recorded));
        return recorded
                ? refused.after(
                        unseen.stream().map(it -> late(it, epoch, commandId)).toList())
                : refused;
    }

    /** The client's time makes no other answer of it (R2). */
    private static Collection<AnswerGiven> onceEach(List<AnswerGiven> answers) {
        var once = new LinkedHashMap<Map.Entry<Long, Content>, AnswerGiven>();
        answers.forEach(it -> once.putIfAbsent(Map.entry(it.clientSeq(), Answering.content(it)), it));
        return once.values();
    }

    /** Only what could have been an answer to the attempt's paper is worth remembering. */
    private static boolean canBeRemembered(int epoch, List<AnswerGiven> unseen, Session session) {
        return epoch <= session.state().epoch()
                && session.state().lateAnswers() + unseen.size() <= REMEMBERED
                && new PaperCheck(paperOf(epoch, session)).of(unseen, "").isEmpty();
    }

    private static Paper paperOf(int epoch, Session session) {
        return session.state()
                .earlierAttemptOf(epoch)
                .map(EarlierAttempt::paper)
                .orElseGet(session.state()::paper);
    }

    private static LateAnswerReceived late(AnswerGiven it, int epoch, @Nullable UUID commandId) {
        return new LateAnswerReceived(
                it.questionId(), it.optionIds(), it.pageIndex(), epoch, it.clientSeq(), it.clientTime(), commandId);
    }
}
