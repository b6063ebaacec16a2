package org.examledger.query.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.examledger.events.rules.NameBasedId;
import org.examledger.events.rules.SessionState;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionFellSilent;
import org.examledger.events.session.SessionReopened;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.Visibility;
import org.examledger.events.session.WorkerWithdrawn;
import org.examledger.query.audit.XapiStatement.Activity;
import org.examledger.query.audit.XapiStatement.Outcome;
import org.examledger.query.audit.XapiStatement.Verb;
import org.jspecify.annotations.Nullable;

/** Tells a session in the words of xAPI; facts that it has no word for are left out. */
final class XapiStatements {
    private static final String FACT = "urn:exam-ledger:fact";

    private final Past past;
    private final Duration silence;
    private final SessionState state = new SessionState();

    private XapiStatements(Past past, Duration silence) {
        this.past = past;
        this.silence = silence;
    }

    static List<XapiStatement> of(Past past, Duration silence) {
        var telling = new XapiStatements(past, silence);
        var statements = new ArrayList<XapiStatement>();
        for (var it : past.session()) {
            telling.statement(it).ifPresent(statements::add);
        }
        return statements;
    }

    private Optional<XapiStatement> statement(PastFact it) {
        if (!(it.fact() instanceof SessionFact fact)) {
            return Optional.empty();
        }
        state.evolve(fact, it.at());
        return Optional.ofNullable(
                switch (fact) {
                    case SessionStarted _ -> aboutExam(it, "initialized", null);
                    case SessionResumed _, SessionReopened _ -> aboutExam(it, "resumed", null);
                    case AnswerSelected answer -> answered(it, answer);
                    case HeartbeatReceived beat
                    when beat.visibility() == Visibility.LEAVING -> aboutExam(it, "suspended", null);
                    case SessionFellSilent _ -> aboutExam(it, "suspended", null);
                    case SessionSubmitted _ -> aboutExam(it, "completed", outcome(it, true));
                    case SessionTimedOut _, ExamClosed _, SessionAbandoned _, WorkerWithdrawn _, SessionCancelled _ ->
                        aboutExam(it, "terminated", outcome(it, false));
                    default -> null;
                });
    }

    private XapiStatement answered(PastFact it, AnswerSelected answer) {
        var response = answer.optionIds().stream().map(String::valueOf).collect(Collectors.joining("[,]"));
        return statement(
                it,
                "answered",
                Activity.question(state.examId(), answer.questionId()),
                new Outcome(response, null, null, null));
    }

    private XapiStatement aboutExam(PastFact it, String verb, @Nullable Outcome outcome) {
        return statement(it, verb, Activity.exam(state.examId()), outcome);
    }

    private XapiStatement statement(PastFact it, String verb, Activity object, @Nullable Outcome outcome) {
        return new XapiStatement(
                NameBasedId.ofFact(it.stream(), it.sequence()),
                XapiStatement.Actor.of(state.person()),
                Verb.adl(verb),
                object,
                outcome,
                new XapiStatement.Context(
                        past.sessionId(), Map.of(FACT, Map.of("sequence", it.sequence(), "position", it.position()))),
                it.at());
    }

    /** As the score was when the session ended. */
    private Outcome outcome(PastFact it, boolean completion) {
        var then = PastState.of(past.after(it.sequence()), silence);
        var score = then.score();
        return new Outcome(
                null,
                completion,
                then.passed(),
                score == null ? null : new XapiStatement.Score(score, 0, then.maximum()));
    }
}
