package org.examledger.faults.list;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.Paths;
import org.examledger.faults.check.Evidence;
import org.jspecify.annotations.Nullable;

/** Reads that wait inside PostgreSQL take every connection of a service's pool. */
public final class PoolExhausted implements Fault {
    private static final int READERS = 40;

    private final AtomicInteger putOff = new AtomicInteger();
    private final AtomicInteger withoutHint = new AtomicInteger();

    @Override
    public int number() {
        return 5;
    }

    @Override
    public String title() {
        return "pool of connections exhausted";
    }

    @Override
    public void strike(Scene scene) throws SQLException, InterruptedException {
        var lasts = Duration.ofSeconds(scene.times(5, 30));
        var until = System.nanoTime() + lasts.toNanos();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            try (var holder = scene.stage().postgres().connect();
                    var lock = holder.createStatement()) {
                holder.setAutoCommit(false);
                lock.execute("LOCK TABLE session_row IN ACCESS EXCLUSIVE MODE");
                for (var reader = 0; reader < READERS; reader++) {
                    readers.execute(() -> {
                        while (System.nanoTime() < until) {
                            read(scene, true);
                        }
                    });
                }
                Scene.lastFor(lasts);
                holder.rollback();
            }
            scene.mustHold(
                    scene.stage().stretched(Duration.ofSeconds(5)),
                    () -> Integer.valueOf(200).equals(read(scene, false)),
                    "reads do not heal");
        }
        scene.count("reads put off", putOff.get());
        scene.promise(withoutHint.get() == 0, withoutHint + " times 503 came without Retry-After");
    }

    /** Status, or null when no answer came. */
    private @Nullable Integer read(Scene scene, boolean counted) {
        var seat = scene.exam().seats().getFirst();
        try {
            var reply = scene.stage()
                    .first()
                    .client()
                    .once(Call.get(Paths.session(seat.session(), "resume")).as(seat.token()));
            if (counted && reply.status() == 503) {
                putOff.incrementAndGet();
                if (reply.header("Retry-After").isEmpty()) {
                    withoutHint.incrementAndGet();
                }
            }
            return reply.status();
        } catch (IOException lost) {
            return null;
        }
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        return List.of(new Evidence(putOff.get() > 0, putOff + " reads were put off with 503"));
    }
}
