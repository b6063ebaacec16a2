package org.examledger.faults.list;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.service.Launch;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.planted.NextRelease;
import org.examledger.faults.stage.Stage;

/** A fact that no running release can read, in one session; later a release comes that can. */
public final class PoisonEvent implements Fault {
    private static final String STOPPED = "SELECT count(*) FROM read_position WHERE position = ";

    private long poison;
    private boolean stopped;

    @Override
    public int number() {
        return 11;
    }

    @Override
    public String title() {
        return "poison event";
    }

    @Override
    public Optional<Stage> ownStage(long seed) {
        return Optional.of(Stage.open(Stage.services(1), seed));
    }

    @Override
    public int extraSeats(Size size) {
        return 1;
    }

    @Override
    public void strike(Scene scene) throws Exception {
        var stage = scene.stage();
        var session = scene.extra(0).seat().session();
        poison = ForeignRows.append(
                stage.postgres(), "session:" + session, NextRelease.NEW_NAME, 1, NextRelease.PAYLOAD);
        scene.await(
                () -> Long.parseLong(stage.postgres().value(STOPPED + (poison - 1))) > 0,
                "no read model stops at what it cannot read");
        scene.await(() -> health(stage, 503), "nobody is told that a read model stands still");
        stopped = true;
        scene.letThemClickCommands(30);
        scene.promise(health(stage, "/liveness", 200), "a service that goes on would be restarted");
        stage.join(Launch.with("--" + NextRelease.SETTING + "=true").plantedWith(NextRelease.CLASSES));
    }

    private static boolean health(Stage stage, int status) {
        return health(stage, "", status);
    }

    private static boolean health(Stage stage, String part, int status) {
        try {
            return stage.first()
                            .client()
                            .once(Call.get("/actuator/health" + part))
                            .status()
                    == status;
        } catch (IOException away) {
            return false;
        }
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        return List.of(new Evidence(stopped, "read models stopped before position " + poison + " and said so"));
    }
}
