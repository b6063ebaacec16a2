package org.examledger.faults.list;

import java.util.List;
import org.examledger.faults.check.Evidence;

/** The service's connection ends after PostgreSQL has committed and before it could say so. */
public final class CutAfterCommit implements Fault {
    private int before;

    @Override
    public int number() {
        return 3;
    }

    @Override
    public String title() {
        return "connection cut between COMMIT and its reply";
    }

    @Override
    public void arrange(Scene scene) {
        before = scene.stage().trap().swallowed();
    }

    @Override
    public void strike(Scene scene) {
        var trap = scene.stage().trap();
        for (var cut = 0; cut < scene.times(3, 30); cut++) {
            var swallowed = trap.swallowed();
            trap.set(1);
            scene.await(() -> trap.swallowed() > swallowed, "no commit to cut off");
            scene.count("cuts", 1);
            scene.letThemClick(10);
        }
    }

    @Override
    public void heal(Scene scene) {
        scene.stage().trap().set(0);
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        var cuts = scene.stage().trap().swallowed() - before;
        var found = Repeats.foundStored(scene);
        scene.count("found stored", found);
        return List.of(
                new Evidence(cuts > 0, cuts + " replies to commits were swallowed"),
                new Evidence(found > 0, found + " commands of unknown outcome turned out to be stored"));
    }
}
