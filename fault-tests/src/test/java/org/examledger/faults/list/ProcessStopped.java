package org.examledger.faults.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.stage.Stage;

/** One of two services on the same sessions stands still, as on a machine that swaps, and then goes on with what it knew. */
public final class ProcessStopped implements Fault {
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(10);

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
    public void strike(Scene scene) throws IOException, InterruptedException {
        var stage = scene.stage();
        for (var stop = 0; stop < scene.times(1, 2); stop++) {
            var pid = feeder(stage);
            scene.count("read models fed by who is stopped", fedBy(stage, pid));
            signal("STOP", pid);
            try {
                scene.await(() -> isStopped(pid), "the process does not stop");
                var unknown = scene.teller().unknown();
                scene.await(() -> scene.teller().unknown() > unknown, "nobody notices that a service stands still");
                stood = true;
                scene.count("stops", 1);
                var head = stage.head();
                var took = scene.mustHold(
                        TAKEN_OVER_WITHIN.plus(stage.slowestStart()),
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

    /** The service that feeds most read models. */
    private static long feeder(Stage stage) {
        return stage.members().stream()
                .map(member -> member.service().pid())
                .max(Comparator.comparingLong(pid -> fedBy(stage, pid)))
                .orElseThrow();
    }

    private static long fedBy(Stage stage, long pid) {
        return Long.parseLong(
                stage.postgres().value("SELECT count(*) FROM token_entry WHERE owner LIKE '" + pid + "-%'"));
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid))
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

    @Override
    public List<Evidence> evidence(Scene scene) {
        var fed = scene.counted("read models fed by who is stopped");
        return List.of(
                new Evidence(stood, "clients of a service that stood still heard nothing"),
                new Evidence(fed > 0, fed + " read models were fed by a service that was stopped"));
    }
}
