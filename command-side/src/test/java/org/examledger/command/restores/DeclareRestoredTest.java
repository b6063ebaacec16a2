package org.examledger.command.restores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.examledger.command.handling.Command;
import org.examledger.command.handling.FactClock;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.handling.Reply;
import org.examledger.command.handling.SimulatedClock;
import org.examledger.events.log.LogRestored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeclareRestoredTest {
    private static final UUID KEY = UUID.fromString("66666666-6666-4666-8666-666666666667");
    private static final Optional<SignedRows.Lost> LOST = Optional.of(new SignedRows.Lost(71, 94));
    private static final LogRestored DECLARED = new LogRestored(71, 94, "the disk failed", KEY);

    private final AggregateTestFixture<LogOfRestores> fixture = new AggregateTestFixture<>(LogOfRestores.class);

    @BeforeEach
    void set_up() {
        fixture.registerInjectableResource(new FactClock(new SimulatedClock()));
        fixture.registerCommandTargetResolver(
                command -> new VersionedAggregateIdentifier(((Command) command.getPayload()).stream(), null));
    }

    private TestExecutor<LogOfRestores> given(Object... facts) {
        return fixture.givenCurrentTime(Instant.parse("2026-11-22T10:00:00Z")).andGiven(facts);
    }

    @Test
    void what_checkpoints_miss_is_declared_lost() {
        var result = given().when(new DeclareRestored(LOST, "the disk failed", KEY));
        result.expectEvents(DECLARED);
        answers(result, 71, 94);
    }

    @Test
    void a_repeat_is_told_what_was_declared_although_nothing_is_missing_any_more() {
        var result = given(DECLARED).when(new DeclareRestored(Optional.empty(), "the disk failed", KEY));
        result.expectNoEvents();
        answers(result, 71, 94);
    }

    @Test
    void the_same_command_with_another_reason_is_refused() {
        refuses(given(DECLARED).when(new DeclareRestored(LOST, "somebody cut it", KEY)), Code.COMMAND_REUSED);
    }

    @Test
    void nothing_is_declared_lost_that_no_checkpoint_misses() {
        refuses(given(DECLARED).when(new DeclareRestored(Optional.empty(), "just in case", null)), Code.NOTHING_LOST);
    }

    @Test
    void another_loss_is_another_fact() {
        given(DECLARED)
                .when(new DeclareRestored(Optional.of(new SignedRows.Lost(95, 120)), "again", null))
                .expectEvents(new LogRestored(95, 120, "again", null));
    }

    private static void answers(ResultValidator<LogOfRestores> result, long from, long to) {
        result.expectResultMessagePayloadMatching(Matchers.matches((Reply<?> reply) -> {
            assertThat(reply.refusal()).isNull();
            assertThat(reply.answer()).isEqualTo(new SignedRows.Lost(from, to));
            return true;
        }));
    }

    private static void refuses(ResultValidator<LogOfRestores> result, Code code) {
        result.expectNoEvents();
        result.expectResultMessagePayloadMatching(Matchers.matches(
                (Reply<?> reply) -> Objects.requireNonNull(reply.refusal()).code() == code));
    }
}
