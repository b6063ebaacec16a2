package org.examledger.query.responses;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.examledger.events.Fact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.LateAnswersAccepted;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionReset;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.examledger.query.life.Click;
import org.springframework.stereotype.Component;

/** Keeps each current answer with what it is worth, and the totals of each attempt. */
@Component
class ResponsesProjection implements Projection {
    /** An end decides whether there is a score and so is one of its facts. */
    private static final Set<Class<? extends Fact>> KINDS = Set.of(
            ExamLocked.class,
            SessionAssigned.class,
            SessionReset.class,
            AnswerSelected.class,
            LateAnswersAccepted.class,
            SessionSubmitted.class,
            ExamClosed.class,
            SessionTimedOut.class);

    private final ExamKeys keys;
    private final ScoreTable scores;
    private final ResponseTable responses;

    ResponsesProjection(ExamKeys keys, ScoreTable scores, ResponseTable responses) {
        this.keys = keys;
        this.scores = scores;
        this.responses = responses;
    }

    @Override
    public String model() {
        return Scores.MODEL;
    }

    @Override
    public List<String> tables() {
        return List.of("response_exam", "response_score", "responses");
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return KINDS.contains(kind);
    }

    @Override
    public void apply(List<Recorded> batch) {
        for (var recorded : batch) {
            if (recorded.fact() instanceof ExamLocked fact) {
                keys.store(recorded, fact);
            }
        }
        var fold = foldOf(batch);
        for (var recorded : batch) {
            if (recorded.fact() instanceof SessionFact fact && !fold.knows(recorded)) {
                apply(fold, recorded, fact);
            }
        }
        responses.store(fold.changedResponses());
        scores.store(fold.changedScores());
    }

    private static void apply(ResponseFold fold, Recorded recorded, SessionFact fact) {
        switch (fact) {
            case SessionAssigned it -> fold.begun(recorded, it);
            case SessionReset it -> fold.begun(recorded, it);
            case AnswerSelected it -> Click.in(it, recorded.at()).forEach(click -> fold.answered(recorded, click));
            case LateAnswersAccepted it -> Click.in(it, recorded.at()).forEach(click -> fold.answered(recorded, click));
            default -> fold.ended(recorded);
        }
    }

    private ResponseFold foldOf(List<Recorded> batch) {
        var sessions = new HashSet<UUID>();
        var exams = new HashSet<UUID>();
        for (var recorded : batch) {
            if (recorded.fact() instanceof SessionFact) {
                sessions.add(recorded.id());
            }
            if (recorded.fact() instanceof SessionAssigned it) {
                exams.add(it.examId());
            }
        }
        var totals = scores.load(sessions);
        totals.values().forEach(it -> exams.add(it.examId()));
        return new ResponseFold(keys.load(exams), responses.load(asked(batch, totals)), totals);
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
