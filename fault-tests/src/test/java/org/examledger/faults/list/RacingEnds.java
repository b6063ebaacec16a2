package org.examledger.faults.list;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.record.Invocation;
import org.examledger.faults.record.Kind;

/** Handing in, saving, closing and the end of the time race for each of many sessions, each with a seed of its own. */
public final class RacingEnds implements Fault {
    private static final Set<String> ENDS = Set.of("SessionSubmitted", "ExamClosed", "SessionTimedOut");
    private static final int AT_ONCE = 10;

    /** Longer than an exam lasts. */
    private static final int ALL_THE_TIME = -3 * 3_600;

    /** As the stage sets it. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    @Override
    public int number() {
        return 21;
    }

    @Override
    public String title() {
        return "submit against save against close against expiry";
    }

    @Override
    public int extraSeats(Size size) {
        return size.of(20, 1_000);
    }

    @Override
    public void strike(Scene scene) throws InterruptedException, ExecutionException {
        var seeds = scene.times(20, 1_000);
        for (var first = 0; first < seeds; first += AT_ONCE) {
            var from = first;
            AtOnce.all(AT_ONCE, index -> {
                race(scene, from + index, new Random(scene.seed() + from + index));
                return true;
            });
            scene.count("seeds", AT_ONCE);
        }
    }

    private static void race(Scene scene, int index, Random random) {
        var worker = scene.extra(index);
        var teller = scene.teller();
        teller.untilKnown(worker.ask(Kind.ANSWER, 1, 1, List.of(1), 0), index);
        var expires = random.nextInt(3) == 0;
        var runners = new ArrayList<Invocation>(List.of(
                worker.ask(Kind.SUBMIT, 9, 0, List.of(), 0),
                worker.ask(Kind.ANSWER, 2, 1, List.of(2), 0),
                worker.ask(Kind.ANSWER, 3, 2, List.of(3), 0),
                worker.ask(Kind.PAGE, 4, 0, List.of(), 1),
                worker.ask(Kind.CLOSE, 0, 0, List.of(), 0)));
        if (expires) {
            teller.untilKnown(worker.ask(Kind.EXTEND, ALL_THE_TIME, 0, List.of(), 0), index);
            LockSupport.parkNanos(GRACE.plusMillis(random.nextInt(40) - 20).toNanos());
        }
        var delays = runners.stream().map(any -> random.nextInt(12)).toList();
        try {
            AtOnce.all(runners.size(), runner -> {
                LockSupport.parkNanos(Duration.ofMillis(delays.get(runner)).toNanos());
                return teller.untilKnown(runners.get(runner), random(index, runner));
            });
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static int random(int index, int runner) {
        return (index * 31 + runner) % 7;
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        var log = scene.stage().log();
        var winners = new ArrayList<String>();
        for (var index = 0; index < scene.times(20, 1_000); index++) {
            log.ofSession(scene.extra(index).seat().session()).stream()
                    .map(row -> row.name())
                    .filter(ENDS::contains)
                    .forEach(winners::add);
        }
        ENDS.forEach(
                end -> scene.count(end, winners.stream().filter(end::equals).count()));
        var kinds = ENDS.stream().filter(winners::contains).count();
        return List.of(
                new Evidence(kinds > 1, kinds + " kinds of ends won"),
                new Evidence(winners.size() >= scene.times(20, 1_000), winners.size() + " sessions ended"));
    }
}
