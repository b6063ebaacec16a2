package org.examledger.faults.list;

import java.time.Duration;
import java.util.List;
import org.examledger.faults.check.Evidence;

/** SIGKILL for a service, again and again, one after the other. */
public final class ServiceKilled implements Fault {
    private static final Duration READY_WITHIN = Duration.ofSeconds(15);

    private int noticed;

    @Override
    public int number() {
        return 1;
    }

    @Override
    public String title() {
        return "kill -9 of the service";
    }

    @Override
    public void strike(Scene scene) {
        for (var kill = 0; kill < scene.times(3, 20); kill++) {
            var victim = scene.stage().members().get(kill % 2).service();
            var before = scene.teller().unknown();
            scene.await(() -> scene.teller().inFlight() > 0, "nobody is at work");
            victim.kill();
            scene.count("kills", 1);
            scene.await(() -> scene.teller().unknown() > before, "nobody notices that a service was killed");
            noticed++;
            var from = System.nanoTime();
            victim.restart();
            var took = Duration.ofNanos(System.nanoTime() - from);
            scene.promise(
                    took.compareTo(scene.stage().stretched(READY_WITHIN)) <= 0,
                    "ready again only after " + took.toMillis() + " ms");
            scene.letThemClick(20);
        }
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        return List.of(new Evidence(
                noticed > 0 && noticed == scene.counted("kills"),
                noticed + " of " + scene.counted("kills") + " kills were noticed by clients at work"));
    }
}
