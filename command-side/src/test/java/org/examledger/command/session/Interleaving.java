package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.session.SittingModel.Click;
import org.examledger.command.session.SittingModel.Fate;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.LateAnswersAccepted;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionFellSilent;
import org.examledger.events.session.SessionReopened;
import org.examledger.events.session.SessionRescheduled;
import org.examledger.events.session.SessionReset;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.TimeExtended;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;
import org.examledger.events.session.Visibility;
import org.examledger.events.session.WorkerWithdrawn;
import org.jspecify.annotations.Nullable;

/** One session to which everybody comes in a random order at random times; after each step it is compared with the model. */
final class Interleaving {
    private static final Instant OPENS = SessionSpec.OPENS;
    private static final Duration SILENCE = Duration.ofSeconds(120);
    private static final int QUESTIONS = 4;
    private static final Paper PAPER = new Paper(
            IntStream.rangeClosed(1, QUESTIONS)
                    .mapToObj(id -> new PaperQuestion(id, List.of(1, 2, 3, 4, 5), false, 1))
                    .toList(),
            2,
            "hash");

    private final int seed;
    private final Random random;
    private final Session session = new Session(SessionSpec.SESSION);
    private final SittingModel model = new SittingModel();
    private final Map<Integer, Long> sequences = new HashMap<>();
    private final List<Click> sent = new ArrayList<>();
    private final boolean silentMayResume;
    private final Timing timing;
    private final StringBuilder story = new StringBuilder();
    private Instant now = OPENS;

    /** What a command should bring: facts of these kinds, and this refusal. */
    private record Expected(
            List<Class<? extends SessionFact>> facts,
            @Nullable Code refusal,
            @Nullable SessionStatus winner) {
        @SafeVarargs
        static Expected stored(Class<? extends SessionFact>... facts) {
            return new Expected(List.of(facts), null, null);
        }

        static Expected refused(Code code) {
            return new Expected(List.of(), code, null);
        }

        static Expected closed(SessionStatus winner) {
            return new Expected(List.of(), Code.SESSION_CLOSED, winner);
        }

        Expected after(Class<? extends SessionFact> fact) {
            var all = new ArrayList<Class<? extends SessionFact>>();
            all.add(fact);
            all.addAll(facts);
            return new Expected(all, refusal, winner);
        }

        Expected and(Class<? extends SessionFact> fact) {
            var all = new ArrayList<>(facts);
            all.add(fact);
            return new Expected(all, refusal, winner);
        }
    }

    private final class Terms implements ExamTerms {
        @Override
        public boolean hasToldAll(UUID examId) {
            return true;
        }

        @Override
        public boolean admits(UUID examId, @Nullable String word) {
            return true;
        }

        @Override
        public Optional<AttemptTerms> next(UUID examId, String person, int attempt) {
            assertThat(attempt).as(where()).isEqualTo(model.attempt + 1);
            return Optional.of(new AttemptTerms(PAPER, timing, 50));
        }
    }

    private final Terms exam = new Terms();

    Interleaving(int seed) {
        this.seed = seed;
        random = new Random(seed);
        silentMayResume = random.nextInt(3) > 0;
        timing = new Timing(
                OPENS, null, "UTC", SittingModel.DURATION, SittingModel.GRACE, TimerPolicy.WALL_CLOCK, silentMayResume);
        happen(new SessionAssigned(
                SessionSpec.SESSION, SessionSpec.EXAM, SessionSpec.OWNER, 1, PAPER, timing, 50, new UUID(1, 1)));
    }

    List<SessionStatus> ends() {
        return model.ends;
    }

    private String where() {
        return "seed " + seed + story;
    }

    private void happen(SessionFact fact) {
        session.evolve(fact, now);
    }

    void play(int steps) {
        for (var step = 0; step < steps; step++) {
            now = now.plusMillis(random.nextInt(5) == 0 ? random.nextInt(400_000) : random.nextInt(20_000));
            act();
            compare();
        }
    }

    private void act() {
        switch (random.nextInt(30)) {
            case 0, 1, 2, 3 -> start();
            case 4, 5, 6, 7, 8, 9, 10 -> answer();
            case 11, 12 -> repeat();
            case 13 -> page();
            case 14, 15 -> heartbeat();
            case 16, 17 -> submit();
            case 18 -> abandon();
            case 19 -> close();
            case 20, 21 -> extend();
            case 22, 23 -> expire();
            case 24 -> silence();
            case 25 -> reset();
            case 26, 27 -> reopen();
            case 28 -> reschedule();
            default -> {
                if (random.nextBoolean()) {
                    withdraw();
                } else if (random.nextInt(4) == 0) {
                    cancel();
                }
            }
        }
    }

    private void check(String what, Decision decision, Expected expected) {
        story.append("\n  ").append(now).append(' ').append(what).append(" -> ").append(decision.facts());
        decision.facts().forEach(this::happen);
        assertThat(decision.facts().stream().map(Object::getClass).toList())
                .as(where())
                .isEqualTo(expected.facts());
        var refusal = decision.refusal();
        assertThat(refusal == null ? null : refusal.code()).as(where()).isEqualTo(expected.refusal());
        if (refusal != null && expected.winner() != null) {
            assertThat(refusal.properties())
                    .as(where())
                    .containsEntry("sessionStatus", expected.winner().name());
        }
    }

    /** The newest epoch, mostly; now and then an older one or one that was never issued. */
    private int someEpoch() {
        return switch (random.nextInt(6)) {
            case 0 -> 1 + random.nextInt(Math.max(1, model.epoch));
            case 1 -> random.nextInt(5) == 0 ? model.epoch + 1 : Math.max(1, model.epoch);
            default -> Math.max(1, model.epoch);
        };
    }

    private long nextSequence(int epoch) {
        return sequences.merge(epoch, 1L + random.nextInt(2), Long::sum);
    }

    /**
     * What stands in the way of a worker's command: the end of its attempt, a start that never was, time that is over.
     *
     * @param same the end that this command asks for, when it does
     */
    private @Nullable Expected obstacle(int epoch, @Nullable SessionStatus same) {
        if (model.isOfEarlierAttempt(epoch) || model.end != null) {
            var end = java.util.Objects.requireNonNull(model.endFor(epoch)).status();
            return end == same ? Expected.stored() : Expected.closed(end);
        }
        if (!model.started) {
            return Expected.refused(Code.NOT_STARTED);
        }
        if (model.isOver(now)) {
            model.end(SessionStatus.TIMED_OUT, java.util.Objects.requireNonNull(model.deadline));
            return Expected.closed(SessionStatus.TIMED_OUT).after(SessionTimedOut.class);
        }
        return epoch > model.epoch ? Expected.refused(Code.INVALID_REQUEST) : null;
    }

    private void start() {
        var command = new StartSession(SessionSpec.SESSION, SessionSpec.OWNER, "page", null, null, null);
        var decision = Starting.decide(command, session, exam, now);
        Expected expected;
        if (model.end != null) {
            expected = Expected.closed(model.end.status());
        } else if (model.isOver(now)) {
            model.end(SessionStatus.TIMED_OUT, java.util.Objects.requireNonNull(model.deadline));
            expected = Expected.closed(SessionStatus.TIMED_OUT).after(SessionTimedOut.class);
        } else {
            expected = Expected.stored(model.started ? SessionResumed.class : SessionStarted.class);
            model.start(now);
            assertThat(decision.epoch()).as(where()).isEqualTo(model.epoch);
        }
        check("start", decision, expected);
    }

    private void answer() {
        var epoch = someEpoch();
        var click = new Click(
                epoch, nextSequence(epoch), 1 + random.nextInt(QUESTIONS), 1 + random.nextInt(5), random.nextInt(2));
        sent.add(click);
        send("answer " + click, click);
    }

    private void repeat() {
        if (!sent.isEmpty()) {
            var click = sent.get(random.nextInt(sent.size()));
            send("repeat " + click, click);
        }
    }

    private void send(String what, Click click) {
        var given = new AnswerGiven(click.seq(), click.question(), List.of(click.option()), click.page(), null);
        var command = new SelectAnswer(SessionSpec.SESSION, SessionSpec.OWNER, click.epoch(), given, null);
        var decision = Answering.decide(command, session, now);
        var fate = model.clicks.get(click);
        if (fate == Fate.COUNTED) {
            check(what, decision, Expected.stored());
            return;
        }
        var obstacle = obstacle(click.epoch(), null);
        if (obstacle == null) {
            if (fate == Fate.LATE) {
                check(what, decision, Expected.stored());
                assertThat(decision.outcome()).as(where()).isEqualTo(Outcome.DUPLICATE);
                return;
            }
            model.clicks.put(click, Fate.COUNTED);
            model.signOfLife(now);
            var wins = model.optionOf(click.question()) == click.option() && isNewest(click);
            check(what, decision, Expected.stored(wins ? AnswerSelected.class : AnswerSuperseded.class));
        } else if (obstacle.refusal() == Code.SESSION_CLOSED && click.epoch() <= model.epoch && fate == null) {
            model.late(click);
            check(what, decision, obstacle.and(LateAnswerReceived.class));
        } else {
            check(what, decision, obstacle);
        }
    }

    private boolean isNewest(Click click) {
        return model.clicks.entrySet().stream()
                .filter(it -> it.getValue() == Fate.COUNTED)
                .map(Map.Entry::getKey)
                .filter(it -> it.question() == click.question() && !model.isOfEarlierAttempt(it.epoch()))
                .noneMatch(it -> it.epoch() > click.epoch() || (it.epoch() == click.epoch() && it.seq() > click.seq()));
    }

    private void page() {
        var epoch = someEpoch();
        var command = new ChangePage(
                SessionSpec.SESSION, SessionSpec.OWNER, epoch, nextSequence(epoch), random.nextInt(2), null, null);
        var decision = Visiting.decide(command, session, now);
        var obstacle = obstacle(epoch, null);
        if (obstacle == null) {
            model.signOfLife(now);
            check("page", decision, Expected.stored(org.examledger.events.session.PageChanged.class));
        } else {
            check("page", decision, withoutError(obstacle));
        }
    }

    /** After an end, pages and heartbeats are answered. */
    private static Expected withoutError(Expected obstacle) {
        return obstacle.refusal() == Code.SESSION_CLOSED ? new Expected(obstacle.facts(), null, null) : obstacle;
    }

    private void heartbeat() {
        var epoch = someEpoch();
        var command = new SendHeartbeat(SessionSpec.SESSION, SessionSpec.OWNER, epoch, Visibility.VISIBLE, null, null);
        var decision = Visiting.decide(command, session, now);
        var obstacle = obstacle(epoch, null);
        if (obstacle != null) {
            if (obstacle.refusal() == Code.SESSION_CLOSED) {
                assertThat(decision.notices())
                        .as(where())
                        .extracting(Receipt.Notice::kind)
                        .containsExactly("closed");
            }
            check("heartbeat", decision, withoutError(obstacle));
        } else if (epoch < model.epoch) {
            assertThat(decision.notices())
                    .as(where())
                    .extracting(Receipt.Notice::kind)
                    .containsExactly("taken-over");
            check("heartbeat", decision, Expected.stored());
        } else {
            var quiet = model.lastSign == null || !now.isBefore(model.lastSign.plusSeconds(20));
            var stored = quiet && !decision.facts().isEmpty();
            if (stored) {
                model.signOfLife(now);
            }
            check("heartbeat", decision, quiet ? Expected.stored(HeartbeatReceived.class) : Expected.stored());
        }
    }

    private void submit() {
        var epoch = someEpoch();
        var command = new SubmitSession(
                SessionSpec.SESSION, SessionSpec.OWNER, epoch, nextSequence(epoch), 0, List.of(), Map.of(), null);
        var decision = Submitting.decide(command, session, now);
        check("submit", decision, endedByWorker(epoch, SessionStatus.SUBMITTED, SessionSubmitted.class));
    }

    private void abandon() {
        var epoch = someEpoch();
        var decision =
                Ending.decide(new AbandonSession(SessionSpec.SESSION, SessionSpec.OWNER, epoch, null), session, now);
        check("abandon", decision, endedByWorker(epoch, SessionStatus.ABANDONED, SessionAbandoned.class));
    }

    private Expected endedByWorker(int epoch, SessionStatus status, Class<? extends SessionFact> fact) {
        var obstacle = obstacle(epoch, status);
        if (obstacle != null) {
            return obstacle;
        }
        if (epoch < model.epoch) {
            return Expected.refused(Code.TAKEN_OVER);
        }
        model.end(status, now);
        return Expected.stored(fact);
    }

    private void close() {
        var command = new CloseSession(SessionSpec.SESSION, "fire", CloseScoring.FROM_ANSWERS, null);
        check("close", Ending.decide(command, session, now), endedByHc(SessionStatus.CLOSED, ExamClosed.class));
    }

    private void withdraw() {
        var command = new WithdrawWorker(SessionSpec.SESSION, "ill", null);
        check(
                "withdraw",
                Ending.decide(command, session, now),
                endedByHc(SessionStatus.WITHDRAWN, WorkerWithdrawn.class));
    }

    private void cancel() {
        var command = new CancelSession(SessionSpec.SESSION, "leaked", new UUID(2, random.nextLong()));
        check(
                "cancel",
                Ending.decide(command, session, now),
                endedByHc(SessionStatus.CANCELLED, SessionCancelled.class));
    }

    private Expected endedByHc(SessionStatus status, Class<? extends SessionFact> fact) {
        var obstacle = obstacleForHc(status);
        if (obstacle != null) {
            return obstacle;
        }
        model.end(status, now);
        return Expected.stored(fact);
    }

    private @Nullable Expected obstacleForHc(@Nullable SessionStatus same) {
        if (model.end != null) {
            return model.end.status() == same ? Expected.stored() : Expected.closed(model.end.status());
        }
        if (model.isOver(now)) {
            model.end(SessionStatus.TIMED_OUT, java.util.Objects.requireNonNull(model.deadline));
            return Expected.closed(SessionStatus.TIMED_OUT).after(SessionTimedOut.class);
        }
        return null;
    }

    private void extend() {
        var seconds = random.nextBoolean() ? random.nextInt(1, 500) : -random.nextInt(1, 900);
        var command = new ExtendTime(SessionSpec.SESSION, seconds, "noise", true, null);
        var decision = Timekeeping.decide(command, session, now);
        var obstacle = obstacleForHc(null);
        if (obstacle == null) {
            model.extend(seconds, now);
            check("extend " + seconds, decision, Expected.stored(TimeExtended.class));
        } else {
            check("extend " + seconds, decision, obstacle);
        }
    }

    private void reschedule() {
        var command = new RescheduleSession(
                SessionSpec.SESSION, OPENS.minusSeconds(5), null, "flood", new UUID(3, random.nextLong()));
        var decision = Timekeeping.decide(command, session, now);
        var obstacle = obstacleForHc(null);
        check("reschedule", decision, obstacle == null ? Expected.stored(SessionRescheduled.class) : obstacle);
    }

    private void expire() {
        var decision = Watching.decide(new ExpireSession(SessionSpec.SESSION), session, now);
        Expected expected;
        if (model.end != null) {
            expected = model.end.status() == SessionStatus.TIMED_OUT
                    ? Expected.stored()
                    : Expected.closed(model.end.status());
        } else if (!model.started) {
            expected = Expected.refused(Code.NOT_STARTED);
        } else if (model.isOver(now)) {
            model.end(SessionStatus.TIMED_OUT, java.util.Objects.requireNonNull(model.deadline));
            expected = Expected.stored(SessionTimedOut.class);
        } else {
            expected = Expected.refused(Code.NOT_ENDED);
        }
        check("expire", decision, expected);
    }

    private void silence() {
        var decision = Watching.decide(new MarkSilent(SessionSpec.SESSION, SILENCE, Instant.EPOCH), session, now);
        var obstacle = model.end == null && !model.started ? Expected.refused(Code.NOT_STARTED) : obstacleForHc(null);
        Expected expected;
        if (obstacle != null) {
            expected = obstacle;
        } else if (now.isBefore(java.util.Objects.requireNonNull(model.lastSign).plus(SILENCE))) {
            expected = Expected.refused(Code.NOT_ENDED);
        } else if (model.toldSilent || now.isAfter(java.util.Objects.requireNonNull(model.deadline))) {
            expected = Expected.stored();
        } else if (silentMayResume) {
            model.toldSilent = true;
            expected = Expected.stored(SessionFellSilent.class);
        } else {
            model.end(SessionStatus.ABANDONED, now);
            expected = Expected.stored(SessionAbandoned.class);
        }
        check("silence", decision, expected);
    }

    private void reset() {
        var decision = SecondChances.decide(new ResetSession(SessionSpec.SESSION, "broken", null), session, exam, now);
        Expected expected;
        if (model.end == null && !model.started) {
            expected = Expected.refused(Code.NOT_STARTED);
        } else if (model.end != null && model.end.status() == SessionStatus.CANCELLED) {
            expected = Expected.closed(SessionStatus.CANCELLED);
        } else {
            expected = Expected.stored(SessionReset.class);
            if (model.isOver(now)) {
                model.end(SessionStatus.TIMED_OUT, java.util.Objects.requireNonNull(model.deadline));
                expected = expected.after(SessionTimedOut.class);
            }
            model.reset(now);
        }
        check("reset", decision, expected);
    }

    private void reopen() {
        var seconds = 1 + random.nextInt(500);
        var counting = random.nextBoolean();
        var command = new ReopenSession(SessionSpec.SESSION, "by accident", seconds, counting, null);
        var decision = SecondChances.decide(command, session, now);
        check("reopen " + counting, decision, reopened(seconds, counting));
    }

    private Expected reopened(int seconds, boolean counting) {
        if (model.end != null
                && (model.end.status() == SessionStatus.WITHDRAWN || model.end.status() == SessionStatus.CANCELLED)) {
            return Expected.closed(model.end.status());
        }
        if (!model.started) {
            return Expected.refused(Code.NOT_STARTED);
        }
        if (model.end == null && !model.isOver(now)) {
            return Expected.refused(Code.NOT_ENDED);
        }
        var expected = Expected.stored(SessionReopened.class);
        if (counting && !model.lateSinceTheEnd.isEmpty()) {
            expected = expected.and(LateAnswersAccepted.class);
        }
        if (model.end == null) {
            model.end(SessionStatus.TIMED_OUT, java.util.Objects.requireNonNull(model.deadline));
            expected = expected.after(SessionTimedOut.class);
        }
        model.reopen(seconds, counting, now);
        return expected;
    }

    private void compare() {
        var state = session.state();
        var life = state.life();
        assertThat(state.attempt()).as(where()).isEqualTo(model.attempt);
        assertThat(state.epoch()).as(where()).isEqualTo(model.epoch);
        assertThat(life.ended()).as(where()).isEqualTo(model.end == null ? null : model.end.status());
        assertThat(life.endedAt()).as(where()).isEqualTo(model.end == null ? null : model.end.at());
        assertThat(life.deadlineAt(now)).as(where()).isEqualTo(model.deadline);
        for (var question = 1; question <= QUESTIONS; question++) {
            var option = model.optionOf(question);
            assertThat(state.optionsOf(question))
                    .as("question %d, %s", question, where())
                    .isEqualTo(option == 0 ? List.of() : List.of(option));
        }
    }
}
