package org.examledger.faults.list;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.examledger.endtoend.service.Launch;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.planted.NextRelease;
import org.examledger.faults.planted.Plant;
import org.examledger.faults.stage.Stage;

/** Errors of the virtual machine before and behind the append; then many commands on the same threads. */
public final class ErrorWhileCommitting implements Fault {
    private final Path switches = Stage.freshFolder().resolve("switches");

    @Override
    public int number() {
        return 18;
    }

    @Override
    public String title() {
        return "an Error in the commit path";
    }

    @Override
    public Optional<Stage> ownStage(long seed) {
        var planted = Launch.with("--" + Plant.FOLDER + "=" + switches).plantedWith(NextRelease.CLASSES);
        return Optional.of(Stage.open(List.of(planted), seed));
    }

    @Override
    public void strike(Scene scene) {
        for (var round = 0; round < scene.times(2, 10); round++) {
            for (var place : List.of(Plant.ERROR_BEFORE_STORING, Plant.ERROR_AFTER_STORING)) {
                place.switchOn(switches);
                scene.await(() -> !place.isOn(switches), "no command meets the error");
                scene.count("errors", 1);
            }
        }
        scene.letThemClickCommands(scene.times(60, 1_000));
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        var unknown = scene.teller().unknown();
        return List.of(
                new Evidence(scene.counted("errors") > 1, scene.counted("errors") + " errors were thrown"),
                new Evidence(unknown > 0, unknown + " outcomes were unknown because of them"));
    }
}
