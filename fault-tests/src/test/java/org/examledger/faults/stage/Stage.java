package org.examledger.faults.stage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.service.Launch;
import org.examledger.endtoend.service.ServiceProcess;
import org.examledger.faults.check.LogDump;
import org.examledger.faults.check.ReadModels;
import org.examledger.faults.wire.CommitEar;
import org.examledger.faults.wire.TcpProxy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A PostgreSQL and some services on it, with every line between them in our hands. */
public final class Stage implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "stages").toAbsolutePath();
    /** Of two services at once. */
    private static final Duration QUIET_START = Duration.ofSeconds(20);

    private static final String VERIFY = "/api/v1/audit/log/verify";

    private final Path folder;
    private final PostgresServer postgres;
    private final CommitEar.Trap trap = new CommitEar.Trap();
    private final List<Member> members = new ArrayList<>();
    private final List<Launch> launches;
    private final long seed;
    private final AtomicInteger starting = new AtomicInteger();
    private volatile int overlappingStarts;
    private volatile Duration slowestStart = Duration.ZERO;

    private Stage(Path folder, PostgresServer postgres, List<Launch> launches, long seed) {
        this.folder = folder;
        this.postgres = postgres;
        this.launches = new ArrayList<>(launches);
        this.seed = seed;
    }

    /** The usual services; each of them does everything. */
    public static List<Launch> services(int count) {
        return IntStream.range(0, count).mapToObj(any -> Launch.with()).toList();
    }

    /** Starts the services at the same time, on an empty database. */
    public static Stage open(List<Launch> launches, long seed) {
        return open(launches, seed, freshFolder(), PostgresServer::start);
    }

    /** How PostgreSQL is started for a stage that lies in a folder. */
    public interface Database {
        PostgresServer start(Path folder);
    }

    public static Stage open(List<Launch> launches, long seed, Path folder, Database database) {
        var stage = new Stage(folder, database.start(folder), launches, seed);
        try {
            var starting = IntStream.range(0, launches.size())
                    .mapToObj(index -> CompletableFuture.supplyAsync(() -> stage.launch(index)))
                    .toList();
            starting.forEach(each -> stage.members.add(each.join()));
            return stage;
        } catch (RuntimeException unstartable) {
            stage.close();
            throw unstartable;
        }
    }

    public static Path freshFolder() {
        return FOLDER.resolve(UUID.randomUUID().toString().substring(0, 8));
    }

    private Member launch(int index) {
        var toDatabase = TcpProxy.to(postgres.port(), seed + index, () -> new CommitEar(trap));
        var launch = launches.get(index)
                .and(
                        "--exam.demo=true",
                        "--exam.demo.exam=false",
                        "--exam.grace=1s",
                        "--exam.sweep=1s",
                        "--exam.proof.every=1s",
                        "--exam.proof.keys=" + folder.resolve("keys"),
                        "--spring.datasource.url=" + PostgresServer.url(toDatabase.port()),
                        "--spring.datasource.username=postgres");
        var from = System.nanoTime();
        overlap(starting.incrementAndGet());
        var service = ServiceProcess.start(folder, launch);
        starting.decrementAndGet();
        if (members.isEmpty()) {
            slower(Duration.ofNanos(System.nanoTime() - from));
        }
        return Member.of(service, toDatabase, seed - index);
    }

    private synchronized void slower(Duration start) {
        slowestStart = slowestStart.compareTo(start) < 0 ? start : slowestStart;
    }

    private synchronized void overlap(int now) {
        overlappingStarts = Math.max(overlappingStarts, now);
    }

    /** How many services were starting in the same moment at most. */
    public int overlappingStarts() {
        return overlappingStarts;
    }

    /**
     * As much time as this machine needs for what takes so long on one with two quiet cores, judged by how long its services took
     * to start undisturbed; never more than three times as much, so that a service that became slow is not excused.
     */
    public Duration stretched(Duration promised) {
        var slower = Math.clamp(2.0 * slowestStart.toMillis() / QUIET_START.toMillis(), 1, 3);
        return Duration.ofMillis((long) (promised.toMillis() * slower));
    }

    /** Starts one more service. */
    public Member join(Launch launch) {
        launches.add(launch);
        var member = launch(launches.size() - 1);
        members.add(member);
        return member;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    /** Between a commit and the reply to the appender. */
    public CommitEar.Trap trap() {
        return trap;
    }

    public List<Member> members() {
        return members;
    }

    public Member first() {
        return members.getFirst();
    }

    /** Any service that answers now. */
    public LedgerClient anyone() {
        return members.stream()
                .filter(it -> it.service().isAlive())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no service is alive"))
                .client();
    }

    public long head() {
        return Long.parseLong(postgres.value("SELECT position FROM log_head"));
    }

    /** Waits until every read model has reached the end of the log; false when one does not. */
    public boolean quiesces(Duration patience) {
        return within(
                patience, () -> Long.parseLong(postgres.value("SELECT min(position) FROM read_position")) >= head());
    }

    /** Polls a condition; an error on the way counts as not yet. */
    public static boolean within(Duration patience, BooleanSupplier condition) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (condition.getAsBoolean()) {
                    return true;
                }
            } catch (RuntimeException notYet) {
                // Asked again below.
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return false;
    }

    public LogDump log() {
        try (var connection = postgres.connect()) {
            return LogDump.of(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public ReadModels models() {
        try (var connection = postgres.connect()) {
            return ReadModels.of(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What a walk of the service over rows, tree and checkpoints finds wrong. */
    public List<String> walk() {
        var verdict = verdict();
        return verdict.path("verdict").asString("").equals("intact")
                ? List.of()
                : List.of("the service did not find the log intact: " + verdict);
    }

    /** What the service says after it has walked over the whole log from now on. */
    public JsonNode verdict() {
        var auditor = anyone();
        var head = head();
        var newest = new AtomicReference<JsonNode>(
                auditor.sendAs("auditor", Call.post(VERIFY)).successful().json());
        within(Duration.ofSeconds(60), () -> {
            var verdict =
                    auditor.sendAs("auditor", Call.get(VERIFY)).successful().json();
            newest.set(verdict);
            var walk = verdict.path("walk");
            if (!walk.path("state").asString("").equals("done")) {
                return false;
            }
            if (walk.path("goal").asLong(0) < head) {
                auditor.sendAs("auditor", Call.post(VERIFY)).successful(); // that one had begun before
                return false;
            }
            return true;
        });
        return newest.get();
    }

    @Override
    public void close() {
        @Nullable RuntimeException failure = null;
        for (var member : members) {
            try {
                member.close();
            } catch (RuntimeException unstoppable) {
                failure = unstoppable;
            }
        }
        postgres.close();
        if (failure != null) {
            throw failure;
        }
    }
}
