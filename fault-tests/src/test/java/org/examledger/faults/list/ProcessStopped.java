package org.examledger.faults.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.stage.Stage;

/** One of two services on the same sessions stands still, as on a machine that swaps, and then goes on with what it knew. */
public final class ProcessStopped implements Fault {
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(10);

    private static final String WAITS = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE wait_event_type = 'Lock' AND query LIKE '%INTO read_position%'";
    private static final String WITHIN = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE state = 'idle in transaction' AND query LIKE '%INTO read_position%'";

    private boolean stood;

    @Override
    public int number() {
        return 13;
    }

    @Override
    public String title() {
        return "two services on one session, one of them stopped for a while";
    }

    @Override
    public void strike(Scene scene) throws IOException, InterruptedException, SQLException {
        var stage = scene.stage();
        for (var stop = 0; stop < scene.times(1, 2); stop++) {
            var pid = feeder(stage);
            scene.count("read models fed by who is stopped", fedBy(stage, pid));
            try {
                stopWithinATransaction(scene, pid);
                var unknown = scene.teller().unknown();
                scene.await(() -> scene.teller().unknown() > unknown, "nobody notices that a service stands still");
                stood = true;
                scene.count("stops", 1);
                var head = stage.head();
                var took = scene.mustHold(
                        stage.stretched(TAKEN_OVER_WITHIN),
                        () -> Long.parseLong(stage.postgres().value("SELECT min(position) FROM read_position")) >= head,
                        "the other service did not take the read models over");
                scene.count("ms until taken over", took.toMillis());
                Scene.lastFor(Duration.ofSeconds(scene.times(0, 20)));
            } finally {
                signal("CONT", pid);
            }
            scene.letThemClick(20);
        }
    }

    /** In the worst moment: the process holds locks of a read model, and will not give them up by itself. */
    private static void stopWithinATransaction(Scene scene, long pid)
            throws IOException, InterruptedException, SQLException {
        var postgres = scene.stage().postgres();
        try (var holder = postgres.connect();
                var lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("SELECT FROM read_position WHERE model = 'sessions' FOR UPDATE");
            scene.await(() -> !postgres.value(WAITS).equals("0"), "no projection has anything to write");
            signal("STOP", pid);
            scene.await(() -> isStopped(pid), "the process does not stop");
            holder.rollback();
        }
        scene.await(() -> !postgres.value(WITHIN).equals("0"), "it was not stopped within a transaction");
        scene.count("locks held by who is stopped", Long.parseLong(postgres.value(WITHIN)));
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        // Every shell has it built in; the program of that name is not on every machine.
        new ProcessBuilder("bash", "-c", "kill -" + name + " " + pid)
                .inheritIO()
                .start()
                .waitFor();
    }

    private static boolean isStopped(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") T ");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The service that feeds the read model on which the lock is laid. */
    private static long feeder(Stage stage) {
        var fed = "SELECT split_part(owner, '-', 1) FROM token_entry WHERE processor_name = 'sessions'";
        return Long.parseLong(stage.postgres().value(fed));
    }

    private static long fedBy(Stage stage, long pid) {
        return Long.parseLong(
                stage.postgres().value("SELECT count(*) FROM token_entry WHERE owner LIKE '" + pid + "-%'"));
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        var fed = scene.counted("read models fed by who is stopped");
        var locks = scene.counted("locks held by who is stopped");
        return List.of(
                new Evidence(locks > 0, locks + " transactions were left open by a service that stood still"),
                new Evidence(stood, "clients of a service that stood still heard nothing"),
                new Evidence(fed > 0, fed + " read models were fed by a service that was stopped"));
    }
}
