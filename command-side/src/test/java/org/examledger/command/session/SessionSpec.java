package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.examledger.command.handling.Command;
import org.examledger.command.handling.FactClock;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Reply;
import org.examledger.command.handling.SimulatedClock;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/** What the tests of a session's commands share: one paper of five questions on three pages, one hour, two minutes' grace. */
abstract class SessionSpec {
    static final UUID SESSION = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID EXAM = UUID.fromString("22222222-2222-4222-8222-222222222222");
    static final UUID KEY = UUID.fromString("33333333-3333-4333-8333-333333333333");
    static final String OWNER = "person-owner";
    static final String STRANGER = "person-stranger";

    static final Instant OPENS = Instant.parse("2026-12-01T08:00:00Z");
    static final Instant STARTED = Instant.parse("2026-12-01T08:30:00Z");
    static final Instant DEADLINE = Instant.parse("2026-12-01T09:30:00Z");
    static final Instant LAST_MOMENT = DEADLINE.plusSeconds(120);
    static final Instant TOO_LATE = LAST_MOMENT.plusMillis(1);
    static final Instant WINDOW_ENDS = Instant.parse("2026-12-01T18:00:00Z");

    /** Questions 101 to 105, two a page, options 1 to 4; question 105 takes several. */
    static final Paper PAPER = new Paper(
            IntStream.rangeClosed(101, 105)
                    .mapToObj(id -> new PaperQuestion(id, List.of(1, 2, 3, 4), id == 105, id - 100))
                    .toList(),
            2,
            "hash-of-the-paper");

    static final Timing TIMING = new Timing(OPENS, WINDOW_ENDS, "UTC", 3600, 120, TimerPolicy.WALL_CLOCK, null);

    static final SessionAssigned ASSIGNED =
            new SessionAssigned(SESSION, EXAM, OWNER, 1, PAPER, TIMING, 60, new UUID(7, 7));

    static final SessionStarted FIRST_START = new SessionStarted(1, "page-1", "laptop", DEADLINE, null);

    /** Another paper, for the next attempt: questions 202 and 201 on one page. */
    static final Paper NEXT_PAPER = new Paper(
            List.of(new PaperQuestion(202, List.of(1, 2), false, 3), new PaperQuestion(201, List.of(1, 2), false, 4)),
            5,
            "hash-of-the-next-paper");

    static final Timing NEXT_TIMING = new Timing(OPENS, WINDOW_ENDS, "UTC", 1800, 60, TimerPolicy.WALL_CLOCK, null);

    /** An exam that asks for no word, and gives another attempt, unless a test says otherwise. */
    static final class Terms implements ExamTerms {
        @Nullable
        String word;

        boolean cancelled;
        boolean toldAll = true;

        @Override
        public boolean hasToldAll(UUID examId) {
            assertThat(examId).isEqualTo(EXAM);
            return toldAll;
        }

        @Override
        public boolean admits(UUID examId, @Nullable String said) {
            assertThat(examId).isEqualTo(EXAM);
            return word == null || word.equals(said);
        }

        @Override
        public Optional<AttemptTerms> next(UUID examId, String person, int attempt) {
            assertThat(examId).isEqualTo(EXAM);
            assertThat(person).isEqualTo(OWNER);
            assertThat(attempt).isGreaterThan(1);
            return cancelled ? Optional.empty() : Optional.of(new AttemptTerms(NEXT_PAPER, NEXT_TIMING, 75));
        }
    }

    final Terms exam = new Terms();

    final AggregateTestFixture<ExamSession> fixture = fixture(exam);

    private static AggregateTestFixture<ExamSession> fixture(Terms exam) {
        var fixture = new AggregateTestFixture<>(ExamSession.class);
        fixture.registerInjectableResource(new FactClock(new SimulatedClock()));
        fixture.registerInjectableResource(exam);
        fixture.registerCommandTargetResolver(
                command -> new VersionedAggregateIdentifier(((Command) command.getPayload()).stream(), null));
        return fixture;
    }

    TestExecutor<ExamSession> assigned() {
        return fixture.givenCurrentTime(OPENS.minusSeconds(86_400)).andGiven(ASSIGNED);
    }

    /** A session that runs since {@link #STARTED}; the given facts happened a minute later. */
    TestExecutor<ExamSession> running(SessionFact... facts) {
        return assigned()
                .andGivenCurrentTime(STARTED)
                .andGiven(FIRST_START)
                .andGivenCurrentTime(STARTED.plusSeconds(60))
                .andGiven((Object[]) facts)
                .andGivenCurrentTime(STARTED.plusSeconds(90));
    }

    TestExecutor<ExamSession> submitted(SessionFact... facts) {
        return running(facts)
                .andGivenCurrentTime(STARTED.plusSeconds(600))
                .andGiven(new SessionSubmitted(1, 50, 0, null))
                .andGivenCurrentTime(STARTED.plusSeconds(660));
    }

    /** An answer command of the owner to question {@code 100 + question}, on that question's page. */
    static SelectAnswer select(int epoch, long clientSeq, int question, Integer... options) {
        return new SelectAnswer(SESSION, OWNER, epoch, given(clientSeq, question, options), null);
    }

    static AnswerGiven given(long clientSeq, int question, Integer... options) {
        return new AnswerGiven(clientSeq, 100 + question, List.of(options), page(question), null);
    }

    static AnswerSelected selected(int epoch, long clientSeq, int question, Integer... options) {
        return new AnswerSelected(100 + question, List.of(options), page(question), epoch, clientSeq, null, null);
    }

    static AnswerSuperseded superseded(int epoch, long clientSeq, int question, Integer... options) {
        return new AnswerSuperseded(100 + question, List.of(options), page(question), epoch, clientSeq, null, null);
    }

    static LateAnswerReceived late(int epoch, long clientSeq, int question, Integer... options) {
        return new LateAnswerReceived(100 + question, List.of(options), page(question), epoch, clientSeq, null, null);
    }

    private static int page(int question) {
        return (question - 1) / 2;
    }

    static SubmitSession submit(long clientSeq, long lastAnswerSeq) {
        return new SubmitSession(SESSION, OWNER, 1, clientSeq, lastAnswerSeq, List.of(), Map.of(), null);
    }

    static Consumer<ResultValidator<ExamSession>> accepted(Outcome outcome) {
        return accepted(outcome, null);
    }

    static Consumer<ResultValidator<ExamSession>> accepted(Outcome outcome, @Nullable Outcome first) {
        return result -> result.expectResultMessagePayloadMatching(reply("an accepted command: " + outcome, reply -> {
            assertThat(reply.refusal()).isNull();
            assertThat(receipt(reply).outcome()).isEqualTo(outcome);
            assertThat(receipt(reply).first()).isEqualTo(first);
        }));
    }

    static Consumer<ResultValidator<ExamSession>> refused(Refusal.Code code) {
        return refused(code, refusal -> {});
    }

    static Consumer<ResultValidator<ExamSession>> refused(Refusal.Code code, Consumer<Refusal> more) {
        return result -> result.expectResultMessagePayloadMatching(reply("a refusal: " + code, reply -> {
            var refusal = Objects.requireNonNull(reply.refusal(), "was not refused");
            assertThat(refusal.code()).isEqualTo(code);
            more.accept(refusal);
        }));
    }

    static Consumer<ResultValidator<ExamSession>> says(Consumer<Receipt> expectation) {
        return result -> result.expectResultMessagePayloadMatching(
                reply("a receipt", reply -> expectation.accept(receipt(reply))));
    }

    private static Receipt receipt(Reply<?> reply) {
        return (Receipt) reply.answer();
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
}
