package org.examledger.faults.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.SavedDraft;
import org.examledger.endtoend.service.Launch;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.stage.Stage;

/** A service with too small a heap, and somebody who sends it large drafts. */
public final class HeapPressure implements Fault {
    private static final int SENDERS = 6;
    private static final String LARGE = "x".repeat(5_000_000);

    private final Path collections = Stage.freshFolder().resolve("gc.log");

    @Override
    public int number() {
        return 19;
    }

    @Override
    public String title() {
        return "heap pressure";
    }

    @Override
    public Optional<Stage> ownStage(long seed) {
        try {
            Files.createDirectories(collections.getParent());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        var small = Launch.with().under("-Xmx192m", "-XX:+UseSerialGC", "-Xlog:gc:file=" + collections);
        return Optional.of(Stage.open(List.of(small, Launch.with()), seed));
    }

    @Override
    public void strike(Scene scene) {
        var victim = scene.stage().first();
        var before = fullCollections();
        var over = new AtomicBoolean();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sender = 0; sender < SENDERS; sender++) {
                senders.execute(() -> {
                    while (!over.get()) {
                        send(scene);
                    }
                });
            }
            try {
                scene.await(
                        () -> fullCollections() > before + scene.times(3, 20)
                                || !victim.service().isAlive(),
                        "the heap is large enough");
                scene.letThemClick(10);
            } finally {
                over.set(true);
            }
        }
        scene.count("full collections", fullCollections() - before);
        if (!victim.service().isAlive()) {
            scene.count("services that gave up", 1);
            victim.service().restart();
        }
    }

    /** Whatever becomes of it; drafts are nobody's promise here. */
    private static void send(Scene scene) {
        var client = scene.stage().first().client();
        try {
            var draft = client.once(
                            Call.post(Paths.DRAFTS, Map.of("title", "large")).as(client.token("hc")))
                    .as(SavedDraft.class);
            client.once(Call.put(Paths.draft(String.valueOf(draft.draftId())), Map.of("category", LARGE))
                    .as(client.token("hc")));
        } catch (IOException | RuntimeException refused) {
            scene.count("large drafts refused", 1);
        }
        scene.count("large drafts", 1);
    }

    private long fullCollections() {
        try (var lines = Files.lines(collections)) {
            return lines.filter(line -> line.contains("Pause Full")).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        var full = scene.counted("full collections");
        return List.of(new Evidence(full > 2, full + " times the whole heap had to be collected"));
    }
}
