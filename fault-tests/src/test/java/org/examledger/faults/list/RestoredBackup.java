package org.examledger.faults.list;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ChangePage;
import org.examledger.endtoend.client.Paths;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.record.Kind;
import org.examledger.faults.stage.Stage;

/** The database is lost and comes back as it was some time before; an admin says so, and everything goes on from there. */
public final class RestoredBackup implements Fault {
    private long lost;
    private boolean declared;

    @Override
    public int number() {
        return 16;
    }

    @Override
    public String title() {
        return "restore from a backup";
    }

    @Override
    public Optional<Stage> ownStage(long seed) {
        return Optional.of(Stage.open(Stage.services(2), seed));
    }

    @Override
    public int extraSeats(Size size) {
        return 1;
    }

    @Override
    public void arrange(Scene scene) {
        scene.count("epoch of the extra worker", scene.extra(0).epoch());
    }

    /** What is struck is what comes after the load, so that nothing that was acknowledged to it is in what gets lost. */
    @Override
    public void strike(Scene scene) {
        scene.letThemClick(40);
    }

    @Override
    public void afterwards(Scene scene) {
        var stage = scene.stage();
        var postgres = stage.postgres();
        stage.members().forEach(member -> member.service().stop());
        postgres.stop();
        postgres.backUp();
        postgres.restart();
        stage.members().forEach(member -> member.service().restart());
        var backedUp = stage.head();
        clicksThatGetLost(scene);
        var before = stage.head();
        scene.await(
                () -> Long.parseLong(postgres.value("SELECT max(size) FROM log_checkpoint")) >= before,
                "what gets lost was never signed");

        stage.members().forEach(member -> member.service().stop());
        postgres.kill();
        postgres.restore();
        postgres.restart();
        stage.members().forEach(member -> member.service().restart());
        lost = before - stage.head();
        scene.promise(stage.head() >= backedUp, "the backup does not hold what it was made of");
        scene.promise(
                stage.verdict().path("verdict").asString("").equals("broken"), "a loss that was signed goes unnoticed");
        var reply = stage.anyone()
                .sendAs("admin", Call.post("/api/v1/audit/log/restored", Map.of("reason", "restored by a fault test")));
        declared = reply.status() < 300;
        scene.promise(declared, "a restore cannot be declared: " + reply.text());
        goesOn(scene);
    }

    /** Not in the record, because nobody promises that they are there after a restore. */
    private static void clicksThatGetLost(Scene scene) {
        var extra = scene.extra(0);
        for (var seq = 1; seq <= 30; seq++) {
            scene.stage()
                    .anyone()
                    .send(Call.post(
                                    Paths.session(extra.seat().session(), "page"),
                                    new ChangePage(extra.epoch(), seq, seq % 3, null))
                            .as(extra.seat().token()))
                    .successful();
        }
    }

    private static void goesOn(Scene scene) {
        var extra = scene.extra(0);
        for (var seq = 1; seq <= 10; seq++) {
            var _ = scene.teller().untilKnown(extra.ask(Kind.ANSWER, seq, 1 + seq % 9, List.of(1), seq % 9 / 3), seq);
        }
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        return List.of(
                new Evidence(lost > 0, lost + " events were lost with the database"),
                new Evidence(declared, "an admin declared the restore"));
    }
}
