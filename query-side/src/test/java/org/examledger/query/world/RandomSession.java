package org.examledger.query.world;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.examledger.events.session.AbandonCause;
import org.examledger.events.session.AcceptedAnswer;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.LateAnswersAccepted;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionFellSilent;
import org.examledger.events.session.SessionReopened;
import org.examledger.events.session.SessionRescheduled;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.TimeExtended;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Visibility;
import org.examledger.events.session.WorkerWithdrawn;

/**
 * Facts of one session that are the same again for the same seed: every kind there is, in odd orders, also behind an end.
 * Only what the log itself promises holds: epochs and attempts never restart.
 */
public final class RandomSession {
    private static final List<Integer> FIRST_PAPER = List.of(11, 12, 13, 14);
    private static final List<Integer> OTHER_PAPERS = List.of(11, 12, 14);

    private final Random random;
    private final TimerPolicy timer;
    private int attempt = 1;
    private int epoch;
    private int firstEpoch = 1;
    private boolean sealed = true;

    public RandomSession(Random random) {
        this.random = random;
        this.timer = random.nextBoolean() ? TimerPolicy.WALL_CLOCK : TimerPolicy.ACTIVE_TIME;
    }

    public SessionAssigned assigned(UUID sessionId, UUID examId, String person) {
        return Facts.assigned(sessionId, examId, person, timer);
    }

    /** What happens next, at that time; a sealed paper is opened first. */
    public SessionFact next(Instant at) {
        if (sealed) {
            sealed = false;
            epoch++;
            firstEpoch = epoch;
            return Facts.started(epoch, at);
        }
        return switch (random.nextInt(30)) {
            case 0, 1, 2 -> Facts.page(page(), anyEpoch(), sequence());
            case 3, 4 ->
                new HeartbeatReceived(
                        Visibility.values()[random.nextInt(Visibility.values().length)], epoch, null, null);
            case 5 -> {
                epoch++;
                yield new SessionResumed(epoch, "client-" + epoch, null, null);
            }
            case 6 -> new AnswerSuperseded(question(), options(), page(), anyEpoch(), sequence(), null, null);
            case 7, 8 -> new LateAnswerReceived(question(), options(), page(), anyEpoch(), sequence(), null, null);
            case 9 -> end(at);
            case 10 -> reopened(at);
            case 11 ->
                new LateAnswersAccepted(
                        List.of(accepted(at.minusSeconds(2)), accepted(at.minusSeconds(1))), UUID.randomUUID());
            case 12 -> extended(at);
            case 13 ->
                new SessionRescheduled(
                        Facts.OPENS.plusSeconds(random.nextInt(3600)),
                        random.nextBoolean() ? Facts.WINDOW_ENDS.plusSeconds(random.nextInt(3600)) : null,
                        "moved",
                        UUID.randomUUID());
            case 14 -> new SessionFellSilent(at.minusSeconds(600), null);
            case 15 -> random.nextBoolean() ? reset() : end(at);
            default -> Facts.answer(question(), options(), page(), anyEpoch(), sequence());
        };
    }

    /** One of all ends there are. */
    public SessionFact end(Instant at) {
        return switch (random.nextInt(7)) {
            case 0 -> Facts.submitted(epoch, 90);
            case 1 -> new ExamClosed("power cut", CloseScoring.ZERO, null);
            case 2 -> new ExamClosed("power cut", CloseScoring.FROM_ANSWERS, null);
            case 3 -> new SessionTimedOut(at.minusSeconds(3));
            case 4 -> new SessionAbandoned(AbandonCause.LEFT, epoch, null);
            case 5 -> new WorkerWithdrawn("ill", null);
            default -> new SessionCancelled("no room", UUID.randomUUID());
        };
    }

    private SessionFact reset() {
        attempt++;
        sealed = true;
        return Facts.reset(attempt, timer);
    }

    private SessionFact reopened(Instant at) {
        var seconds = random.nextInt(60, 600);
        return new SessionReopened(
                "by accident", seconds, Facts.DURATION_SECONDS + seconds, at.plusSeconds(seconds), null);
    }

    private SessionFact extended(Instant at) {
        var allowed = Facts.DURATION_SECONDS + random.nextInt(-600, 600);
        return new TimeExtended(
                allowed - Facts.DURATION_SECONDS, "noise", allowed, at.plusSeconds(random.nextInt(3600)), null);
    }

    private AcceptedAnswer accepted(Instant receivedAt) {
        return new AcceptedAnswer(question(), options(), page(), anyEpoch(), sequence(), receivedAt);
    }

    private int question() {
        var questions = attempt == 1 ? FIRST_PAPER : OTHER_PAPERS;
        return questions.get(random.nextInt(questions.size()));
    }

    private List<Integer> options() {
        var options = List.of(List.of(1), List.of(2, 3), List.<Integer>of(), List.of(4));
        return options.get(random.nextInt(options.size()));
    }

    private int page() {
        return random.nextInt(0, 3);
    }

    private int anyEpoch() {
        return random.nextInt(firstEpoch, epoch + 1);
    }

    /** Comes neither in order nor only once. */
    private int sequence() {
        return random.nextInt(1, 60);
    }
}
