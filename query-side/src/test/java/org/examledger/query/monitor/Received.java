package org.examledger.query.monitor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody was sent; he can be told to read slowly. */
final class Received implements Watcher.Line {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final Semaphore reads = new Semaphore(1);
    private volatile @Nullable Thread end;

    /** @param id Last-Event-ID of who comes back */
    record Event(long id, String name, JsonNode data) {
        private static Event of(String text) {
            var lines = text.split("\n");
            return new Event(
                    Long.parseLong(lines[0].substring("id: ".length())),
                    lines[1].substring("event: ".length()),
                    JSON.readTree(lines[2].substring("data: ".length())));
        }

        List<String> strings(String array, @Nullable String key) {
            return data.path(array)
                    .valueStream()
                    .map(it -> (key == null ? it : it.path(key)).asString())
                    .toList();
        }
    }

    @Override
    public void send(byte[] text) {
        reads.acquireUninterruptibly();
        try {
            read(new String(text, StandardCharsets.UTF_8));
        } finally {
            reads.release();
        }
    }

    private void read(String text) {
        if (text.startsWith("id: ")) {
            events.add(Event.of(text));
        } else if (text.equals(": ping\n\n")) {
            pings.incrementAndGet();
        }
    }

    void runningOn(Thread thread) {
        end = thread;
    }

    boolean isOver() {
        return end != null && !end.isAlive();
    }

    /** Whatever comes next is not read. */
    void stopReading() {
        reads.acquireUninterruptibly();
    }

    void readOn() {
        reads.release();
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    int pings() {
        return pings.get();
    }

    /** The nth event, from 0 on, as soon as it is there. */
    Event await(int nth) {
        waitUntil(() -> events().size() > nth);
        return events().get(nth);
    }

    /** The first event of what changed, as soon as it is there; those that only tell of a lag are passed over. */
    Event change() {
        waitUntil(() -> changes().findFirst().isPresent());
        return changes().findFirst().orElseThrow();
    }

    private Stream<Event> changes() {
        return events().stream()
                .filter(it -> it.name().equals("delta"))
                .filter(it -> it.data().path("rows").size()
                                + it.data().path("removed").size()
                        > 0);
    }

    static void waitUntil(Callable<Boolean> condition) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(condition);
    }
}
