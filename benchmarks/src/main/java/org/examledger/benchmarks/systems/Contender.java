package org.examledger.benchmarks.systems;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.examledger.benchmarks.load.Seat;
import org.examledger.benchmarks.machine.Database;
import org.examledger.benchmarks.machine.JavaProcess;
import org.jspecify.annotations.Nullable;

/**
 * A system that is running and can be asked to take answers.
 *
 * @param kind what it is
 * @param database where it keeps them; absent when it keeps nothing
 */
public record Contender(
        Kind kind, JavaProcess process, @Nullable Database database, Fixture fixture, Tokens tokens) {
    private static final Duration SETTLING = Duration.ofSeconds(120);

    public int port() {
        return process.port();
    }

    public List<Seat> seats(int count) {
        return fixture.seats(count);
    }

    /** Exams of ours, as HC makes them. */
    public LedgerFixture ledger() {
        if (fixture instanceof LedgerFixture ledger) {
            return ledger;
        }
        throw new IllegalStateException(kind.word() + " knows no exams");
    }

    /** Bytes of the tables that hold answers, with their indexes. */
    public long bytes() {
        return database == null
                ? 0
                : kind.tables().stream()
                        .mapToLong(table -> database.number("SELECT pg_total_relation_size('" + table + "')"))
                        .sum();
    }

    /** Bytes of everything: for ours the read models too. */
    public long allBytes() {
        return database == null ? 0 : database.number("SELECT pg_database_size(current_database())");
    }

    /**
     * Waits until nothing of the last round is left to be done in the background, so that nobody pays for another's
     * work.
     *
     * @return seconds it took
     */
    public double settle() {
        if (database == null || kind != Kind.OURS) {
            return 0;
        }
        var begun = System.nanoTime();
        while (lag(database) > 0) {
            if (System.nanoTime() - begun > SETTLING.toNanos()) {
                throw new IllegalStateException("the read models do not get on");
            }
            LockSupport.parkNanos(50_000_000);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** By how many facts the slowest read model is behind the log. */
    public static long lag(Database database) {
        return database.number(
                "SELECT (SELECT position FROM log_head)" + " - coalesce((SELECT min(position) FROM read_position), 0)");
    }
}
