package org.examledger.query.responses;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;
import org.examledger.query.feed.Recorded;
import org.jspecify.annotations.Nullable;

/** Responses and totals while a batch is folded into them. */
final class ResponseFold {
    private final Map<UUID, ExamKey> keys;
    private final Map<ScoredResponse.Key, ScoredResponse> responses;
    private final Map<ScoreTable.AttemptKey, Score> scores;
    private final Map<ScoredResponse.Key, ScoredResponse> changedResponses = new LinkedHashMap<>();
    private final Map<ScoreTable.AttemptKey, Score> changedScores = new LinkedHashMap<>();

    ResponseFold(
            Map<UUID, ExamKey> keys,
            Map<ScoredResponse.Key, ScoredResponse> responses,
            Map<ScoreTable.AttemptKey, Score> scores) {
        this.keys = keys;
        this.responses = new HashMap<>(responses);
        this.scores = new HashMap<>(scores);
    }

    /** An attempt begins with its paper, unanswered. */
    void begun(Recorded recorded, UUID examId, int attempt, Paper paper) {
        var questionIds =
                paper.questions().stream().map(PaperQuestion::questionId).toList();
        keep(Score.ofPaper(recorded.id(), attempt, questionIds, keyOf(examId), recorded.position()));
    }

    void answered(Recorded recorded, UUID examId, int attempt, AnswerSelected fact) {
        var key = new ScoredResponse.Key(recorded.id(), attempt, fact.questionId());
        var before = responses.get(key);
        var order = new ClientOrder(fact.epoch(), fact.clientSeq());
        if (before != null && !order.isAfter(before.order())) {
            return;
        }
        var now = scored(key, recorded, fact, keyOf(examId), before);
        responses.put(key, now);
        changedResponses.put(key, now);
        keep(scoreOf(recorded.id(), attempt).replaced(before, now));
    }

    private static ScoredResponse scored(
            ScoredResponse.Key key,
            Recorded recorded,
            AnswerSelected fact,
            ExamKey examKey,
            @Nullable ScoredResponse before) {
        var right = examKey.isRight(fact.questionId(), fact.optionIds());
        return new ScoredResponse(
                key,
                fact.optionIds(),
                new ClientOrder(fact.epoch(), fact.clientSeq()),
                recorded.at(),
                before == null ? 0 : before.changes() + 1,
                right,
                right ? examKey.pointsOf(fact.questionId()) : 0,
                recorded.position());
    }

    void ended(Recorded recorded, int attempt) {
        keep(scoreOf(recorded.id(), attempt).endedAt(recorded.position()));
    }

    private void keep(Score score) {
        var key = new ScoreTable.AttemptKey(score.sessionId(), score.attempt());
        scores.put(key, score);
        changedScores.put(key, score);
    }

    private Score scoreOf(UUID sessionId, int attempt) {
        var score = scores.get(new ScoreTable.AttemptKey(sessionId, attempt));
        if (score == null) {
            throw new IllegalStateException("Session " + sessionId + " has no attempt " + attempt);
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
