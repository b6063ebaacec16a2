package org.examledger.faults.list;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.examledger.faults.load.Exam;
import org.examledger.faults.load.Load;
import org.examledger.faults.load.Teller;
import org.examledger.faults.stage.Stage;

/** Where one fault strikes: the stage, an exam of its own, the load on it, and notes of what happened. */
public final class Scene {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage;
    private final Exam exam;
    private final Load load;
    private final Size size;
    private final long seed;
    private final Random random;
    private final Map<Integer, Extra> extras = new ConcurrentHashMap<>();
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Long> counts = Collections.synchronizedMap(new LinkedHashMap<>());

    Scene(Stage stage, Exam exam, Load load, Size size, long seed) {
        this.stage = stage;
        this.exam = exam;
        this.load = load;
        this.size = size;
        this.seed = seed;
        this.random = new Random(seed);
    }

    public Stage stage() {
        return stage;
    }

    /** The exam whose workers are at work. */
    public Exam exam() {
        return exam;
    }

    public Teller teller() {
        return load.teller();
    }

    /** A worker who clicks only when the fault has him do so. */
    public Extra extra(int index) {
        return extras.computeIfAbsent(
                index, any -> Extra.started(teller(), exam.seats().get(Trial.WORKERS + index)));
    }

    public long seed() {
        return seed;
    }

    public Random random() {
        return random;
    }

    public int times(int small, int large) {
        return size.of(small, large);
    }

    /** Notes how often something happened. */
    public void count(String what, long more) {
        counts.merge(what, more, Long::sum);
    }

    public long counted(String what) {
        return counts.getOrDefault(what, 0L);
    }

    public Map<String, Long> counts() {
        return counts;
    }

    /** Notes a promise that was not kept. */
    public void promise(boolean kept, String otherwise) {
        if (!kept) {
            broken.add(otherwise);
        }
    }

    List<String> broken() {
        return broken;
    }

    /** Waits until workers have heard this many more outcomes. */
    public void letThemClick(int outcomes) {
        var from = teller().known();
        await(() -> teller().known() >= from + outcomes, "workers get no answers any more");
    }

    /** The same, of commands alone; reads may have to wait meanwhile. */
    public void letThemClickCommands(int commands) {
        var from = teller().knownCommands();
        await(() -> teller().knownCommands() >= from + commands, "commands are not taken any more");
    }

    public void await(BooleanSupplier condition, String otherwise) {
        if (!Stage.within(PATIENCE, condition)) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** How long it takes until a condition holds; a broken promise when that is longer than allowed. */
    public Duration mustHold(Duration within, BooleanSupplier condition, String otherwise) {
        var from = System.nanoTime();
        var held = Stage.within(PATIENCE, condition);
        var took = Duration.ofNanos(System.nanoTime() - from);
        promise(held && took.compareTo(within) <= 0, otherwise + " (after " + took.toMillis() + " ms)");
        return took;
    }

    /** For a fault that lasts a while; nothing is waited for but the time itself. */
    public static void lastFor(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
