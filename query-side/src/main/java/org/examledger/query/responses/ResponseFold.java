package org.examledger.query.responses;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionReset;
import org.examledger.query.feed.Recorded;
import org.examledger.query.life.Click;
import org.jspecify.annotations.Nullable;

/** Responses and totals while a batch is folded into them. */
final class ResponseFold {
    private final Map<UUID, ExamKey> keys;
    private final Map<ScoredResponse.Key, ScoredResponse> responses;
    private final Map<UUID, Score> scores;
    private final Map<ScoredResponse.Key, ScoredResponse> changedResponses = new LinkedHashMap<>();
    private final Map<ScoreTable.AttemptKey, Score> changedScores = new LinkedHashMap<>();

    ResponseFold(Map<UUID, ExamKey> keys, Map<ScoredResponse.Key, ScoredResponse> responses, Map<UUID, Score> scores) {
        this.keys = keys;
        this.responses = new HashMap<>(responses);
        this.scores = new HashMap<>(scores);
    }

    /** A worker's first attempt. */
    void begun(Recorded recorded, SessionAssigned fact) {
        begun(recorded, fact.examId(), fact.attempt(), fact.paper());
    }

    /** Another attempt; the one before stays as it is. */
    void begun(Recorded recorded, SessionReset fact) {
        begun(recorded, scoreOf(recorded.id()).examId(), fact.attempt(), fact.paper());
    }

    private void begun(Recorded recorded, UUID examId, int attempt, Paper paper) {
        var questionIds =
                paper.questions().stream().map(PaperQuestion::questionId).toList();
        keep(Score.ofPaper(recorded.id(), attempt, examId, questionIds, keyOf(examId), recorded.position()));
    }

    void answered(Recorded recorded, Click click) {
        var score = scoreOf(recorded.id());
        var key = new ScoredResponse.Key(recorded.id(), score.attempt(), click.questionId());
        var before = responses.get(key);
        if (before != null && !click.order().isAfter(before.order())) {
            return;
        }
        var now = scored(key, recorded, click, keyOf(score.examId()), before);
        responses.put(key, now);
        changedResponses.put(key, now);
        keep(score.replaced(before, now));
    }

    private static ScoredResponse scored(
            ScoredResponse.Key key, Recorded recorded, Click click, ExamKey examKey, @Nullable ScoredResponse before) {
        var right = examKey.isRight(click.questionId(), click.optionIds());
        return new ScoredResponse(
                key,
                click.optionIds(),
                click.order(),
                click.at(),
                before == null ? 0 : before.changes() + 1,
                right,
                right ? examKey.pointsOf(click.questionId()) : 0,
                recorded.position());
    }

    void ended(Recorded recorded) {
        keep(scoreOf(recorded.id()).endedAt(recorded.position()));
    }

    private void keep(Score score) {
        scores.put(score.sessionId(), score);
        changedScores.put(new ScoreTable.AttemptKey(score.sessionId(), score.attempt()), score);
    }

    /** Whether a fact is in the totals of its session already. */
    boolean knows(Recorded recorded) {
        var score = scores.get(recorded.id());
        return score != null && recorded.position() <= score.position();
    }

    private Score scoreOf(UUID sessionId) {
        var score = scores.get(sessionId);
        if (score == null) {
            throw new IllegalStateException("Session " + sessionId + " was never assigned");
        }
        return score;
    }

    private ExamKey keyOf(UUID examId) {
        var key = keys.get(examId);
        if (key == null) {
            throw new IllegalStateException("Exam " + examId + " was never locked");
        }
        return key;
    }

    Collection<ScoredResponse> changedResponses() {
        return changedResponses.values();
    }

    Collection<Score> changedScores() {
        return changedScores.values();
    }
}
