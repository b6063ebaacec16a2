package org.examledger.benchmarks.measures;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.examledger.benchmarks.figures.Report;
import org.examledger.benchmarks.load.Http;
import org.examledger.benchmarks.load.Streams;
import org.examledger.benchmarks.machine.Database;
import org.examledger.benchmarks.systems.Contender;

/** P5: streams that are held open, and what the database is asked for them, while somebody clicks twice a second. */
final class Held {
    private static final int WATCHERS = 500;
    private static final Duration LENGTH = Duration.ofSeconds(15);
    private static final Duration CLICK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A click that is stored. */
    interface Click {
        void make() throws IOException;
    }

    private final Contender ours;
    private final Database database;
    private final byte[] request;
    private final Click click;

    private Held(Contender ours, String path, String token, Click click) {
        this.ours = ours;
        this.database = Objects.requireNonNull(ours.database(), "ours has a database");
        this.request = Http.get(path, token);
        this.click = click;
    }

    static void run(Contender ours, String path, String token, Click click, Report report) throws IOException {
        var held = new Held(ours, path, token, click);
        held.measure(0, report);
        held.measure(1, report);
        held.measure(WATCHERS, report);
    }

    private void measure(int watchers, Report report) throws IOException {
        try (var streams = new Streams(ours.port(), request, watchers)) {
            awaitAll(streams, watchers);
            var deltas = streams.deltas();
            var transactions = transactions();
            var begun = System.nanoTime();
            while (System.nanoTime() - begun < LENGTH.toNanos()) {
                click.make();
                LockSupport.parkNanos(CLICK.toNanos());
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            var perSecond = (transactions() - transactions) / seconds;
            tell(report, watchers + " watchers: transactions of the database a second", perSecond, "the same");
            if (watchers > 0) {
                var each = (streams.deltas() - deltas) / seconds / watchers;
                tell(report, watchers + " watchers: events a second for each", each, "≤ 1");
            }
            report.line("P5", "streams of " + watchers + " that ended", Integer.toString(streams.ended()), "0");
            report.figure("P5", "streams of " + watchers + " that ended", streams.ended());
        }
    }

    private static void awaitAll(Streams streams, int watchers) {
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (streams.begun() < watchers) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("only " + streams.begun() + " of " + watchers + " streams began");
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static void tell(Report report, String what, double value, String goal) {
        report.line("P5", what, "%.1f".formatted(value), goal);
        report.figure("P5", what, value);
    }

    private long transactions() {
        return database.number(
                "SELECT xact_commit + xact_rollback FROM pg_stat_database" + " WHERE datname = current_database()");
    }
}
