package org.examledger.faults.list;

import java.util.List;
import java.util.Optional;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.stage.Stage;

/** A superuser changes, removes and cuts off rows of the log, one after the other, and puts each back as it was. */
public final class Tampering implements Fault {
    /** Nothing of PostgreSQL's own stands in a superuser's way. */
    private static final String NO_TRIGGERS = "SET session_replication_role = replica";

    private int named;

    @Override
    public int number() {
        return 22;
    }

    @Override
    public String title() {
        return "UPDATE, DELETE and truncation of the log by a superuser";
    }

    @Override
    public Optional<Stage> ownStage(long seed) {
        return Optional.of(Stage.open(Stage.services(1), seed));
    }

    @Override
    public void strike(Scene scene) {
        scene.letThemClick(40);
    }

    @Override
    public void afterwards(Scene scene) {
        var postgres = scene.stage().postgres();
        var head = scene.stage().head();
        scene.await(
                () -> Long.parseLong(postgres.value("SELECT max(size) FROM log_checkpoint")) >= head,
                "the log is not signed to its end");
        postgres.run("CREATE TABLE kept AS SELECT * FROM log_event");
        var middle = head / 2;
        var tail = head - 5;
        tamper(scene, middle, "UPDATE log_event SET payload = '{}' WHERE position = " + middle);
        tamper(scene, middle, "DELETE FROM log_event WHERE position = " + middle);
        tamper(
                scene,
                tail + 1,
                "DELETE FROM log_event WHERE position > " + tail + "; UPDATE log_head SET position = " + tail);
        tamper(scene, 1, "TRUNCATE log_event");
        postgres.run("DROP TABLE kept");
    }

    private void tamper(Scene scene, long position, String sql) {
        var postgres = scene.stage().postgres();
        var head = scene.stage().head();
        postgres.run(NO_TRIGGERS, sql);
        var verdict = scene.stage().verdict();
        var found = verdict.path("verdict").asString("").equals("broken")
                && verdict.path("firstBadPosition").asLong(-1) == position;
        scene.promise(found, "after " + sql + " the service says " + verdict);
        named += found ? 1 : 0;
        scene.count("tamperings", 1);
        postgres.run(
                NO_TRIGGERS,
                "DELETE FROM log_event",
                "INSERT INTO log_event SELECT * FROM kept",
                "UPDATE log_head SET position = " + head);
        scene.promise(scene.stage().walk().isEmpty(), "the log is not found intact when it is as it was");
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        return List.of(
                new Evidence(named > 0, named + " of " + scene.counted("tamperings") + " tamperings were named"));
    }
}
