package org.examledger.faults.list;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.examledger.faults.check.Checker;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.check.Findings;
import org.examledger.faults.check.Verdict;
import org.examledger.faults.load.Exam;
import org.examledger.faults.load.Load;
import org.examledger.faults.load.Teller;
import org.examledger.faults.record.ClientRecord;
import org.examledger.faults.stage.Member;
import org.examledger.faults.stage.Stage;

/**
 * What became of one fault.
 *
 * @param counts what happened how often
 * @param evidence that it landed
 */
public record Trial(
        int number,
        String title,
        Verdict verdict,
        long seed,
        Duration took,
        Map<String, Long> counts,
        List<Evidence> evidence) {
    static final int WORKERS = 12;
    private static final double PER_SECOND = 40;
    private static final int BEFORE = 60;
    private static final int AFTER = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Load, strike, heal, quiesce, judge. */
    public static Trial of(Fault fault, Stage stage, Size size, long seed) throws Exception {
        var from = System.nanoTime();
        System.out.printf("fault %d, %s: seed %d%n", fault.number(), fault.title(), seed);
        var exam = Exam.locked(stage.anyone(), WORKERS + fault.extraSeats(size), fault.minutes());
        var file = Path.of("target", "faults", "record-" + fault.number() + "-" + seed + ".ndjson");
        var doors = stage.members().stream().map(Member::door).toList();
        try (var teller = new Teller(
                        ClientRecord.in(file), doors, exam, stage.anyone().token("hc"));
                var load = Load.begin(teller, exam, WORKERS, PER_SECOND, seed)) {
            var scene = new Scene(stage, exam, load, size, seed);
            scene.letThemClick(BEFORE);
            fault.arrange(scene);
            fault.strike(scene);
            fault.heal(scene);
            scene.letThemClick(AFTER);
            scene.promise(
                    load.finish(PATIENCE), "some outcomes are still unknown " + PATIENCE + " after it was healed");
            fault.afterwards(scene);
            scene.promise(
                    stage.quiesces(PATIENCE), "read models have not reached the end of the log after " + PATIENCE);
            var operations = teller.record().operations();
            var findings = new Findings(operations, stage.log(), stage.models(), stage.walk());
            var evidence = fault.evidence(scene);
            var verdict = Checker.judge(findings, scene.broken(), evidence);
            scene.count("requests", operations.size());
            scene.count("unknown", teller.unknown());
            var trial = new Trial(
                    fault.number(),
                    fault.title(),
                    verdict,
                    seed,
                    Duration.ofNanos(System.nanoTime() - from),
                    Map.copyOf(scene.counts()),
                    new ArrayList<>(evidence));
            System.out.println(trial);
            return trial;
        }
    }

    /** Strikes on a stage of the fault's own, or on a shared one; says so when this machine cannot do it. */
    public static Trial of(Fault fault, Supplier<Stage> shared, Size size, long seed) throws Exception {
        if (!fault.missing().isEmpty()) {
            var why = fault.missing().stream()
                    .map(it -> "this machine cannot do it: " + it)
                    .toList();
            return new Trial(
                    fault.number(),
                    fault.title(),
                    new Verdict(Verdict.Kind.INCONCLUSIVE, why),
                    seed,
                    Duration.ZERO,
                    Map.of(),
                    List.of());
        }
        var own = fault.ownStage(seed);
        if (own.isEmpty()) {
            return of(fault, shared.get(), size, seed);
        }
        try (var stage = own.get()) {
            return of(fault, stage, size, seed);
        }
    }

    @Override
    public String toString() {
        return "fault %d, %s: %s (seed %d, %.1f s, %s)%n  %s"
                .formatted(number, title, verdict, seed, took.toMillis() / 1000.0, counts, evidence);
    }
}
