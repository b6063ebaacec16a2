package org.examledger.query.responses;

import java.time.Duration;
import java.time.Instant;
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
 * @param workedAt when the worker last came to his paper or answered; the time of his next answer counts from there
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
        long position,
        @Nullable Instant workedAt) {

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
                position,
                null);
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

    /** The worker came to his paper, or answered; seen again, it changes nothing. */
    Score workedOn(Instant at) {
        return workedAt != null && !at.isAfter(workedAt)
                ? this
                : with(answered, points, maximum, ended, scoring, keyVersion, position, at);
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

    /** How long the worker was at it; 0 where nothing tells. */
    long millisUntil(Instant at) {
        return workedAt == null ? 0 : Math.max(0, Duration.between(workedAt, at).toMillis());
    }

    private Score with(
            int answers,
            long reached,
            long reachable,
            @Nullable SessionStatus how,
            @Nullable CloseScoring from,
            int version,
            long at) {
        return with(answers, reached, reachable, how, from, version, at, workedAt);
    }

    private Score with(
            int answers,
            long reached,
            long reachable,
            @Nullable SessionStatus how,
            @Nullable CloseScoring from,
            int version,
            long at,
            @Nullable Instant worked) {
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
                at,
                worked);
    }
}
