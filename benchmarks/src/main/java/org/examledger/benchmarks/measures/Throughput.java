package org.examledger.benchmarks.measures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.examledger.benchmarks.Plan;
import org.examledger.benchmarks.figures.Report;
import org.examledger.benchmarks.figures.Spread;
import org.examledger.benchmarks.load.ClosedLoop;
import org.examledger.benchmarks.load.Loaded;
import org.examledger.benchmarks.machine.Heap;
import org.examledger.benchmarks.raw.RawInserts;
import org.examledger.benchmarks.systems.Contender;
import org.examledger.benchmarks.systems.Kind;
import org.examledger.benchmarks.systems.Stage;

/** P1, P9 and the heap of P8: answers a second in a closed loop, and what each leaves on the disk and in memory. */
public final class Throughput {
    private static final Map<Kind, String> GOALS =
            Map.of(Kind.CRUD, "≥ 4", Kind.STOCK_JPA, "≥ 8", Kind.STOCK_JDBC, "≥ 3", Kind.NOOP, "");
    private static final String ANSWERS = " FROM log_event_readable WHERE name = 'AnswerSelected'";

    private final Plan plan;
    private final Stage stage;
    private final Report report;
    private final Map<Kind, List<Double>> rates = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Double>> bytes = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Double>> work = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Double>> databaseWork = new EnumMap<>(Kind.class);
    private final Map<Kind, Heap> heaps = new EnumMap<>(Kind.class);
    private final List<Double> raw = new ArrayList<>();
    private final List<Double> allBytes = new ArrayList<>();
    private final List<Double> catchingUp = new ArrayList<>();

    private Throughput(Plan plan, Stage stage, Report report) {
        this.plan = plan;
        this.stage = stage;
        this.report = report;
    }

    /** Answers a second of each system, round by round. */
    public static Map<Kind, List<Double>> run(Plan plan, Stage stage, Report report) {
        var measure = new Throughput(plan, stage, report);
        measure.warmUp();
        var inserts = measure.rawInserts();
        for (var round = 1; round <= plan.rounds(); round++) {
            System.out.println("round " + round + " of " + plan.rounds());
            plan.systems().forEach(measure::round);
            stage.postgres().checkpoint();
            measure.raw.add(inserts.run(plan.clients(), plan.round()));
            System.out.printf("    %-10s %,8.0f/s%n", "raw", measure.raw.getLast());
        }
        measure.tell();
        return measure.rates;
    }

    private void warmUp() {
        for (var kind : plan.systems()) {
            var system = stage.contender(kind);
            System.out.println("warming up " + kind.word());
            ClosedLoop.run(system.port(), system.seats(plan.sessions()), plan.clients(), plan.warmUp());
            system.settle();
        }
    }

    /** Sized after the rows that ours has just stored. */
    private RawInserts rawInserts() {
        var ours = Objects.requireNonNull(stage.contender(Kind.OURS).database());
        var payload = (int) ours.number("SELECT avg(length(payload))" + ANSWERS);
        report.figure("P1", "rawRow", Map.of("payload", payload));
        var inserts = new RawInserts(stage.postgres().create("raw"), payload);
        inserts.run(plan.clients(), plan.round());
        return inserts;
    }

    private void round(Kind kind) {
        var system = stage.contender(kind);
        var seats = system.seats(plan.sessions());
        system.settle();
        stage.postgres().checkpoint();
        var before = system.bytes();
        var allBefore = system.allBytes();
        var busyBefore = system.process().processorTime();
        var databaseBusyBefore = stage.postgres().processorTime();
        var loaded = ClosedLoop.run(system.port(), seats, plan.clients(), plan.round());
        add(work, kind, micros(busyBefore, system.process().processorTime(), loaded));
        add(databaseWork, kind, micros(databaseBusyBefore, stage.postgres().processorTime(), loaded));
        add(rates, kind, loaded.perSecond());
        heaps.put(kind, system.process().heap());
        var settling = system.settle();
        add(bytes, kind, (system.bytes() - before) / (double) loaded.answered());
        if (kind == Kind.OURS) {
            catchingUp.add(settling);
            allBytes.add((system.allBytes() - allBefore) / (double) loaded.answered());
        }
        show(system, loaded);
    }

    private static double micros(Duration before, Duration after, Loaded loaded) {
        return after.minus(before).toNanos() / 1e3 / loaded.answered();
    }

    private static void add(Map<Kind, List<Double>> values, Kind kind, double value) {
        values.computeIfAbsent(kind, none -> new ArrayList<>()).add(value);
    }

    private static void show(Contender system, Loaded loaded) {
        System.out.printf(
                "    %-10s %,8.0f/s  p50 %.1f ms  p99 %.1f ms%s%n",
                system.kind().word(),
                loaded.perSecond(),
                loaded.millisAt(50),
                loaded.millisAt(99),
                loaded.refused() == 0 ? "" : "  REFUSED: " + loaded.refused());
        if (loaded.refused() > 0) {
            throw new IllegalStateException(system.kind().word() + " refused " + loaded.refused() + " answers");
        }
    }

    private void tell() {
        var ours = rates.getOrDefault(Kind.OURS, List.of());
        rates.forEach((kind, rounds) -> {
            report.figure("P1", kind.word(), rounds);
            report.line(
                    "P1", "answers a second, " + kind.word(), Spread.of(rounds).text("%.0f"), "");
        });
        report.figure("P1", "raw", raw);
        report.line("P1", "rows a second, raw", Spread.of(raw).text("%.0f"), "");
        rates.forEach((kind, rounds) -> {
            if (kind != Kind.OURS) {
                report.line(
                        "P1",
                        "ours ÷ " + kind.word(),
                        Spread.ofRatios(ours, rounds).text("%.2f"),
                        GOALS.getOrDefault(kind, ""));
            }
        });
        report.line("P1", "ours ÷ raw", Spread.ofRatios(ours, raw).text("%.2f"), "≥ 1");
        report.line(
                "P1",
                "s until ours' read models have caught up",
                Spread.of(catchingUp).text("%.2f"),
                "");
        tellWork();
        tellBytes();
        tellHeaps();
    }

    /** Which half of a system costs what, and less shaken by a busy machine than a rate. */
    private void tellWork() {
        rates.keySet().forEach(kind -> {
            var service = work.getOrDefault(kind, List.of());
            var database = databaseWork.getOrDefault(kind, List.of());
            report.figure("P1", kind.word() + "Micros", Map.of("service", service, "postgres", database));
            report.line(
                    "P1",
                    "µs of processor an answer, " + kind.word() + ": service + PostgreSQL",
                    Spread.of(service).text("%.0f") + " + "
                            + Spread.of(database).text("%.0f"),
                    "");
        });
    }

    private void tellBytes() {
        for (var kind : List.of(Kind.OURS, Kind.STOCK_JPA, Kind.STOCK_JDBC)) {
            if (bytes.containsKey(kind)) {
                var rounds = bytes.get(kind);
                report.figure("P9", kind.word(), rounds);
                report.line(
                        "P9",
                        "bytes an answer, " + kind.word(),
                        Spread.of(rounds).text("%.0f"),
                        kind == Kind.OURS ? "≤ 300" : "");
            }
        }
        var ours = bytes.getOrDefault(Kind.OURS, List.of());
        if (bytes.containsKey(Kind.STOCK_JPA)) {
            report.line(
                    "P9",
                    "bytes, ours ÷ stock-jpa",
                    Spread.ofRatios(ours, bytes.get(Kind.STOCK_JPA)).text("%.2f"),
                    "≤ 0.5");
        }
        report.figure("P9", "oursWithReadModels", allBytes);
        report.line(
                "P9",
                "bytes an answer, ours with read models",
                Spread.of(allBytes).text("%.0f"),
                "");
    }

    private void tellHeaps() {
        var byName = new TreeMap<String, Object>();
        heaps.forEach((kind, heap) -> byName.put(kind.word(), heap));
        report.figure("P8", "heapMebibytesAfterLastRound", byName);
        var heap = Objects.requireNonNull(heaps.get(Kind.OURS));
        report.line(
                "P8",
                "MiB heap under P1, ours: used, committed",
                heap.used() + ", " + heap.committed(),
                "≤ 512 (runs with -Xmx512m)");
    }
}
