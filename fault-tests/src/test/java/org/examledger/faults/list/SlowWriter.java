package org.examledger.faults.list;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.examledger.faults.check.Evidence;

/** Somebody else holds the lock of the log's head: shorter than services wait for it, and longer. */
public final class SlowWriter implements Fault {
    private static final String WAITING = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE application_name = 'log-appender' AND wait_event_type = 'Lock'";

    private long waited;

    @Override
    public int number() {
        return 10;
    }

    @Override
    public String title() {
        return "a slow writer holds the log's lock";
    }

    @Override
    public void strike(Scene scene) throws SQLException {
        hold(scene, Duration.ofSeconds(2));
        if (scene.times(0, 1) == 1) {
            hold(scene, Duration.ofSeconds(13));
        }
    }

    private void hold(Scene scene, Duration time) throws SQLException {
        var postgres = scene.stage().postgres();
        try (var writer = postgres.connect();
                var lock = writer.createStatement()) {
            writer.setAutoCommit(false);
            lock.execute("SELECT FROM log_head FOR UPDATE");
            scene.await(() -> Long.parseLong(postgres.value(WAITING)) > 0, "nobody wants to write");
            Scene.lastFor(time);
            waited += Long.parseLong(postgres.value(WAITING));
            writer.rollback();
        }
        var known = scene.teller().known();
        scene.mustHold(
                scene.stage().stretched(Duration.ofSeconds(15)),
                () -> scene.teller().known() > known + 10,
                "clients wait on after the lock is free");
        scene.count("holds", 1);
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        return List.of(new Evidence(waited > 0, "appenders waited for the lock, " + waited + " in all"));
    }
}
