package org.examledger.faults.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.stage.PostgresServer;
import org.examledger.faults.stage.SmallMount;
import org.examledger.faults.stage.Stage;

/** No room is left where PostgreSQL keeps its data. */
public final class DiskFull implements Fault {
    private static final int MEGABYTES = 200;

    private final SmallMount mount = new SmallMount(Stage.freshFolder(), MEGABYTES);
    private boolean saidSo;

    @Override
    public int number() {
        return 4;
    }

    @Override
    public String title() {
        return "disk full under PostgreSQL";
    }

    @Override
    public List<String> missing() {
        return SmallMount.missing();
    }

    @Override
    public Optional<Stage> ownStage(long seed) {
        var little = Map.of("min_wal_size", "32MB", "max_wal_size", "48MB", "shared_buffers", "16MB");
        return Optional.of(Stage.open(
                Stage.services(1),
                seed,
                Stage.freshFolder(),
                folder -> PostgresServer.start(mount.mounted(), little).andThen(mount::close)));
    }

    private static boolean said(Path log) {
        try {
            return Files.readString(log).contains("No space left on device");
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public void strike(Scene scene) throws IOException {
        var postgres = scene.stage().postgres();
        var ballast = mount.fill();
        var unknown = scene.teller().unknown();
        scene.await(() -> scene.teller().unknown() > unknown + 5, "nobody notices that the disk is full");
        Scene.lastFor(Duration.ofSeconds(scene.times(1, 10)));
        saidSo = said(postgres.log());
        Files.delete(ballast);
        if (!postgres.isAlive()) {
            scene.count("PostgreSQL gave up", 1);
            postgres.forget();
            postgres.restart();
        }
        var known = scene.teller().known();
        scene.mustHold(
                scene.stage().stretched(Duration.ofSeconds(15)),
                () -> scene.teller().known() > known + 20,
                "clients are not answered though there is room again");
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        return List.of(new Evidence(saidSo, "PostgreSQL said that no space was left"));
    }
}
