package org.examledger.faults.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.examledger.faults.check.Evidence;

/** SIGKILL for PostgreSQL as a whole, and for the one session of it that stores the log. */
public final class DatabaseKilled implements Fault {
    private static final String APPENDER =
            "SELECT min(pid) FROM pg_stat_activity WHERE application_name = 'log-appender'";

    private long killed;

    @Override
    public int number() {
        return 2;
    }

    @Override
    public String title() {
        return "kill -9 of PostgreSQL and of one of its sessions";
    }

    @Override
    public void strike(Scene scene) {
        for (var kill = 0; kill < scene.times(1, 5); kill++) {
            var before = scene.teller().unknown();
            killed = scene.stage().postgres().kill();
            scene.count("kills", 1);
            scene.await(() -> scene.teller().unknown() > before, "nobody notices that PostgreSQL was killed");
            scene.stage().postgres().restart();
            goesOn(scene);

            var session = Long.parseLong(scene.stage().postgres().value(APPENDER));
            ProcessHandle.of(session).ifPresent(ProcessHandle::destroyForcibly);
            scene.count("kills of a session", 1);
            goesOn(scene);
        }
    }

    private static void goesOn(Scene scene) {
        var known = scene.teller().known();
        scene.mustHold(
                scene.stage().stretched(Duration.ofSeconds(15)),
                () -> scene.teller().known() > known + 20,
                "clients were answered again too late after PostgreSQL was killed");
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        try {
            var recovered = Files.readString(scene.stage().postgres().log());
            return List.of(
                    new Evidence(
                            scene.teller().unknown() > 0 && killed > 0,
                            "process " + killed + " was killed while clients waited for it"),
                    new Evidence(
                            recovered.contains("was not properly shut down"),
                            "PostgreSQL recovered from its write-ahead log"),
                    new Evidence(
                            recovered.contains("was terminated by signal 9"),
                            "PostgreSQL noticed that a session was killed"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
