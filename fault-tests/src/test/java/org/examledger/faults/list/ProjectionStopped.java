package org.examledger.faults.list;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.examledger.faults.check.Evidence;

/** A projection cannot go on for a while; commands do not notice, and it catches up. */
public final class ProjectionStopped implements Fault {
    private static final String POSITION = "SELECT position FROM read_position WHERE model = 'sessions'";

    private long fellBehind;

    @Override
    public int number() {
        return 12;
    }

    @Override
    public String title() {
        return "projection stopped";
    }

    @Override
    public void strike(Scene scene) throws SQLException {
        var stage = scene.stage();
        try (var holder = stage.postgres().connect();
                var lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute(POSITION + " FOR UPDATE");
            var from = System.nanoTime();
            var position = Long.parseLong(stage.postgres().value(POSITION));
            var commands = scene.teller().knownCommands();
            scene.letThemClick(scene.times(40, 400));
            Scene.lastFor(Duration.ofSeconds(scene.times(0, 20)));
            fellBehind = stage.head() - position;
            var unknown = Repeats.unknownCommands(scene, from, System.nanoTime());
            // A machine that stalls for seconds disturbs one or the other by itself; a command that waits for it, all.
            scene.promise(
                    unknown * 20 <= scene.teller().knownCommands() - commands,
                    unknown + " commands were disturbed by a projection that stood still");
            holder.rollback();
        }
        var from = System.nanoTime();
        scene.await(
                () -> Long.parseLong(stage.postgres().value(POSITION)) >= stage.head() - 20, "it does not catch up");
        scene.count("ms to catch up", Duration.ofNanos(System.nanoTime() - from).toMillis());
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        return List.of(new Evidence(fellBehind > 20, "it fell behind by " + fellBehind + " events"));
    }
}
