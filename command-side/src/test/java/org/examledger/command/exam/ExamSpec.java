package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.examledger.command.handling.Command;
import org.examledger.command.handling.FactClock;
import org.examledger.command.handling.NumbersInMemory;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Reply;
import org.examledger.command.handling.SimulatedClock;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamPackage;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.rules.NameBasedId;
import org.examledger.events.session.TimerPolicy;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/** What the tests of exams share: an exam of 45 minutes in Jakarta, from the first to the third of December. */
abstract class ExamSpec {
    static final UUID EXAM = UUID.fromString("22222222-2222-4222-8222-222222222222");
    static final UUID KEY = UUID.fromString("33333333-3333-4333-8333-333333333333");
    static final UUID OTHER_KEY = UUID.fromString("44444444-4444-4444-8444-444444444444");

    static final AssignedWorker FIRST = worker("person-a", 0);
    static final AssignedWorker SECOND = worker("person-b", 15);

    final NumbersInMemory numbers = new NumbersInMemory();
    final AggregateTestFixture<Exam> fixture = fixture(numbers);

    private static AggregateTestFixture<Exam> fixture(NumbersInMemory numbers) {
        var fixture = new AggregateTestFixture<>(Exam.class);
        fixture.registerInjectableResource(new FactClock(new SimulatedClock()));
        fixture.registerInjectableResource(numbers);
        fixture.registerCommandTargetResolver(
                command -> new VersionedAggregateIdentifier(((Command) command.getPayload()).stream(), null));
        return fixture;
    }

    /** An exam of two questions, 31 and 32, and of two workers, to which the given facts happened later. */
    TestExecutor<Exam> exam(ExamFact... facts) {
        return fixture.given(locked(null, List.of(31, 32)), new WorkersAssigned(List.of(FIRST, SECOND), null))
                .andGiven((Object[]) facts);
    }

    static Consumer<ResultValidator<Exam>> accepted() {
        return says(receipt -> {});
    }

    static Consumer<ResultValidator<Exam>> says(Consumer<ExamReceipt> expectation) {
        return result -> result.expectResultMessagePayloadMatching(reply("an accepted command", reply -> {
            assertThat(reply.refusal()).isNull();
            expectation.accept((ExamReceipt) reply.answer());
        }));
    }

    static Consumer<ResultValidator<Exam>> refused(Refusal.Code code) {
        return refused(code, refusal -> {});
    }

    static Consumer<ResultValidator<Exam>> refused(Refusal.Code code, Consumer<Refusal> more) {
        return result -> result.expectResultMessagePayloadMatching(reply("a refusal: " + code, reply -> {
            var refusal = Objects.requireNonNull(reply.refusal(), "was not refused");
            assertThat(refusal.code()).isEqualTo(code);
            more.accept(refusal);
        }));
    }

    /** The expectation throws what it misses, which tells more than a mismatch would. */
    @SuppressWarnings("rawtypes") // a class literal has no type argument
    private static Matcher<Reply> reply(String what, Consumer<Reply<?>> expectation) {
        return new CustomTypeSafeMatcher<>(what) {
            @Override
            protected boolean matchesSafely(Reply reply) {
                expectation.accept(reply);
                return true;
            }
        };
    }

    static ExamLocked locked(@Nullable List<ExamPackage> packages, List<Integer> questionIds) {
        return locked(packages, questionIds.stream().map(ExamSpec::question));
    }

    static ExamLocked locked(List<ExamQuestion> questions) {
        return locked(null, questions.stream());
    }

    private static ExamLocked locked(@Nullable List<ExamPackage> packages, Stream<ExamQuestion> questions) {
        return new ExamLocked(
                EXAM,
                "Safety",
                "K3",
                "2026-12-01",
                "2026-12-03",
                "Asia/Jakarta",
                45,
                90,
                70,
                10,
                TimerPolicy.WALL_CLOCK,
                true,
                false,
                questions.toList(),
                packages,
                4711,
                null,
                null);
    }

    static ExamQuestion question(int id) {
        return new ExamQuestion(
                id,
                "Question " + id,
                List.of(new ExamOption(1, "yes"), new ExamOption(2, "no"), new ExamOption(3, "both")),
                List.of(2),
                false,
                5);
    }

    static AssignedWorker worker(String person, int extraMinutes) {
        return new AssignedWorker(person, NameBasedId.ofSession(EXAM, person), extraMinutes);
    }
}
