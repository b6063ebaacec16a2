package org.examledger.command.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
import org.examledger.command.pool.PoolReceipt.Outcome;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.pool.PoolFact;
import org.examledger.events.pool.PoolGenerationRequested;
import org.examledger.events.pool.PoolPublished;
import org.jspecify.annotations.Nullable;

/** What the tests of a pool's commands share. */
abstract class PoolSpec {
    static final PoolTitle HIVE = new PoolTitle("Hive", "Beginner");
    static final UUID KEY = UUID.fromString("66666666-6666-4666-8666-666666666666");
    static final UUID FIRST = UUID.fromString("77777777-7777-4777-8777-777777777771");
    static final UUID SECOND = UUID.fromString("77777777-7777-4777-8777-777777777772");
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    final AggregateTestFixture<QuestionPool> fixture = new AggregateTestFixture<>(QuestionPool.class);

    PoolSpec() {
        fixture.registerInjectableResource(new FactClock(new SimulatedClock()));
        fixture.registerCommandTargetResolver(
                command -> new VersionedAggregateIdentifier(((Command) command.getPayload()).stream(), null));
    }

    TestExecutor<QuestionPool> pool(PoolFact... facts) {
        return fixture.givenCurrentTime(NOW).andGiven((Object[]) facts);
    }

    static PoolGenerationRequested requested(UUID generationId) {
        return new PoolGenerationRequested(generationId, "Hive", "Beginner", null);
    }

    static PoolPublished published(int revision, @Nullable UUID generationId, int... numbers) {
        return new PoolPublished("Hive", "Beginner", revision, questions(numbers), generationId, null);
    }

    static List<ExamQuestion> questions(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> new ExamQuestion(
                        number,
                        "Question " + number,
                        List.of(new ExamOption(1, "yes"), new ExamOption(2, "no")),
                        List.of(1),
                        false,
                        2))
                .toList();
    }

    static void expect(ResultValidator<QuestionPool> result, Outcome outcome, int revision) {
        result.expectResultMessagePayloadMatching(Matchers.matches((Reply<?> reply) -> {
            assertThat(reply.refusal()).isNull();
            var receipt = (PoolReceipt) reply.answer();
            assertThat(receipt.outcome()).isEqualTo(outcome);
            assertThat(receipt.revision()).isEqualTo(revision);
            return true;
        }));
    }

    static void expectReused(ResultValidator<QuestionPool> result) {
        result.expectResultMessagePayloadMatching(Matchers.matches(
                (Reply<?> reply) -> Objects.requireNonNull(reply.refusal()).code() == Code.COMMAND_REUSED));
    }
}
