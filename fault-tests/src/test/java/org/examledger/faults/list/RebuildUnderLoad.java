package org.examledger.faults.list;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.examledger.endtoend.client.Call;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.stage.Stage;

/** All read models are made again from the first fact on, while workers click. */
public final class RebuildUnderLoad implements Fault {
    private static final String REBUILD = "/actuator/rebuild";

    private int rebuilt;

    @Override
    public int number() {
        return 17;
    }

    @Override
    public String title() {
        return "rebuild of all read models under load";
    }

    @Override
    public void strike(Scene scene) {
        for (var round = 0; round < scene.times(1, 4); round++) {
            var stage = scene.stage();
            stage.postgres().run("DELETE FROM rebuild_run WHERE state IN ('DONE', 'FAILED')");
            stage.first().client().sendAs("admin", Call.post(REBUILD, Map.of())).successful();
            scene.promise(
                    Stage.within(Duration.ofSeconds(60), () -> allDone(stage)),
                    "read models were not rebuilt: "
                            + stage.first()
                                    .client()
                                    .sendAs("admin", Call.get(REBUILD))
                                    .text());
            scene.letThemClick(20);
        }
    }

    private boolean allDone(Stage stage) {
        var lines = stage.first().client().sendAs("admin", Call.get(REBUILD)).json();
        var models = Integer.parseInt(stage.postgres().value("SELECT count(*) FROM read_position"));
        var done = (int) lines.valueStream()
                .filter(line -> line.path("state").asString("").equals("DONE"))
                .count();
        if (done < models) {
            return false;
        }
        rebuilt += done;
        return true;
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        scene.count("rebuilt models", rebuilt);
        return List.of(new Evidence(rebuilt > 3, rebuilt + " times a read model was rebuilt"));
    }
}
