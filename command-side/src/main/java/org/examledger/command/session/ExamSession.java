package org.examledger.command.session;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.examledger.command.handling.FactClock;
import org.examledger.command.handling.Reply;
import org.examledger.events.Actor;
import org.examledger.events.FactMetadata;
import org.examledger.events.StreamId;
import org.examledger.events.rules.SessionState;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionTimedOut;
import org.jspecify.annotations.Nullable;

/**
 * One worker's session of one exam: the aggregate to which each click is sent, one stream per worker and exam.
 *
 * <p>What may happen is decided beside it, by topic: {@link Starting}, {@link Answering}, {@link Visiting},
 * {@link Submitting}, {@link Ending}, {@link Timekeeping}, {@link SecondChances}, {@link Watching}, and for the
 * portal's page {@link Arriving}. What has happened is
 * taken in by {@link Session}.
 */
public final class ExamSession {
    private static final MetaData BY_THE_SYSTEM = MetaData.with(FactMetadata.ACTOR, Actor.SYSTEM.person())
            .and(FactMetadata.ROLE, Actor.SYSTEM.role().word());

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private @Nullable Session session;

    ExamSession() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Reply<Receipt> handle(AssignSession command, FactClock clock) {
        if (session == null) {
            session = new Session(command.sessionId());
        }
        return conclude(clock, now -> Starting.decide(command, session()));
    }

    @CommandHandler
    Reply<Receipt> handle(StartSession command, FactClock clock, ExamTerms exams) {
        return conclude(clock, now -> Starting.decide(command, session(), exams, now));
    }

    @CommandHandler
    Reply<Receipt> handle(SelectAnswer command, FactClock clock) {
        return conclude(clock, now -> Answering.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(SelectAnswers command, FactClock clock) {
        return conclude(clock, now -> Answering.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(ChangePage command, FactClock clock) {
        return conclude(clock, now -> Visiting.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(SendHeartbeat command, FactClock clock) {
        return conclude(clock, now -> Visiting.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(SubmitSession command, FactClock clock) {
        return conclude(clock, now -> Submitting.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(CloseSession command, FactClock clock) {
        return conclude(clock, now -> Ending.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(AbandonSession command, FactClock clock) {
        return conclude(clock, now -> Ending.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(WithdrawWorker command, FactClock clock) {
        return conclude(clock, now -> Ending.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(CancelSession command, FactClock clock) {
        return conclude(clock, now -> Ending.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(ExtendTime command, FactClock clock) {
        return conclude(clock, now -> Timekeeping.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(RescheduleSession command, FactClock clock) {
        return conclude(clock, now -> Timekeeping.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(CompensateOutage command, FactClock clock) {
        return conclude(clock, now -> Timekeeping.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(ReopenSession command, FactClock clock) {
        return conclude(clock, now -> SecondChances.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(SaveAnswer command, FactClock clock) {
        return conclude(clock, now -> Arriving.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(SaveAnswers command, FactClock clock) {
        return conclude(clock, now -> Arriving.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(SaveProgress command, FactClock clock) {
        return conclude(clock, now -> Arriving.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(HandIn command, FactClock clock) {
        return conclude(clock, now -> Arriving.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(Leave command, FactClock clock) {
        return conclude(clock, now -> Arriving.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(ExpireSession command, FactClock clock) {
        return conclude(clock, now -> Watching.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(MarkSilent command, FactClock clock) {
        return conclude(clock, now -> Watching.decide(command, session(), now));
    }

    @CommandHandler
    Reply<Receipt> handle(ResetSession command, FactClock clock, ExamTerms exams) {
        return conclude(clock, now -> SecondChances.decide(command, session(), exams, now));
    }

    @EventSourcingHandler
    void evolve(SessionFact fact, @Timestamp Instant at) {
        if (fact instanceof SessionAssigned assigned) {
            stream = StreamId.ofSession(assigned.sessionId());
            session = session == null ? new Session(assigned.sessionId()) : session;
        }
        session().evolve(fact, at);
    }

    private Reply<Receipt> conclude(FactClock clock, Function<Instant, Decision> decide) {
        var now = clock.decideAfter(state().lastFactAt());
        var decision = decide.apply(now);
        decision.facts().forEach(ExamSession::remember);
        return Reply.of(
                session().receipt(decision, now),
                decision.refusal(),
                AggregateLifecycle.getVersion(),
                !decision.facts().isEmpty());
    }

    /** That time is over is the system's finding, whoever's command brought it to light. */
    private static void remember(SessionFact fact) {
        AggregateLifecycle.apply(fact, fact instanceof SessionTimedOut ? BY_THE_SYSTEM : MetaData.emptyInstance());
    }

    SessionState state() {
        return session().state();
    }

    private Session session() {
        return Objects.requireNonNull(session, "a session begins with SessionAssigned");
    }
}
