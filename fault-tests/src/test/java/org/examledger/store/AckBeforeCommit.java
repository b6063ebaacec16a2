package org.examledger.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** An appender that, once switched on, says that facts are stored and stores them later. */
public final class AckBeforeCommit {
    private static final Duration LATER = Duration.ofSeconds(3);

    private AckBeforeCommit() {}

    public static Appender inPlaceOf(
            Appender honest, DataSource database, FeedSignal signal, BooleanSupplier switchedOn) {
        honest.close();
        var patience = AppenderSettings.DEFAULT.patience();
        return new Appender(
                () -> new EarlyWriter(PostgresLogWriter.open(database, patience), switchedOn),
                signal,
                AppenderSettings.DEFAULT,
                AppendListener.NONE);
    }

    private static final class EarlyWriter implements LogWriter {
        private final LogWriter real;
        private final BooleanSupplier early;
        private final ExecutorService later =
                Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
        private long promised;

        EarlyWriter(LogWriter real, BooleanSupplier early) {
            this.real = real;
            this.early = early;
        }

        @Override
        public long store(List<StoredEvent> rows) throws SQLException {
            if (promised == 0 || !early.getAsBoolean()) {
                promised = real.store(rows);
                return promised;
            }
            later.execute(() -> {
                LockSupport.parkNanos(LATER.toNanos());
                try {
                    real.store(rows);
                } catch (SQLException lost) {
                    // Nobody is told: that is the mistake.
                }
            });
            promised += rows.size();
            return promised;
        }

        @Override
        public boolean isAlive() {
            return early.getAsBoolean() || real.isAlive();
        }

        @Override
        public void close() {
            later.shutdownNow();
            real.close();
        }
    }
}
