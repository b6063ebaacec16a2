package org.examledger.command.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.examledger.command.handling.Command;
import org.examledger.command.handling.FactClock;
import org.examledger.command.handling.NumbersInMemory;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.handling.Reply;
import org.examledger.command.handling.SimulatedClock;
import org.examledger.command.pool.PoolsAtHand;
import org.examledger.events.draft.DraftFact;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftStarted;
import org.examledger.events.draft.DraftWorker;
import org.hamcrest.CustomTypeSafeMatcher;
import org.jspecify.annotations.Nullable;

/** What the tests of a draft's commands share. */
abstract class DraftSpec {
    static final UUID DRAFT = UUID.fromString("44444444-4444-4444-8444-444444444444");
    static final UUID KEY = UUID.fromString("55555555-5555-4555-8555-555555555555");
    static final Editor DESK = new Editor("person-hc", "desk");
    static final Editor PHONE = new Editor("person-hc", "phone");
    static final ExamDefaults DEFAULTS = new ExamDefaults("Asia/Jakarta", 90);
    static final PoolsAtHand NO_POOLS = name -> List.of();
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final DraftStarted STARTED = new DraftStarted(DRAFT, "desk", null);

    final NumbersInMemory numbers = new NumbersInMemory();
    final AggregateTestFixture<ExamDraft> fixture = new AggregateTestFixture<>(ExamDraft.class);

    DraftSpec() {
        fixture.registerInjectableResource(new FactClock(new SimulatedClock()));
        fixture.registerInjectableResource(numbers);
        fixture.registerCommandTargetResolver(
                command -> new VersionedAggregateIdentifier(((Command) command.getPayload()).stream(), null));
    }

    TestExecutor<ExamDraft> draft(DraftFact... facts) {
        return fixture.givenCurrentTime(NOW).andGiven(STARTED).andGiven((Object[]) facts);
    }

    static DraftQuestion question(int id) {
        return new DraftQuestion(
                id,
                "Question " + id,
                List.of(new DraftOption(1, "yes"), new DraftOption(2, "no")),
                List.of(2),
                null,
                5);
    }

    static DraftChanges fields(Map<String, Object> fields) {
        return changes(fields, Set.of(), null, null);
    }

    static DraftChanges changes(
            Map<String, Object> fields,
            Set<String> cleared,
            @Nullable List<DraftQuestion> questions,
            @Nullable List<DraftWorker> workers) {
        var list = questions == null ? null : new DraftChanges.Questions(questions, List.of(), List.of());
        return new DraftChanges(fields, cleared, list, workers, null);
    }

    static DraftRevised revised(int revision, Map<String, Object> fields, @Nullable String device) {
        return new DraftRevised(
                revision, fields, List.of(), List.of(), List.of(), null, List.of(), List.of(), device, null);
    }

    /** The fact of a save of fields that were not there before. */
    static DraftRevised saved(int revision, DraftChanges changes, UUID commandId) {
        return new DraftRevised(
                revision,
                changes.fields(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                "desk",
                commandId,
                ContentHash.of(changes),
                null,
                null,
                null);
    }

    static void expectRefusal(ResultValidator<ExamDraft> result, Code code) {
        expectReply(
                result,
                reply -> assertThat(Objects.requireNonNull(reply.refusal()).code())
                        .isEqualTo(code));
    }

    /** Everything that a lock needs. */
    static DraftRevised complete() {
        return new DraftRevised(
                1,
                Map.of(
                        "title",
                        "Safety",
                        "category",
                        "K3",
                        "opensAt",
                        "2026-12-01",
                        "durationMinutes",
                        45,
                        "passPercentage",
                        70),
                List.of(),
                List.of(question(31), question(32)),
                List.of(),
                List.of(32, 31),
                List.of(new DraftWorker("person-a", 0), new DraftWorker("person-b", 15)),
                List.of(),
                "desk",
                null);
    }

    static void expectReply(ResultValidator<ExamDraft> result, Consumer<Reply<?>> expectation) {
        result.expectResultMessagePayloadMatching(new CustomTypeSafeMatcher<Reply<?>>("a reply") {
            @Override
            protected boolean matchesSafely(Reply<?> reply) {
                expectation.accept(reply);
                return true;
            }
        });
    }

    static void expectReceipt(ResultValidator<ExamDraft> result, Consumer<DraftReceipt> expectation) {
        expectReply(result, reply -> {
            assertThat(reply.refusal()).isNull();
            expectation.accept((DraftReceipt) reply.answer());
        });
    }
}
