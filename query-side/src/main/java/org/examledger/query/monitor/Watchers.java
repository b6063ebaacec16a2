package org.examledger.query.monitor;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.Admissions;
import org.examledger.query.http.QueryProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All who watch an exam through this process: lets them in as long as there is room, and sends them away. */
public final class Watchers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

    private final Monitor monitor;
    private final Admissions admissions;
    private final WatcherSettings settings;
    private final Pace pace;
    private final Clock clock;
    private final ConcurrentHashMap<UUID, Watch> watches = new ConcurrentHashMap<>();
    private final Set<Watcher> watching = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledThreadPoolExecutor checks;
    private boolean running;

    Watchers(Monitor monitor, Admissions admissions, WatcherSettings settings, Pace pace, Clock clock) {
        this.monitor = monitor;
        this.admissions = admissions;
        this.settings = settings;
        this.pace = pace;
        this.clock = clock;
    }

    /** How many watch now. */
    public int count() {
        return watching.size();
    }

    /** How many exams they watch, and those that somebody watched until a moment ago. */
    public int exams() {
        return watches.size();
    }

    /**
     * Lets somebody watch; he has to {@link #leave}.
     *
     * @throws org.springframework.web.ErrorResponseException 429 when this person watches as often as he may, 503 when there
     *     is no room for anybody
     */
    synchronized Watcher join(UUID examId, @Nullable SessionStatus only) {
        var admission = admissions.current();
        if (!running) {
            throw QueryProblem.unavailable("This process is about to end; come back soon.");
        }
        if (watching.size() >= settings.atOnce()) {
            throw QueryProblem.unavailable("Too many watch already; ask for the monitor instead.");
        }
        var his = watching.stream()
                .filter(it -> it.admission().person().equals(admission.person()))
                .count();
        if (his >= settings.perPerson()) {
            throw QueryProblem.tooMany("You watch too often at the same time already.");
        }
        var watcher = new Watcher(joined(examId), only, admission, pace, clock);
        watching.add(watcher);
        return watcher;
    }

    private Watch joined(UUID examId) {
        while (true) {
            var watch = watches.computeIfAbsent(examId, this::begin);
            if (watch.join()) {
                return watch;
            }
            watches.remove(examId, watch);
        }
    }

    private Watch begin(UUID examId) {
        var watch = new Watch(examId, monitor, pace);
        Thread.ofVirtual().name("watch-" + examId).start(() -> {
            watch.run();
            watches.remove(examId, watch);
        });
        return watch;
    }

    void leave(Watcher watcher) {
        if (watching.remove(watcher)) {
            watcher.watch().leave();
        }
    }

    /** Sends away who signed out since. */
    private void check() {
        try {
            var open = watching.stream().map(Watcher::admission).collect(Collectors.toSet());
            if (!open.isEmpty()) {
                var takenBack = admissions.takenBack(open);
                watching.stream()
                        .filter(it -> takenBack.contains(it.admission()))
                        .forEach(Watcher::end);
            }
        } catch (RuntimeException failure) {
            LOG.warn("It cannot be told now who signed out: {}", failure.toString());
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        checks = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("watchers-check").daemon().factory());
        var unused = checks.scheduleWithFixedDelay(
                this::check, pace.check().toMillis(), pace.check().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Before the web server waits for running requests to end: these would not end by themselves. */
    @Override
    public synchronized void stop() {
        running = false;
        if (checks != null) {
            checks.shutdownNow();
        }
        watching.forEach(Watcher::end);
        watches.values().forEach(Watch::end);
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** After the balancers had time to send nobody here any more: whoever comes back then is let in by another process. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }
}
