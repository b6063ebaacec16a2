package org.examledger.query.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.examledger.events.StreamId;
import org.examledger.events.session.SessionAssigned;
import org.examledger.query.http.QueryProblem;

/**
 * What had happened to a session, and to its exam, by some moment.
 *
 * @param session the session's facts until then, at least one
 * @param exam the exam's facts until then
 * @param at the moment
 */
record Past(UUID sessionId, List<PastFact> session, List<PastFact> exam, Instant at) {

    /** Everything that happened until now. */
    static Past of(PastFacts facts, UUID sessionId, Instant now) {
        var session = facts.of(StreamId.ofSession(sessionId));
        if (session.isEmpty() || !(session.getFirst().fact() instanceof SessionAssigned assigned)) {
            throw QueryProblem.notFound();
        }
        return new Past(sessionId, session, facts.of(StreamId.ofExam(assigned.examId())), now);
    }

    /**
     * As it was after one of the session's facts, at the time of that fact.
     *
     * @throws org.springframework.web.ErrorResponseException 404 when there is no such fact
     */
    Past after(long sequence) {
        var last = session.stream()
                .filter(it -> it.sequence() == sequence)
                .findFirst()
                .orElseThrow(QueryProblem::notFound);
        return until(it -> it.position() <= last.position(), last.at());
    }

    /**
     * As it was at a time.
     *
     * @throws org.springframework.web.ErrorResponseException 404 when the session was not there yet
     */
    Past at(Instant time) {
        return until(it -> !it.at().isAfter(time), time);
    }

    private Past until(Predicate<PastFact> seen, Instant time) {
        var before = new Past(
                sessionId,
                session.stream().filter(seen).toList(),
                exam.stream().filter(seen).toList(),
                time);
        if (before.session().isEmpty()) {
            throw QueryProblem.notFound();
        }
        return before;
    }

    PastFact newest() {
        return session.getLast();
    }

    /** Both streams in the order of the log. */
    List<PastFact> inOrder() {
        return Stream.concat(exam.stream(), session.stream())
                .sorted(Comparator.comparingLong(PastFact::position))
                .toList();
    }
}
