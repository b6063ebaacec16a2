package org.examledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.examledger.events.rules.SessionState;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionFact;
import org.examledger.query.http.Millis;
import org.examledger.query.life.SessionRow;
import org.examledger.query.responses.ComputedFrom;
import org.examledger.query.responses.EarlierScore;
import org.examledger.query.responses.PastScores;
import org.examledger.query.responses.Result;
import org.examledger.query.resume.ResumeState;
import org.jspecify.annotations.Nullable;

/**
 * A session as it was: what its worker's page would have shown, and what it was worth, computed by the code that computes
 * both live.
 *
 * @param sequence of the session's newest fact by then
 * @param at the moment
 * @param resume what {@code GET /sessions/{id}/resume} would have said; its server time is the moment
 * @param score as {@code GET /sessions/{id}/result} would have told HC; absent while the session is not scored
 * @param points what the answers were worth by the key of then, whether or not they counted yet
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PastState(
        long sequence,
        @Millis Instant at,
        @JsonUnwrapped ResumeState resume,
        @Nullable Long score,
        long points,
        long maximum,
        @Nullable Integer percent,
        @Nullable Boolean passed,
        ComputedFrom computedFrom,
        List<EarlierScore> previous,
        List<Result.Response> responses) {

    static PastState of(Past past, Duration silence) {
        var folded = new SessionState();
        var scores = new PastScores(past.sessionId());
        @Nullable SessionRow row = null;
        for (var it : past.inOrder()) {
            scores.take(it.recorded());
            if (it.fact() instanceof SessionFact fact) {
                folded.evolve(fact, it.at());
                row = next(row, past.sessionId(), fact, it);
            }
        }
        if (row == null) {
            throw new IllegalStateException("Session " + past.sessionId() + " has no facts");
        }
        var answers = answersOf(folded);
        var result = scores.result(row, past.at(), silence);
        return new PastState(
                past.newest().sequence(),
                past.at(),
                ResumeState.of(row, answers, past.at(), silence, past.newest().position()),
                result.score(),
                scores.pointsSoFar(),
                result.maximum(),
                result.percent(),
                result.passed(),
                result.computedFrom(),
                result.previous(),
                result.responses());
    }

    private static SessionRow next(@Nullable SessionRow row, UUID sessionId, SessionFact fact, PastFact it) {
        if (row != null) {
            return row.after(fact, it.at(), it.position());
        }
        if (fact instanceof SessionAssigned assigned) {
            return SessionRow.of(sessionId, assigned, it.position());
        }
        throw new IllegalStateException("Session " + sessionId + " does not begin with SessionAssigned");
    }

    /** Chosen options by question id, without questions that were cleared. */
    private static Map<Integer, List<Integer>> answersOf(SessionState folded) {
        var answers = new TreeMap<Integer, List<Integer>>();
        folded.answers().forEach((question, answer) -> {
            if (answer.isAnswered()) {
                answers.put(question, answer.optionIds());
            }
        });
        return answers;
    }
}
