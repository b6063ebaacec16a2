package org.examledger.benchmarks.measures;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.examledger.benchmarks.Plan;
import org.examledger.benchmarks.figures.Report;
import org.examledger.benchmarks.machine.Database;
import org.examledger.benchmarks.systems.Contender;
import org.examledger.benchmarks.systems.GeneratedLog;
import org.examledger.benchmarks.systems.Stage;

/**
 * P4: a query process meets a long log and no read model. Counted from the moment the first read model has moved to the
 * moment the last has reached the end, against reading the same rows and doing nothing with them.
 */
public final class Rebuild {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Rebuild() {}

    public static void run(Plan plan, Stage stage, Report report) {
        var database = stage.postgres().create("rebuild");
        var events = grow(plan, stage, database);
        readAll(database);
        var reading = events / readAll(database);
        var begun = whenTheFirstMoves(database);
        try (var answers = stage.service("rebuild-query", database, List.of("--exam.role=query"))) {
            report.figure("P4", "secondsToReady", answers.secondsToReady());
            var first = begun.join();
            while (Contender.lag(database) > 0) {
                if (System.nanoTime() - first > LONGEST.toNanos()) {
                    report.line(
                            "P4",
                            "events a second, rebuild of all read models",
                            "only %d of %d in %d s"
                                    .formatted(events - Contender.lag(database), events, LONGEST.toSeconds()),
                            "≥ 50000");
                    return;
                }
                LockSupport.parkNanos(20_000_000);
            }
            var rate = events / ((System.nanoTime() - first) / 1e9);
            report.figure("P4", "events", events);
            report.figure("P4", "eventsPerSecond", rate);
            report.figure("P4", "rowsReadPerSecond", reading);
            report.line("P4", "events a second, rebuild from " + events, "%.0f".formatted(rate), "≥ 50000");
            report.line("P4", "rebuild ÷ reading the rows alone", "%.2f".formatted(rate / reading), "≥ 0.3");
        }
    }

    private static long grow(Plan plan, Stage stage, Database database) {
        try (var decides = stage.service("rebuild-command", database, List.of("--exam.role=command"))) {
            var session = GeneratedLog.realSession(decides);
            return GeneratedLog.grow(database, session, plan.rebuildEvents());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Watches from before the process starts: it may begin before it says that it is ready. */
    private static CompletableFuture<Long> whenTheFirstMoves(Database database) {
        return CompletableFuture.supplyAsync(() -> {
            var patience = System.nanoTime() + LONGEST.toNanos();
            while (database.number("SELECT coalesce(max(position), 0) FROM read_position") == 0) {
                if (System.nanoTime() > patience) {
                    throw new IllegalStateException("no read model has begun");
                }
                LockSupport.parkNanos(10_000_000);
            }
            return System.nanoTime();
        });
    }

    /** Seconds it takes to read all rows in order, with a cursor, and to drop them. */
    private static double readAll(Database database) {
        var begun = System.nanoTime();
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(1_000);
                try (var rows =
                        statement.executeQuery("SELECT position, stream_id, sequence, occurred_at, name, revision,"
                                + " metadata, payload, hash FROM log_event ORDER BY position")) {
                    var bytes = 0L;
                    while (rows.next()) {
                        bytes += rows.getBytes(8).length;
                    }
                    if (bytes == 0) {
                        throw new IllegalStateException("the log is empty");
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
