package org.examledger.query.responses;

import java.util.List;
import java.util.UUID;
import org.examledger.events.rules.Scoring;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt's answers add up to, whether or not it has come to an end that is scored.
 *
 * @param questionIds the paper's questions in order
 * @param points reached by the answers
 * @param ended how the attempt ended, once a fact says so
 * @param scoring what its score is taken from, where the end is scored
 * @param position of the newest fact it was computed from (R14)
 */
public record Score(
        UUID sessionId,
        int attempt,
        UUID examId,
        List<Integer> questionIds,
        int answered,
        long points,
        long maximum,
        int passPercentage,
        @Nullable SessionStatus ended,
        @Nullable CloseScoring scoring,
        int keyVersion,
        int ruleVersion,
        long position) {

    /** Before the first answer. */
    static Score ofPaper(UUID sessionId, int attempt, Paper paper, int passPercentage, ExamKey key, long position) {
        var questionIds =
                paper.questions().stream().map(PaperQuestion::questionId).toList();
        return new Score(
                sessionId,
                attempt,
                key.examId(),
                questionIds,
                0,
                0,
                key.maximumOf(questionIds),
                passPercentage,
                null,
                null,
                key.version(),
                Scoring.RULE_VERSION,
                position);
    }

    /** The score that the stored end gives; absent when there is no end, or none that is scored. */
    @Nullable
    Long shown() {
        if (scoring == null) {
            return null;
        }
        return scoring == CloseScoring.ZERO ? 0L : Long.valueOf(points);
    }

    ScoreTable.AttemptKey key() {
        return new ScoreTable.AttemptKey(sessionId, attempt);
    }

    boolean isBehind(@Nullable ExamKey key) {
        return key != null && keyVersion < key.version();
    }

    Score replaced(@Nullable ScoredResponse before, ScoredResponse now) {
        var answeredBefore = before != null && before.isAnswered() ? 1 : 0;
        var pointsBefore = before == null ? 0 : before.points();
        return with(
                answered - answeredBefore + (now.isAnswered() ? 1 : 0),
                points - pointsBefore + now.points(),
                maximum,
                ended,
                scoring,
                keyVersion,
                now.position());
    }

    /** An end decides whether there is a score and so is one of its facts; so is a reopening, which takes it back. */
    Score ended(@Nullable SessionStatus how, @Nullable CloseScoring from, long at) {
        return with(answered, points, maximum, how, from, keyVersion, at);
    }

    /** A correction of a question that is on the paper. */
    Score corrected(Correction correction, long morePoints, long moreToReach) {
        return with(
                answered,
                points + morePoints,
                maximum + moreToReach,
                ended,
                scoring,
                correction.keyVersion(),
                correction.position());
    }

    /** The same by a newer key, which differs in nothing that is on the paper. */
    Score by(int newerVersion) {
        return with(answered, points, maximum, ended, scoring, newerVersion, position);
    }

    private Score with(
            int answers,
            long reached,
            long reachable,
            @Nullable SessionStatus how,
            @Nullable CloseScoring from,
            int version,
            long at) {
        return new Score(
                sessionId,
                attempt,
                examId,
                questionIds,
                answers,
                reached,
                reachable,
                passPercentage,
                how,
                from,
                version,
                Scoring.RULE_VERSION,
                at);
    }
}
