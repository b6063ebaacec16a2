package org.examledger.query.responses;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.examledger.events.Fact;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamRescheduled;
import org.examledger.events.exam.ReviewPolicyChanged;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.LateAnswersAccepted;
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
import org.examledger.query.feed.SettlingProjection;
import org.examledger.query.life.Click;
import org.springframework.stereotype.Component;

/**
 * Keeps each current answer with what it is worth, and the totals of each attempt. A corrected key is taken in at once;
 * the scores that it changes are computed again afterwards, in chunks, so that they hold up nobody's answers.
 */
@Component
class ResponsesProjection implements SettlingProjection {
    /** So many scores are computed again in one transaction, which takes some milliseconds. */
    static final int CHUNK = 500;

    private static final Set<Class<? extends Fact>> KINDS = Set.of(
            ExamLocked.class,
            ExamRescheduled.class,
            AnswerKeyCorrected.class,
            ReviewPolicyChanged.class,
            SessionAssigned.class,
            SessionReset.class,
            SessionStarted.class,
            SessionResumed.class,
            AnswerSelected.class,
            LateAnswersAccepted.class,
            SessionSubmitted.class,
            ExamClosed.class,
            SessionTimedOut.class,
            SessionAbandoned.class,
            WorkerWithdrawn.class,
            SessionCancelled.class,
            SessionReopened.class);

    private final ExamKeys keys;
    private final ScoreTable scores;
    private final ResponseTable responses;
    private final Rescoring rescoring;

    ResponsesProjection(ExamKeys keys, ScoreTable scores, ResponseTable responses, Rescoring rescoring) {
        this.keys = keys;
        this.scores = scores;
        this.responses = responses;
        this.rescoring = rescoring;
    }

    @Override
    public String model() {
        return Scores.MODEL;
    }

    @Override
    public List<String> tables() {
        return List.of("response_exam", "response_correction", "response_score", "response_previous", "responses");
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return KINDS.contains(kind);
    }

    @Override
    public boolean settle() {
        return rescoring.doSome(CHUNK);
    }

    /** Answers before a correction are scored by the old key, so that it is seen what the correction changed. */
    @Override
    public void apply(List<Recorded> batch) {
        var byOneKey = new ArrayList<Recorded>();
        for (var recorded : batch) {
            if (recorded.fact() instanceof AnswerKeyCorrected) {
                fold(byOneKey);
                byOneKey.clear();
            }
            if (recorded.fact() instanceof ExamFact fact) {
                keys.take(recorded, fact);
            } else {
                byOneKey.add(recorded);
            }
        }
        fold(byOneKey);
    }

    private void fold(List<Recorded> batch) {
        if (batch.isEmpty()) {
            return;
        }
        var fold = foldOf(batch);
        for (var recorded : batch) {
            if (recorded.fact() instanceof SessionFact fact && !fold.knows(recorded)) {
                fold.take(recorded, fact);
            }
        }
        responses.store(fold.changedResponses());
        scores.store(fold.changedScores());
    }

    private ResponseFold foldOf(List<Recorded> batch) {
        var sessions = new HashSet<UUID>();
        var exams = new HashSet<UUID>();
        for (var recorded : batch) {
            sessions.add(recorded.id());
            if (recorded.fact() instanceof SessionAssigned it) {
                exams.add(it.examId());
            }
        }
        var totals = scores.load(sessions);
        totals.values().forEach(it -> exams.add(it.examId()));
        var newest = keys.load(exams);
        bringToNewest(totals, newest);
        return new ResponseFold(newest, responses.load(asked(batch, totals)), totals);
    }

    /** A score that still lags behind the key must not be mixed with answers that are scored by the new one. */
    private void bringToNewest(Map<UUID, Score> totals, Map<UUID, ExamKey> newest) {
        var lagging = totals.values().stream()
                .filter(it -> it.isBehind(newest.get(it.examId())))
                .toList();
        if (!lagging.isEmpty()) {
            var rescored = rescoring.bring(lagging);
            rescoring.store(rescored);
            rescored.scores().forEach(it -> totals.put(it.sessionId(), it));
        }
    }

    /** An attempt that begins within the batch has no stored responses yet. */
    private static Set<ScoredResponse.Key> asked(List<Recorded> batch, Map<UUID, Score> totals) {
        var asked = new HashSet<ScoredResponse.Key>();
        for (var recorded : batch) {
            var score = totals.get(recorded.id());
            if (score != null && recorded.fact() instanceof SessionFact fact) {
                Click.in(fact, recorded.at())
                        .forEach(it ->
                                asked.add(new ScoredResponse.Key(recorded.id(), score.attempt(), it.questionId())));
            }
        }
        return asked;
    }
}
