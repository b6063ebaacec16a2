package org.examledger.benchmarks.measures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.examledger.benchmarks.Plan;
import org.examledger.benchmarks.figures.Report;
import org.examledger.benchmarks.figures.Spread;
import org.examledger.benchmarks.load.OpenLoop;
import org.examledger.benchmarks.systems.Kind;
import org.examledger.benchmarks.systems.Stage;

/**
 * P2: how long an answer takes when answers come at a fixed rate. Each system gets half of what it took itself in the
 * closed loop: half of ours would drown a slower one, and then the comparison would say nothing.
 */
public final class Latency {
    private static final int CONNECTIONS = 64;

    private Latency() {}

    public static void run(Plan plan, Stage stage, Report report, Map<Kind, List<Double>> rates) {
        Map<Kind, List<Double>> medians = new EnumMap<>(Kind.class);
        Map<Kind, List<Double>> tails = new EnumMap<>(Kind.class);
        var systems = plan.systems().stream()
                .filter(kind -> kind == Kind.OURS || kind == Kind.CRUD)
                .toList();
        for (var round = 1; round <= plan.rounds(); round++) {
            for (var kind : systems) {
                var system = stage.contender(kind);
                var seats = system.seats(plan.sessions());
                system.settle();
                stage.postgres().checkpoint();
                var loaded = OpenLoop.run(system.port(), seats, CONNECTIONS, half(rates, kind), plan.round());
                if (loaded.refused() > 0) {
                    throw new IllegalStateException(kind.word() + " refused " + loaded.refused() + " answers");
                }
                medians.computeIfAbsent(kind, none -> new ArrayList<>()).add(loaded.millisAt(50));
                tails.computeIfAbsent(kind, none -> new ArrayList<>()).add(loaded.millisAt(99));
                system.settle();
            }
        }
        for (var kind : systems) {
            var at = "%s at %.0f/s".formatted(kind.word(), half(rates, kind));
            tell(report, kind, "p50", at, medians.getOrDefault(kind, List.of()), "≤ 3");
            tell(report, kind, "p99", at, tails.getOrDefault(kind, List.of()), "≤ 25, ≤ crud's");
        }
    }

    private static double half(Map<Kind, List<Double>> rates, Kind kind) {
        return Spread.of(rates.getOrDefault(kind, List.of())).median() / 2;
    }

    private static void tell(Report report, Kind kind, String percentile, String at, List<Double> rounds, String goal) {
        report.figure("P2", percentile + "-" + kind.word(), rounds);
        report.line("P2", percentile + " ms, " + at, Spread.of(rounds).text("%.1f"), kind == Kind.OURS ? goal : "");
    }
}
