package org.examledger.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a process that writes to the log: it stores in one commit whatever queued up during the last one.
 *
 * <p>It keeps one connection for itself, so give it a data source that connects quickly or fails quickly; a pool must
 * have room for it. Nothing is waited for to make batches bigger.
 */
public final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final Append WAKE_UP = new Append(List.of());
    private static final long IDLE_SECONDS = 1;

    private final CurrentWriter writer;
    private final FeedSignal signal;
    private final AppenderSettings settings;
    private final AppendListener listener;
    private final BlockingQueue<Append> queue;
    private final List<Append> inFlight = new ArrayList<>();
    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong commands = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final Thread thread;
    private volatile boolean closing;

    public Appender(DataSource dataSource, FeedSignal signal) {
        this(dataSource, signal, AppenderSettings.DEFAULT);
    }

    public Appender(DataSource dataSource, FeedSignal signal, AppenderSettings settings) {
        this(dataSource, signal, settings, AppendListener.NONE);
    }

    public Appender(DataSource dataSource, FeedSignal signal, AppenderSettings settings, AppendListener listener) {
        this(() -> PostgresLogWriter.open(dataSource, settings.patience()), signal, settings, listener);
    }

    Appender(LogWriter.Opening opening, FeedSignal signal, AppenderSettings settings, AppendListener listener) {
        this.listener = listener;
        this.writer = new CurrentWriter(opening);
        this.signal = signal;
        this.settings = settings;
        this.queue = new ArrayBlockingQueue<>(settings.queueCapacity());
        this.thread = Thread.ofPlatform().name(PostgresLogWriter.NAME).daemon().start(this::runUntilClosed);
    }

    /**
     * Stores all rows or none and returns, after the commit, the position of the last; their positions are without
     * gaps.
     */
    long append(List<StoredEvent> rows) {
        if (closing) {
            throw new LogUnavailableException("this process is closing its log", null);
        }
        var append = new Append(rows);
        var handedIn = System.nanoTime();
        if (!queue.offer(append)) {
            listener.refused();
            throw new LogOverloadedException(settings.queueCapacity() + " commands already wait for the log");
        }
        var position = append.await(this::alive);
        listener.stored(Duration.ofNanos(System.nanoTime() - handedIn));
        return position;
    }

    /** Says whether appends are being answered; false means this process should be replaced. */
    public boolean alive() {
        return thread.isAlive();
    }

    public AppenderFigures figures() {
        return new AppenderFigures(statements.get(), commands.get(), events.get(), queue.size());
    }

    /** Takes no more appends, stores those that wait, and gives the connection back. */
    @Override
    public void close() {
        closing = true;
        var _ = queue.offer(WAKE_UP); // a full queue wakes the thread by itself
        try {
            if (!thread.join(settings.patience().plus(Duration.ofSeconds(5)))) {
                LOG.error("the appender did not stop; {} commands get no answer", queue.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilClosed() {
        while (!closing || !queue.isEmpty()) {
            try {
                storeNextBatch();
            } catch (Throwable t) { // whatever it is, nobody may be left waiting and the next append must work
                LOG.error("the appender stumbled and starts again", t);
                failEveryone(t);
                writer.drop();
            }
        }
        failEveryone(null);
        writer.drop();
    }

    private void storeNextBatch() throws InterruptedException {
        var first = queue.poll(IDLE_SECONDS, TimeUnit.SECONDS);
        if (first == null) {
            writer.replaceIfDead();
            return;
        }
        inFlight.add(first);
        queue.drainTo(inFlight, settings.batchLimit() - 1);
        inFlight.removeIf(append -> append.rows().isEmpty());
        if (!inFlight.isEmpty()) {
            store(inFlight);
        }
        inFlight.clear();
    }

    private void store(List<Append> batch) {
        LogWriter connected;
        try {
            connected = writer.get();
        } catch (SQLException e) {
            batch.forEach(append ->
                    append.failed(new LogUnavailableException("the log cannot be reached: " + e.getMessage(), e)));
            return;
        }
        var rows = batch.stream().flatMap(append -> append.rows().stream()).toList();
        try {
            statements.incrementAndGet();
            acknowledge(batch, rows, connected.store(rows));
        } catch (SQLException e) {
            settle(batch, e, AppendFailure.of(e, connected.isAlive()));
        }
    }

    private void acknowledge(List<Append> batch, List<StoredEvent> rows, long lastPosition) {
        commands.addAndGet(batch.size());
        events.addAndGet(rows.size());
        listener.committed(batch.size(), rows.size());
        long before = lastPosition - rows.size();
        long position = before;
        for (var append : batch) {
            position += append.rows().size();
            append.stored(position);
        }
        signal.appended(LongStream.range(0, rows.size())
                .mapToObj(i -> rows.get((int) i).storedAt(before + 1 + i))
                .toList());
    }

    private void settle(List<Append> batch, SQLException failure, AppendFailure meaning) {
        if (meaning != AppendFailure.GUILTY_ROW) {
            LOG.warn("{} commands failed: {}", batch.size(), meaning, failure);
            writer.drop();
        } else if (batch.size() > 1) {
            batch.forEach(append -> store(List.of(append)));
            return;
        }
        if (meaning.isConflict(failure)) {
            listener.conflicted();
        }
        batch.forEach(append -> append.failed(meaning.toException(failure)));
    }

    private void failEveryone(@Nullable Throwable cause) {
        inFlight.forEach(append -> append.failed(
                new AppendOutcomeUnknownException("the appender stumbled while the facts were being stored", cause)));
        inFlight.clear();
        var waiting = new ArrayList<Append>();
        queue.drainTo(waiting);
        waiting.forEach(append ->
                append.failed(new LogUnavailableException("the appender stopped before the facts were sent", cause)));
    }
}
