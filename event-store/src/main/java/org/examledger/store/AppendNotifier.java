package org.examledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other processes that this one has appended, once for everything of a short while.
 *
 * <p>It notifies after the commit and from a connection of its own: a notification inside the append would make all
 * appends of all processes queue for one more lock.
 */
public final class AppendNotifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppendNotifier.class);
    private static final String NAME = "log-notifier";
    private static final Duration SHORT_WHILE = Duration.ofMillis(10);

    private final DataSource dataSource;
    private final FeedSignal signal;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(NAME).daemon().factory());
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Registration registration;
    private @Nullable Connection connection;
    private long notified;

    public AppendNotifier(DataSource dataSource, FeedSignal signal) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.registration = signal.onRise(this::schedule);
    }

    @Override
    public void close() {
        registration.cancel();
        thread.execute(this::drop);
        thread.shutdown();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            try {
                var _ = thread.schedule(this::tell, SHORT_WHILE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("closed, the others will find out by polling", e);
            }
        }
    }

    private void tell() {
        scheduled.set(false);
        long position = signal.lastAppendedHere();
        if (position <= notified) {
            return;
        }
        try (var notify = connection().prepareStatement("SELECT pg_notify(?, ?)")) {
            notify.setString(1, FeedWatch.CHANNEL);
            notify.setString(2, Long.toString(position));
            notify.execute();
            notified = position;
        } catch (SQLException | RuntimeException e) {
            LOG.warn("other processes could not be told and will find out by polling: {}", e.getMessage());
            drop();
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            var opened = dataSource.getConnection();
            connection = opened;
            opened.setAutoCommit(true);
            opened.setClientInfo("ApplicationName", NAME);
            try (var settings = opened.createStatement()) {
                // A notification is worth nothing after a crash, so it need not wait for the disk.
                settings.execute("SET synchronous_commit = off");
            }
        }
        return connection;
    }

    private void drop() {
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
                connection.close();
            } catch (SQLException e) {
                LOG.debug("the notifying connection was already gone", e);
            }
            connection = null;
        }
    }
}
