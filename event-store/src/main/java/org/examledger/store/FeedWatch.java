package org.examledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices what other processes appended: at once when they notify, and at the latest with the next poll.
 *
 * <p>One thread and one connection for each process, however many projections read the feed.
 */
public final class FeedWatch implements AutoCloseable {

    static final String CHANNEL = "log_appended";
    static final String NAME = "log-feed-watch";

    /** How often to look without having been told. */
    public static final Duration POLL = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(FeedWatch.class);

    private final DataSource dataSource;
    private final FeedSignal signal;
    private final Duration poll;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Connection connection;

    public FeedWatch(DataSource dataSource, FeedSignal signal) {
        this(dataSource, signal, POLL);
    }

    public FeedWatch(DataSource dataSource, FeedSignal signal, Duration poll) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.poll = poll;
        this.thread = Thread.ofPlatform().name(NAME).daemon().start(this::runUntilClosed);
    }

    /** Says whether the log is still being watched. */
    public boolean alive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closed.countDown();
        var listening = connection;
        if (listening != null) {
            abort(listening);
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilClosed() {
        while (closed.getCount() > 0) {
            try {
                watch();
            } catch (SQLException | RuntimeException e) {
                if (closed.getCount() > 0) {
                    LOG.warn("the feed is not being watched and will be again soon: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void watch() throws SQLException {
        try (var listening = dataSource.getConnection()) {
            connection = listening;
            listening.setAutoCommit(true);
            listening.setClientInfo("ApplicationName", NAME);
            try (var listen = listening.createStatement()) {
                listen.execute("LISTEN " + CHANNEL);
            }
            var notifications = listening.unwrap(PGConnection.class);
            signal.noticed(lastPosition(listening));
            while (closed.getCount() > 0) {
                if (!noticedByNotification(notifications)) {
                    signal.noticed(lastPosition(listening));
                    signal.remind();
                }
            }
        } finally {
            connection = null;
        }
    }

    private boolean noticedByNotification(PGConnection notifications) throws SQLException {
        var arrived = notifications.getNotifications(Math.toIntExact(poll.toMillis()));
        if (arrived == null || arrived.length == 0) {
            return false;
        }
        for (var notification : arrived) {
            signal.noticed(Long.parseLong(notification.getParameter()));
        }
        return true;
    }

    private static long lastPosition(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT position FROM log_head");
                var rows = query.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static void abort(Connection listening) {
        try {
            listening.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("the watching connection was already gone", e);
        }
    }

    private void pause() {
        try {
            var _ = closed.await(Math.min(poll.toMillis(), 1_000), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
