package org.examledger.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.examledger.benchmarks.load.Clients.Count;

/** How much goes through when every client sends its next click as soon as the last one was acknowledged. */
public final class ClosedLoop {
    private ClosedLoop() {}

    public static Loaded run(int port, List<Seat> seats, int clients, Duration length) {
        var end = System.nanoTime() + length.toNanos();
        return Clients.together(Clients.shares(seats, clients).stream()
                .map(share -> (Callable<Count>) () -> client(port, new Walk(share), end))
                .toList());
    }

    private static Count client(int port, Walk walk, long end) throws Exception {
        var latencies = Loaded.newHistogram();
        var answered = 0L;
        var refused = 0L;
        try (var wire = new Wire(port)) {
            for (var sent = System.nanoTime(); sent < end; ) {
                var accepted = wire.exchange(walk.next()).status() == 200;
                var received = System.nanoTime();
                if (accepted) {
                    answered++;
                    latencies.recordValue(Math.min(received - sent, Loaded.HIGHEST_NANOS));
                } else {
                    refused++;
                }
                sent = received;
            }
        }
        return new Count(answered, refused, latencies);
    }
}
