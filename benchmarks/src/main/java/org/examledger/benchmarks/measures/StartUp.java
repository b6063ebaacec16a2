package org.examledger.benchmarks.measures;

import java.util.ArrayList;
import org.examledger.benchmarks.Plan;
import org.examledger.benchmarks.figures.Report;
import org.examledger.benchmarks.figures.Spread;
import org.examledger.benchmarks.machine.Folders;
import org.examledger.benchmarks.systems.Stage;

/** P8: from starting the process to its first good answer about readiness, its own PostgreSQL included. */
public final class StartUp {
    private StartUp() {}

    public static void run(Plan plan, Stage stage, Report report) {
        var data = stage.directory().resolve("own-data");
        Folders.remove(data);
        try (var first = stage.serviceWithOwnDatabase("first-start", data)) {
            report.figure("P8", "secondsToReadyAtTheVeryFirstStart", first.secondsToReady());
        }
        var seconds = new ArrayList<Double>();
        for (var round = 0; round < Math.min(plan.rounds(), 5); round++) {
            try (var again = stage.serviceWithOwnDatabase("start-" + round, data)) {
                seconds.add(again.secondsToReady());
            }
        }
        Folders.remove(data);
        report.figure("P8", "secondsToReady", seconds);
        report.line(
                "P8",
                "s from start to ready, data directory warm",
                Spread.of(seconds).text("%.1f"),
                "≤ 8");
    }
}
