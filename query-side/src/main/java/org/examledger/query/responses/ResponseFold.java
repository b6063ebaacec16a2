package org.examledger.query.responses;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionReopened;
import org.examledger.events.session.SessionReset;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.WorkerWithdrawn;
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

    /** Takes in the next fact of a session. */
    void take(Recorded recorded, SessionFact fact) {
        switch (fact) {
            case SessionAssigned it -> {
                var key = keyOf(it.examId());
                keep(Score.ofPaper(
                        recorded.id(), it.attempt(), it.paper(), it.passPercentage(), key, recorded.position()));
            }
            case SessionReset it -> reset(recorded, it);
            case SessionSubmitted it -> ended(recorded, SessionStatus.SUBMITTED, CloseScoring.FROM_ANSWERS);
            case SessionTimedOut it -> ended(recorded, SessionStatus.TIMED_OUT, CloseScoring.FROM_ANSWERS);
            case ExamClosed it -> ended(recorded, SessionStatus.CLOSED, it.scoring());
            case SessionAbandoned it -> ended(recorded, SessionStatus.ABANDONED, null);
            case WorkerWithdrawn it -> ended(recorded, SessionStatus.WITHDRAWN, null);
            case SessionCancelled it -> ended(recorded, SessionStatus.CANCELLED, null);
            case SessionReopened it -> {
                ended(recorded, null, null);
                worked(recorded);
            }
            case SessionStarted it -> worked(recorded);
            case SessionResumed it -> worked(recorded);
            default -> Click.in(fact, recorded.at()).forEach(click -> answered(recorded, click));
        }
    }

    /** Another attempt; the one before stays as it is, and without a score when it was still running. */
    private void reset(Recorded recorded, SessionReset fact) {
        var before = scoreOf(recorded.id());
        if (before.ended() == null) {
            keep(before.ended(SessionStatus.CLOSED, null, recorded.position()));
        }
        keep(Score.ofPaper(
                recorded.id(),
                fact.attempt(),
                fact.paper(),
                fact.passPercentage(),
                keyOf(before.examId()),
                recorded.position()));
    }

    private void ended(Recorded recorded, @Nullable SessionStatus how, @Nullable CloseScoring scoring) {
        keep(scoreOf(recorded.id()).ended(how, scoring, recorded.position()));
    }

    private void answered(Recorded recorded, Click click) {
        var score = scoreOf(recorded.id());
        var key = new ScoredResponse.Key(recorded.id(), score.attempt(), click.questionId());
        var before = responses.get(key);
        if (before != null && !click.order().isAfter(before.order())) {
            return;
        }
        // When an answer was given that was accepted afterwards, nobody knows.
        var given = recorded.fact() instanceof AnswerSelected;
        var millis = given ? score.millisUntil(recorded.at()) : 0;
        var now = scored(key, recorded, click, keyOf(score.examId()), before, millis);
        responses.put(key, now);
        changedResponses.put(key, now);
        var replaced = score.replaced(before, now);
        keep(given ? replaced.workedOn(recorded.at()) : replaced);
    }

    private void worked(Recorded recorded) {
        keep(scoreOf(recorded.id()).workedOn(recorded.at()));
    }

    private static ScoredResponse scored(
            ScoredResponse.Key key,
            Recorded recorded,
            Click click,
            ExamKey examKey,
            @Nullable ScoredResponse before,
            long moreMillis) {
        var right = examKey.isRight(click.questionId(), click.optionIds());
        return new ScoredResponse(
                key,
                click.optionIds(),
                click.order(),
                click.at(),
                before == null ? 0 : before.changes() + 1,
                right,
                right ? examKey.pointsOf(click.questionId()) : 0,
                recorded.position(),
                together(before == null ? null : before.millis(), moreMillis));
    }

    /** Answers that arrive at the same instant tell nothing about the time that each of them took. */
    private static @Nullable Long together(@Nullable Long before, long more) {
        return more == 0 ? before : Long.valueOf((before == null ? 0 : before) + more);
    }

    private void keep(Score score) {
        scores.put(score.sessionId(), score);
        changedScores.put(score.key(), score);
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
