package org.examledger.benchmarks.measures;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.examledger.benchmarks.Plan;
import org.examledger.benchmarks.figures.Report;
import org.examledger.benchmarks.load.Http;
import org.examledger.benchmarks.load.Wire;
import org.examledger.benchmarks.machine.Database;
import org.examledger.benchmarks.machine.JavaProcess;
import org.examledger.benchmarks.systems.Contender;
import org.examledger.benchmarks.systems.GeneratedLog;
import org.examledger.benchmarks.systems.Stage;
import org.examledger.benchmarks.systems.Tokens;

/**
 * P4: all read models are made again from a long log, beside the live ones, by the endpoint that an operator uses; against
 * reading the same rows and doing nothing with them. Before that the live feed meets the log without any read model.
 */
public final class Rebuild {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String OPEN = "SELECT count(*) FROM rebuild_run WHERE state <> 'DONE'";

    private Rebuild() {}

    public static void run(Plan plan, Stage stage, Report report) {
        var database = stage.postgres().create("rebuild");
        var events = grow(plan, stage, database);
        readAll(database);
        var reading = events / readAll(database);
        report.figure("P4", "events", events);
        report.figure("P4", "rowsReadPerSecond", reading);
        try (var answers = stage.service("rebuild-query", database, List.of("--exam.role=query"))) {
            var feeding = seconds(() -> Contender.lag(database) == 0);
            report.line(
                    "P4",
                    "s until the live feed has met " + events + " facts",
                    feeding.isPresent() ? "%.0f".formatted(feeding.getAsDouble()) : "not within " + LONGEST,
                    "");
            if (feeding.isEmpty()) {
                return;
            }
            ask(answers);
            var rebuilding = seconds(() -> database.number(OPEN) == 0);
            var rate = rebuilding.isPresent() ? events / rebuilding.getAsDouble() : 0;
            report.figure("P4", "eventsPerSecond", rate);
            report.line("P4", "events a second, rebuild from " + events, "%.0f".formatted(rate), "≥ 50000");
            report.line("P4", "rebuild ÷ reading the rows alone", "%.2f".formatted(rate / reading), "≥ 0.3");
        }
    }

    private static void ask(JavaProcess service) {
        try (var wire = new Wire(service.port())) {
            var admin = new Tokens().of("admin", wire);
            var reply = wire.exchange(Http.post("/actuator/rebuild", admin, "{}"));
            if (reply.status() != 202) {
                throw new IllegalStateException("a rebuild was answered with " + reply.status());
            }
        } catch (IOException failure) {
            throw new IllegalStateException("a rebuild could not be asked for", failure);
        }
    }

    private static OptionalDouble seconds(BooleanSupplier reached) {
        var begun = System.nanoTime();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                return OptionalDouble.empty();
            }
            LockSupport.parkNanos(20_000_000);
        }
        return OptionalDouble.of((System.nanoTime() - begun) / 1e9);
    }

    private static long grow(Plan plan, Stage stage, Database database) {
        try (var decides = stage.service("rebuild-command", database, List.of("--exam.role=command"))) {
            var session = GeneratedLog.realSession(decides);
            return GeneratedLog.grow(database, session, plan.rebuildEvents());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Seconds it takes to read all rows in order, with a cursor, and to drop them. */
    private static double readAll(Database database) {
        var begun = System.nanoTime();
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(1_000);
                try (var rows =
                        statement.executeQuery("SELECT position, stream_no, sequence, occurred_at, type_no, actor_no,"
                                + " correlation, payload, hash, metadata FROM log_event ORDER BY position")) {
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
