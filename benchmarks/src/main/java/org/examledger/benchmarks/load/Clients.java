package org.examledger.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;

/** Lets clients run side by side, each on a virtual thread with its own share of the sessions. */
final class Clients {
    private Clients() {}

    /** What one client counted. */
    record Count(long answered, long refused, Histogram latencies) {}

    static List<List<Seat>> shares(List<Seat> seats, int clients) {
        var shares = new ArrayList<List<Seat>>();
        for (var client = 0; client < clients; client++) {
            var share = new ArrayList<Seat>();
            for (var seat = client; seat < seats.size(); seat += clients) {
                share.add(seats.get(seat));
            }
            if (share.isEmpty()) {
                throw new IllegalArgumentException("fewer sessions than clients: two would number one's clicks");
            }
            shares.add(share);
        }
        return shares;
    }

    static Loaded together(List<? extends Callable<Count>> clients) {
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answered = 0L;
            var refused = 0L;
            var latencies = Loaded.newHistogram();
            for (var client : clients.stream().map(threads::submit).toList()) {
                answered += client.get().answered();
                refused += client.get().refused();
                latencies.add(client.get().latencies());
            }
            return new Loaded(answered, refused, (System.nanoTime() - start) / 1e9, latencies);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a client gave up", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
