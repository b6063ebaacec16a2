package org.examledger.query.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the rebuilds of read models have come, whichever process is at it. */
public final class RebuildProgress {
    private final JdbcClient jdbc;

    RebuildProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last rebuild of each model that ever had one. */
    public List<Line> lines() {
        return jdbc.sql("""
                SELECT model, state, requested_at, position, goal, failure,
                       extract(epoch FROM seen_at - started_at) AS seconds
                FROM rebuild_run ORDER BY model
                """)
                .query((row, number) -> Line.of(
                        row.getString("model"),
                        State.valueOf(row.getString("state")),
                        row.getTimestamp("requested_at").toInstant(),
                        row.getLong("position"),
                        row.getLong("goal"),
                        row.getDouble("seconds"),
                        row.getString("failure")))
                .list();
    }

    /** What becomes of a rebuild. */
    public enum State {
        /** Waits until a process takes it up. */
        REQUESTED,
        /** The new rows are being made; the old ones are shown. */
        RUNNING,
        /** The new rows are shown. */
        DONE,
        /** The old rows are still shown; it can be asked for again. */
        FAILED
    }

    /**
     * @param done events that are in the new rows
     * @param of events that the log held when they were counted last
     * @param perSecond events a second since the start
     * @param secondsLeft as it looks now; absent unless it is running
     * @param failure why it failed
     */
    public record Line(
            String model,
            State state,
            Instant requestedAt,
            long done,
            long of,
            long perSecond,
            @Nullable Long secondsLeft,
            @Nullable String failure) {
        static Line of(
                String model,
                State state,
                Instant requestedAt,
                long done,
                long of,
                double seconds,
                @Nullable String failure) {
            var perSecond = seconds > 0 ? Math.round(done / seconds) : 0;
            var left = state == State.RUNNING && perSecond > 0 ? (of - done) / perSecond : null;
            return new Line(model, state, requestedAt, done, of, perSecond, left, failure);
        }

        @Override
        public String toString() {
            return "%s %s: %,d of %,d events, %,d a second%s%s"
                    .formatted(
                            model,
                            state,
                            done,
                            of,
                            perSecond,
                            secondsLeft == null ? "" : ", " + secondsLeft + " s left",
                            failure == null ? "" : ", " + failure);
        }
    }
}
