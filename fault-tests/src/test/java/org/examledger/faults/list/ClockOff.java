package org.examledger.faults.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.examledger.endtoend.service.Launch;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.record.Operation;
import org.examledger.faults.stage.Stage;

/** One service's clock is ten minutes ahead, another one's ten minutes behind, in an exam that lasts eight. */
public final class ClockOff implements Fault {
    private static final Path FAKETIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");
    private static final Duration ALLOWED = Duration.ofSeconds(10);

    private Instant wall = Instant.EPOCH;
    private long nanos;

    @Override
    public int number() {
        return 9;
    }

    @Override
    public String title() {
        return "clocks of services ten minutes off";
    }

    @Override
    public int minutes() {
        return 8;
    }

    @Override
    public List<String> missing() {
        return Files.exists(FAKETIME) ? List.of() : List.of("install Debian's package libfaketime");
    }

    private static Launch off(String by) {
        // Every look at a clock is slow then, and the virtual machine's own measurements look at it all the time.
        return Launch.with()
                .under("-Xmx1g", "-XX:-UsePerfData")
                .where("LD_PRELOAD", FAKETIME.toString())
                .where("FAKETIME", by)
                .where("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    }

    @Override
    public Optional<Stage> ownStage(long seed) {
        return Optional.of(Stage.open(List.of(off("+600s"), off("-600s")), seed));
    }

    @Override
    public void strike(Scene scene) {
        wall = Instant.now();
        nanos = System.nanoTime();
        scene.letThemClick(scene.times(100, 400));
    }

    @Override
    public void afterwards(Scene scene) {
        var astray = scene.teller().record().operations().stream()
                .filter(it -> !it.completion().serverTime().isEmpty())
                .map(this::astray)
                .max(Duration::compareTo)
                .orElse(ALLOWED);
        scene.count("ms astray at most", astray.toMillis());
        scene.promise(astray.compareTo(ALLOWED) < 0, "a reply's server time was astray by " + astray);
        var ends = scene.exam().seats().stream()
                .flatMap(seat -> scene.stage().log().ofSession(seat.session()).stream())
                .filter(row -> row.name().equals("SessionTimedOut"))
                .count();
        scene.promise(ends == 0, ends + " sessions ended early");
    }

    /** How far a reply's time is from when it came. */
    private Duration astray(Operation operation) {
        var came = wall.plusNanos(operation.completion().at() - nanos);
        return Duration.between(Instant.parse(operation.completion().serverTime()), came)
                .abs();
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        return scene.stage().members().stream()
                .map(member -> new Evidence(
                        said(member.service().output()), "a service noticed that its clock is not PostgreSQL's"))
                .toList();
    }

    private static boolean said(Path output) {
        try {
            return Files.readString(output).contains("clock and the database's differ by");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
