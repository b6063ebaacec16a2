package org.examledger.query.responses;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.session.SessionFact;
import org.examledger.query.feed.Recorded;
import org.examledger.query.life.SessionRow;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one session as they were after some of its facts: what folds and corrects the live ones folds and
 * corrects these, in memory instead of in tables.
 */
public final class PastScores {
    private final UUID sessionId;
    private final Map<ScoredResponse.Key, ScoredResponse> responses = new HashMap<>();
    private final Map<Integer, Score> attempts = new HashMap<>();
    private final List<PreviousScore> previous = new ArrayList<>();
    private @Nullable ExamKey key;
    private @Nullable ResponseFold folding;

    public PastScores(UUID sessionId) {
        this.sessionId = sessionId;
    }

    /** Takes in the next fact of the session or of its exam, in the order of the log. */
    public void take(Recorded recorded) {
        switch (recorded.fact()) {
            case ExamLocked it ->
                key = ExamKey.of(
                        recorded.id(),
                        1,
                        it.questions().stream().map(ExamKey.Entry::of).toList());
            case AnswerKeyCorrected it -> correct(recorded, it);
            case SessionFact it -> folding().take(recorded, it);
            default -> {}
        }
    }

    private ResponseFold folding() {
        var fold = folding;
        if (fold == null) {
            var examKey = key();
            var newest = attempts.values().stream().max(Comparator.comparingInt(Score::attempt));
            fold = new ResponseFold(
                    Map.of(examKey.examId(), examKey),
                    responses,
                    newest.map(it -> Map.of(sessionId, it)).orElse(Map.of()));
            folding = fold;
        }
        return fold;
    }

    private ExamKey key() {
        return Objects.requireNonNull(key, "an exam is locked before anybody is assigned to it");
    }

    private void correct(Recorded recorded, AnswerKeyCorrected fact) {
        settle();
        var before = key();
        var corrected = before.corrected(fact.questionId(), fact.correct(), fact.keyVersion());
        key = corrected;
        var correction = new Correction(
                corrected.examId(),
                fact.keyVersion(),
                fact.questionId(),
                before.correctOptionsOf(fact.questionId()),
                fact.correct(),
                recorded.position());
        var rescored = new Rescored(responses);
        attempts.values().forEach(it -> rescored.bring(it, List.of(correction), corrected));
        rescored.responses().forEach(it -> responses.put(it.key(), it));
        rescored.scores().forEach(it -> attempts.put(it.attempt(), it));
        previous.addAll(rescored.previous());
    }

    private void settle() {
        var fold = folding;
        if (fold != null) {
            fold.changedResponses().forEach(it -> responses.put(it.key(), it));
            fold.changedScores().forEach(it -> attempts.put(it.attempt(), it));
            folding = null;
        }
    }

    /** Points of the newest attempt's answers, whether or not they count yet. */
    public long pointsSoFar() {
        return newest().points();
    }

    /** The newest attempt's result. */
    public Result result(SessionRow row, Instant at, Duration silence) {
        var score = newest();
        var all = attempts.values().stream()
                .sorted(Comparator.comparingInt(Score::attempt).reversed())
                .toList();
        var before = new AttemptsOfSessions(Map.of(sessionId, all), previous, new Rescored(Map.of())).before(score);
        var given = new HashMap<Integer, ScoredResponse>();
        responses.values().stream()
                .filter(it -> it.key().attempt() == score.attempt())
                .forEach(it -> given.put(it.key().questionId(), it));
        return Result.of(row, new Attempts.Found(score, before, given), at, silence, true);
    }

    private Score newest() {
        settle();
        return attempts.values().stream()
                .max(Comparator.comparingInt(Score::attempt))
                .orElseThrow(() -> new IllegalStateException("Session " + sessionId + " was never assigned"));
    }
}
