package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.examledger.command.handling.Command;
import org.examledger.command.session.AssignSession;
import org.examledger.command.session.CancelSession;
import org.examledger.command.session.CloseSession;
import org.examledger.command.session.ExtendTime;
import org.examledger.command.session.RescheduleSession;
import org.examledger.events.StreamId;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamRescheduled;
import org.examledger.events.exam.ExamTimeExtended;
import org.examledger.events.exam.ReviewPolicyChanged;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.rules.NameBasedId;
import org.examledger.events.session.CloseScoring;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FanOutTest {
    private static final AssignedWorker FIRST = ExamSpec.FIRST;
    private static final AssignedWorker LATE = ExamSpec.worker("person-late", 5);
    private static final WorkersAssigned FIRST_ASSIGNED = new WorkersAssigned(List.of(FIRST), null);

    @Test
    void what_concerns_everybody_becomes_one_order_to_each_session() {
        var orders = orders(
                FIRST_ASSIGNED,
                new ExamRescheduled("2026-12-08", "2026-12-09T12:00", "Snow", null),
                new ExamTimeExtended(300, "Noise", true, null),
                new ReviewPolicyChanged(true, "Asked for", null),
                new ExamClosedEarly("alarm", CloseScoring.ZERO, null));

        assertThat(orders.subList(1, 4))
                .containsExactly(
                        new RescheduleSession(
                                FIRST.sessionId(),
                                Instant.parse("2026-12-07T17:00:00Z"),
                                Instant.parse("2026-12-09T05:00:00Z"),
                                "Snow",
                                id(2, FIRST)),
                        new ExtendTime(FIRST.sessionId(), 300, "Noise", true, id(3, FIRST)),
                        new CloseSession(FIRST.sessionId(), "alarm", CloseScoring.ZERO, id(5, FIRST)));
        assertThat(orders).hasSize(4);
        assertThat(orders(FIRST_ASSIGNED, new ExamCancelled("leaked", null)).getLast())
                .isEqualTo(new CancelSession(FIRST.sessionId(), "leaked", id(2, FIRST)));
    }

    @Test
    void who_is_assigned_late_gets_the_times_as_they_are_by_then_and_nothing_that_was_before() {
        var orders = orders(
                FIRST_ASSIGNED,
                new ExamRescheduled("2026-12-08", null, "Snow", null),
                new ExamTimeExtended(300, "Noise", true, null),
                new WorkersAssigned(List.of(LATE), null),
                new ExamTimeExtended(60, "More noise", true, null));

        assertThat(orders.stream()
                        .filter(it -> it.stream().contains(LATE.sessionId().toString())))
                .hasSize(2)
                .last()
                .isEqualTo(new ExtendTime(LATE.sessionId(), 60, "More noise", true, id(5, LATE)));
        assertThat(assigned(orders, LATE).timing().durationSeconds()).isEqualTo(60 * (45 + 5) + 300);
        assertThat(assigned(orders, LATE).timing().opensAt()).isEqualTo(Instant.parse("2026-12-07T17:00:00Z"));
        assertThat(assigned(orders, LATE).timing().windowEndsAt()).isNull();
    }

    /** Else a session that was assigned after a crash would get what was decided later twice. */
    @Test
    void who_was_assigned_before_gets_the_times_of_that_moment_however_late_it_is_carried_out() {
        var orders = orders(FIRST_ASSIGNED, new ExamTimeExtended(300, "Noise", true, null));

        assertThat(assigned(orders, FIRST).timing().durationSeconds()).isEqualTo(60 * 45);
    }

    @Test
    void each_fact_reaches_each_session_under_an_id_of_its_own_that_is_always_the_same() {
        var facts = new ExamFact[] {
            new WorkersAssigned(List.of(FIRST, LATE), null),
            new ExamTimeExtended(300, "Noise", true, ExamSpec.KEY),
            new ExamTimeExtended(300, "Noise", true, ExamSpec.OTHER_KEY)
        };

        assertThat(orders(facts).stream().map(FanOutTest::idOf))
                .hasSize(6)
                .doesNotHaveDuplicates()
                .isEqualTo(orders(facts).stream().map(FanOutTest::idOf).toList());
    }

    private static AssignSession assigned(List<Command> orders, AssignedWorker worker) {
        return orders.stream()
                .filter(AssignSession.class::isInstance)
                .map(AssignSession.class::cast)
                .filter(it -> it.sessionId().equals(worker.sessionId()))
                .findAny()
                .orElseThrow();
    }

    private static @Nullable UUID idOf(Command order) {
        return switch (order) {
            case AssignSession it -> it.commandId();
            case ExtendTime it -> it.commandId();
            default -> throw new AssertionError("nobody ordered " + order);
        };
    }

    private static UUID id(long sequence, AssignedWorker worker) {
        return NameBasedId.ofFanOut(NameBasedId.ofFact(StreamId.ofExam(ExamSpec.EXAM), sequence), worker.sessionId());
    }

    /** All orders, in their order, after the exam was locked and these facts happened. */
    private static List<Command> orders(ExamFact... facts) {
        var events = new ArrayList<DomainEventMessage<?>>();
        events.add(event(0, ExamSpec.locked(null, List.of(31, 32))));
        for (var fact : facts) {
            events.add(event(events.size(), fact));
        }
        return FanOut.in(events).stream()
                .flatMap(fanOut -> fanOut.workers().stream().map(fanOut.order()))
                .toList();
    }

    private static DomainEventMessage<?> event(long sequence, ExamFact fact) {
        return new GenericDomainEventMessage<>("Exam", StreamId.ofExam(ExamSpec.EXAM), sequence, fact);
    }
}
