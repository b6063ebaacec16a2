package org.examledger.command.exam;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.examledger.command.exam.FanOutList.Progress;
import org.examledger.events.StreamId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what concerns all sessions of an exam reaches each of them once, in the order of the exam's facts.
 *
 * <p>Everything follows from the exam's own facts; the list beside the log only says how far it has got. One process at
 * a time works on an exam, by a lease that it prolongs with every step; were two at it, the sessions would call what
 * they have seen a repeat.
 */
public final class FanOuts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FanOuts.class);

    /** So much may be repeated after a crash. */
    private static final int STEP = 256;

    /** Longer than a step ever takes, and as long as a killed process holds others up. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final EventStore facts;
    private final FanOutList list;
    private final Reaching sessions;
    private final String owner = UUID.randomUUID().toString();
    private final Set<UUID> underWay = new HashSet<>();
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FanOuts(EventStore facts, FanOutList list, Reaching sessions) {
        this.facts = facts;
        this.list = list;
        this.sessions = sessions;
    }

    /**
     * Does what is left to do for an exam and returns when nothing is.
     *
     * @throws RuntimeException when a session cannot be reached; whoever looks next goes on from there
     */
    public void complete(UUID examId) {
        try {
            enter(examId);
            try {
                while (!claimed(examId)) {
                    Thread.sleep(PAUSE);
                }
            } finally {
                leave(examId);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sessions were reached", interrupted);
        }
    }

    /** Lists what is left to do for an exam, begins it and returns; one more waiting for its turn is enough. */
    void begin(UUID examId) {
        listed(examId);
        if (!waiting.add(examId)) {
            return;
        }
        threads.execute(() -> {
            try {
                complete(examId);
            } catch (RuntimeException failure) {
                if (threads.isShutdown()) {
                    return; // whoever comes next goes on from here
                }
                LOG.error("Not all sessions of exam {} could be reached yet; this is tried again", examId, failure);
            }
        });
    }

    /** Whether nothing is left; works on the exam as far as no other process does. */
    private boolean claimed(UUID examId) throws InterruptedException {
        var fanOuts = listed(examId);
        if (isDone(examId, fanOuts)) {
            return true;
        }
        if (!list.claim(examId, owner, LEASE)) {
            return false;
        }
        try {
            for (var fanOut : fanOuts) {
                carryOut(examId, fanOut);
            }
        } finally {
            list.release(examId, owner);
        }
        return true;
    }

    /** The fan-outs of an exam, each of them on the list. */
    List<FanOut> listed(UUID examId) {
        var fanOuts =
                FanOut.in(facts.readEvents(StreamId.ofExam(examId)).asStream().toList());
        var known = list.of(examId);
        fanOuts.stream()
                .filter(it -> !known.containsKey(it.sequence()))
                .forEach(it ->
                        list.add(examId, it.sequence(), it.kind(), it.workers().size()));
        return fanOuts;
    }

    private boolean isDone(UUID examId, List<FanOut> fanOuts) {
        var known = list.of(examId);
        return fanOuts.stream()
                .allMatch(it ->
                        known.getOrDefault(it.sequence(), new Progress(0, 1)).isDone());
    }

    private void carryOut(UUID examId, FanOut fanOut) throws InterruptedException {
        var progress = list.of(examId).getOrDefault(fanOut.sequence(), new Progress(0, 0));
        for (var done = progress.done(); done < fanOut.workers().size(); ) {
            var next = Math.min(done + STEP, fanOut.workers().size());
            sessions.reach(fanOut, done, next);
            list.reached(examId, fanOut.sequence(), next);
            list.claim(examId, owner, LEASE);
            done = next;
        }
    }

    private synchronized void enter(UUID examId) throws InterruptedException {
        while (!underWay.add(examId)) {
            wait();
        }
        waiting.remove(examId);
    }

    private synchronized void leave(UUID examId) {
        underWay.remove(examId);
        notifyAll();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
