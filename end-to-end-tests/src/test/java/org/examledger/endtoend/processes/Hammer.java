package org.examledger.endtoend.processes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.examledger.endtoend.client.GaveUp;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.client.SessionClient;

/**
 * Sends the clicks of one session through several doors at once, many twice or three times, in a permuted order; a door
 * that leads nowhere any more is left for the next one.
 */
final class Hammer {
    private static final int AT_ONCE = 8;

    private record Delivery(Click click, int door) {}

    private final List<SessionClient> doors;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<Long, List<String>> outcomes = new ConcurrentHashMap<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final Set<Integer> shut = ConcurrentHashMap.newKeySet();
    private final AtomicInteger delivered = new AtomicInteger();

    Hammer(List<SessionClient> doors, List<Click> clicks, Random random) {
        this.doors = doors;
        for (var click : clicks) {
            var first = random.nextInt(doors.size());
            for (var copies = 1 + random.nextInt(3); copies > 0; copies--) {
                deliveries.add(new Delivery(click, first + copies));
            }
        }
        // Neighbours overtake each other: a client's queue is late, not scattered over the whole hour.
        for (var at = 0; at < deliveries.size(); at += 20) {
            Collections.shuffle(deliveries.subList(at, Math.min(at + 40, deliveries.size())), random);
        }
    }

    int deliveries() {
        return deliveries.size();
    }

    int delivered() {
        return delivered.get();
    }

    /** What the receipts said of each client sequence. */
    Map<Long, List<String>> outcomes() {
        return outcomes;
    }

    /** Whatever was answered and was no receipt. */
    List<String> refusals() {
        return refusals;
    }

    /** Sends everything and returns when every outcome is known. */
    void run() throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<?>>();
            deliveries.forEach(each -> running.add(threads.submit(() -> deliver(each))));
            for (var each : running) {
                each.get(90, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError("a delivery failed", failed);
        }
    }

    private void deliver(Delivery delivery) {
        for (var attempt = 0; ; attempt++) {
            var door = (delivery.door() + attempt) % doors.size();
            if (shut.contains(door) && shut.size() < doors.size()) {
                continue;
            }
            try {
                note(delivery.click(), delivery.click().sendTo(doors.get(door)));
                delivered.incrementAndGet();
                return;
            } catch (GaveUp noAnswer) {
                if (attempt > 2 * doors.size()) {
                    throw noAnswer;
                }
                if (noAnswer.getCause() != null) { // the connection was lost, again and again
                    shut.add(door);
                }
            }
        }
    }

    private void note(Click click, Reply reply) {
        if (reply.status() != 200) {
            refusals.add(reply.status() + " " + reply.text());
            return;
        }
        var receipt = reply.as(Receipt.class);
        if (receipt.results() != null) {
            receipt.results().forEach(result -> note(result.clientSeq(), result.outcome()));
        } else {
            note(click.sequences().getFirst(), String.valueOf(receipt.outcome()));
        }
    }

    private void note(long clientSeq, String outcome) {
        outcomes.computeIfAbsent(clientSeq, key -> new CopyOnWriteArrayList<>()).add(outcome);
    }
}
