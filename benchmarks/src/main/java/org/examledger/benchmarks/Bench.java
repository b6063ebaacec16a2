package org.examledger.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.examledger.benchmarks.figures.Report;
import org.examledger.benchmarks.load.Wire;
import org.examledger.benchmarks.machine.JavaProcess;
import org.examledger.benchmarks.machine.Machine;
import org.examledger.benchmarks.measures.Growth;
import org.examledger.benchmarks.measures.Latency;
import org.examledger.benchmarks.measures.Rebuild;
import org.examledger.benchmarks.measures.Spikes;
import org.examledger.benchmarks.measures.StartUp;
import org.examledger.benchmarks.measures.Throughput;
import org.examledger.benchmarks.measures.Visibility;
import org.examledger.benchmarks.measures.Watching;
import org.examledger.benchmarks.systems.Kind;
import org.examledger.benchmarks.systems.Stage;

/** Runs the measures one after the other, prints their table and keeps them as JSON. */
public final class Bench {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        var begun = Instant.now();
        var plan = Plan.of(arguments);
        endAtTheLatest(plan.quick() ? Duration.ofMinutes(12) : Duration.ofMinutes(30));
        var report = new Report();
        report.fact("kind", plan.quick() ? "quick: indicative only" : "full");
        report.fact("at", begun.toString());
        report.fact("machine", Machine.description());
        report.fact("load before", Machine.loadBefore());
        report.fact("options", String.join(" ", arguments));
        report.fact("JVM flags of each system", String.join(" ", JavaProcess.FLAGS));
        try (var stage = new Stage(plan.directory(), plan.serviceJar())) {
            report.fact("PostgreSQL", stage.postgres().durability());
            measure(plan, stage, report);
        }
        report.fact("connections ended by surprise", Wire.reconnections());
        report.fact("seconds in all", Duration.between(begun, Instant.now()).toSeconds());
        System.out.println();
        System.out.println(report.table());
        var file = Path.of("target", "bench-" + STAMP.format(begun) + ".json").toAbsolutePath();
        report.write(file);
        System.out.println("JSON: " + file);
        if (plan.quick()) {
            System.out.println("This was a quick run: it shows that things work and roughly where they stand.");
        }
    }

    /** A run that hangs holds a machine that others wait for. */
    private static void endAtTheLatest(Duration after) {
        Thread.ofPlatform().daemon().name("last-end").start(() -> {
            try {
                Thread.sleep(after);
                System.err.println("not done after " + after + "; giving up");
                System.exit(3);
            } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void measure(Plan plan, Stage stage, Report report) {
        Map<Kind, List<Double>> rates = new EnumMap<>(Kind.class);
        if (plan.has("P1") || plan.has("P9") || plan.has("P2")) {
            rates.putAll(Throughput.run(plan, stage, report));
        }
        if (plan.has("P2")) {
            Latency.run(plan, stage, report, rates);
        }
        if (plan.has("P3")) {
            stage.keepOnly(Kind.OURS);
            Visibility.inOneProcess(plan, stage, report);
        }
        if (plan.has("P5")) {
            stage.keepOnly(Kind.OURS);
            Watching.run(plan, stage, report);
        }
        if (plan.has("P6")) {
            stage.keepOnly(Kind.OURS);
            Spikes.run(plan, stage, report);
        }
        stage.clear();
        if (plan.has("P3")) {
            Visibility.acrossProcesses(plan, stage, report);
        }
        if (plan.has("P8")) {
            StartUp.run(plan, stage, report);
        }
        if (plan.has("P4")) {
            Rebuild.run(plan, stage, report);
        }
        if (plan.has("P7")) {
            Growth.ofASession(plan, stage, report);
            Growth.ofTheLog(plan, stage, report);
        }
    }
}
