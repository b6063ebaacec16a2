package org.examledger.query.responses;

import java.util.List;
import java.util.UUID;
import org.examledger.events.rules.Scoring;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt's answers add up to, whether or not the session has come to an end that is scored.
 *
 * @param questionIds the paper's questions in order
 * @param position of the newest fact it was computed from (R14)
 */
record Score(
        UUID sessionId,
        int attempt,
        UUID examId,
        List<Integer> questionIds,
        int answered,
        long points,
        long maximum,
        int keyVersion,
        int ruleVersion,
        long position) {

    static Score ofPaper(
            UUID sessionId, int attempt, UUID examId, List<Integer> questionIds, ExamKey key, long position) {
        return new Score(
                sessionId,
                attempt,
                examId,
                questionIds,
                0,
                0,
                key.maximumOf(questionIds),
                key.version(),
                Scoring.RULE_VERSION,
                position);
    }

    Score replaced(@Nullable ScoredResponse before, ScoredResponse now) {
        var answeredBefore = before != null && before.isAnswered() ? 1 : 0;
        var pointsBefore = before == null ? 0 : before.points();
        return new Score(
                sessionId,
                attempt,
                examId,
                questionIds,
                answered - answeredBefore + (now.isAnswered() ? 1 : 0),
                points - pointsBefore + now.points(),
                maximum,
                keyVersion,
                ruleVersion,
                now.position());
    }

    /** An end decides whether there is a score and so is one of its facts. */
    Score endedAt(long end) {
        return new Score(
                sessionId, attempt, examId, questionIds, answered, points, maximum, keyVersion, ruleVersion, end);
    }
}
