package org.examledger.faults.load;

import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.examledger.faults.load.Exam.Seat;
import org.examledger.faults.record.Completion;
import org.examledger.faults.record.Invocation;
import org.examledger.faults.record.Kind;
import org.examledger.faults.record.Outcome;

/** One worker at his page: clicks, reads what he clicked, repeats what got lost. */
final class Sitting {
    private final Teller teller;
    private final Seat seat;
    private final int door;
    private final Random random;
    private int epoch;
    private long clientSeq;
    private long newest;

    Sitting(Teller teller, Seat seat, int door, long seed) {
        this.teller = teller;
        this.seat = seat;
        this.door = door;
        this.random = new Random(seed);
    }

    /**
     * Clicks until told to stop, and hands in at the end when he is one of those who do.
     *
     * @param pauseMillis how long to think before the next click
     */
    void run(DoubleSupplier pauseMillis, BooleanSupplier stopped, boolean handsIn) throws InterruptedException {
        start();
        while (!stopped.getAsBoolean() && epoch > 0) {
            Thread.sleep((long) (pauseMillis.getAsDouble() * (0.5 + random.nextDouble())));
            click();
        }
        if (handsIn && epoch > 0) {
            heard(teller.untilKnown(teller.ask(Kind.SUBMIT, seat, epoch, ++clientSeq, 0, List.of(), 0), door));
        }
    }

    private void start() {
        var started = teller.untilKnown(teller.ask(Kind.START, seat, 0, 0, 0, List.of(), 0), door);
        epoch = started.outcome() == Outcome.OK ? started.epoch() : 0;
        heard(started);
    }

    private void click() {
        var dice = random.nextInt(100);
        if (dice < 62) {
            heard(teller.untilKnown(answer(), aDoor()));
        } else if (dice < 74) {
            heard(teller.untilKnown(page(), aDoor()));
        } else if (dice < 80) {
            heard(teller.untilKnown(
                    teller.ask(Kind.HEARTBEAT, seat, epoch, 0, 0, List.of(), random.nextInt(2)), aDoor()));
        } else {
            heard(teller.once(teller.read(seat, newest), aDoor()));
        }
    }

    private Invocation answer() {
        var question = 1 + random.nextInt(Exam.QUESTIONS);
        var options = random.nextInt(10) == 0 ? List.<Integer>of() : List.of(1 + random.nextInt(Exam.OPTIONS));
        return teller.ask(Kind.ANSWER, seat, epoch, ++clientSeq, question, options, Exam.pageOf(question));
    }

    private Invocation page() {
        var page = random.nextInt(Exam.QUESTIONS / Exam.PER_PAGE);
        return teller.ask(Kind.PAGE, seat, epoch, ++clientSeq, 0, List.of(), page);
    }

    /** Mostly his own, now and then another one, as a balancer would. */
    private int aDoor() {
        return random.nextInt(5) == 0 ? door + 1 : door;
    }

    private void heard(Completion completion) {
        newest = Math.max(newest, completion.position());
    }
}
