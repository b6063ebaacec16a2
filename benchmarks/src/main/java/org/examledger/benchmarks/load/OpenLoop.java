package org.examledger.benchmarks.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.examledger.benchmarks.load.Clients.Count;

/**
 * How long clicks take when they come at a fixed rate, whether the system keeps up or not. A latency counts from when
 * the click was due, not from when a busy connection got round to sending it: people do not wait for each other.
 */
public final class OpenLoop {
    private OpenLoop() {}

    public static Loaded run(int port, List<Seat> seats, int clients, double perSecond, Duration length) {
        var start = System.nanoTime() + 50_000_000;
        var between = clients * 1e9 / perSecond;
        var each = (long) (perSecond * length.toNanos() / 1e9 / clients);
        var shares = Clients.shares(seats, clients);
        var tasks = new ArrayList<Callable<Count>>();
        for (var client = 0; client < clients; client++) {
            var walk = new Walk(shares.get(client));
            var due = new Due(start + (long) (client * 1e9 / perSecond), between, each);
            tasks.add(() -> {
                try (var wire = new Wire(port)) {
                    return client(
                            due, walk::next, request -> wire.exchange(request).status() == 200, Ticker.REAL);
                }
            });
        }
        return Clients.together(tasks);
    }

    /** A spike: each of these requests once, evenly spread over a time, each from somebody else. */
    public static Loaded each(int port, List<byte[]> requests, int clients, Duration within) {
        var start = System.nanoTime() + 50_000_000;
        var between = (double) within.toNanos() / requests.size();
        var tasks = new ArrayList<Callable<Count>>();
        for (var client = 0; client < clients; client++) {
            var share = new ArrayDeque<byte[]>();
            for (var nth = client; nth < requests.size(); nth += clients) {
                share.add(requests.get(nth));
            }
            var due = new Due(start + (long) (client * between), clients * between, share.size());
            tasks.add(() -> {
                try (var wire = new Wire(port)) {
                    return client(
                            due,
                            share::remove,
                            request -> wire.exchange(request).status() == 200,
                            Ticker.REAL);
                }
            });
        }
        return Clients.together(tasks);
    }

    /**
     * When a client's clicks are due.
     *
     * @param first of {@link Ticker#nanos()}
     * @param between nanoseconds from one to the next
     */
    record Due(long first, double between, long count) {
        long of(long nth) {
            return first + (long) (nth * between);
        }
    }

    static Count client(Due due, Supplier<byte[]> clicks, Target target, Ticker ticker) throws Exception {
        var latencies = Loaded.newHistogram();
        var answered = 0L;
        var refused = 0L;
        for (var nth = 0L; nth < due.count(); nth++) {
            var intended = due.of(nth);
            ticker.sleepUntil(intended);
            if (target.send(clicks.get())) {
                answered++;
                latencies.recordValue(Math.min(ticker.nanos() - intended, Loaded.HIGHEST_NANOS));
            } else {
                refused++;
            }
        }
        return new Count(answered, refused, latencies);
    }
}
