package org.examledger.faults.list;

import java.util.List;
import java.util.Optional;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.stage.Stage;

/** Several services start at the same time on a database that has no tables yet. */
public final class ManyStartAtOnce implements Fault {
    private static final int SERVICES = 4;

    @Override
    public int number() {
        return 14;
    }

    @Override
    public String title() {
        return "many services start on an empty database at once";
    }

    @Override
    public Optional<Stage> ownStage(long seed) {
        return Optional.of(Stage.open(Stage.services(SERVICES), seed));
    }

    @Override
    public void strike(Scene scene) {
        scene.letThemClick(scene.times(40, 200));
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        var postgres = scene.stage().postgres();
        var migrated = postgres.value("SELECT count(*) FROM flyway_schema_history WHERE success");
        var twice = postgres.value(
                "SELECT count(*) - count(DISTINCT version) FROM flyway_schema_history" + " WHERE version IS NOT NULL");
        scene.promise(twice.equals("0"), twice + " migrations ran twice");
        return List.of(
                new Evidence(scene.stage().members().size() == SERVICES, SERVICES + " services started"),
                new Evidence(
                        scene.stage().overlappingStarts() == SERVICES,
                        scene.stage().overlappingStarts() + " of them were starting at the same time"),
                new Evidence(Integer.parseInt(migrated) > 10, migrated + " migrations were there to be run"));
    }
}
