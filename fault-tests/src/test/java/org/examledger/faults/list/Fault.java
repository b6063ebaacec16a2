package org.examledger.faults.list;

import java.util.List;
import java.util.Optional;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.stage.Stage;

/** Something that goes wrong. All have the same shape, and whoever judges them does not know which one it was. */
public interface Fault {
    /** As in the list of faults that must be survived. */
    int number();

    /** In a few words. */
    String title();

    /** What has to be there before the load begins. */
    default void arrange(Scene scene) throws Exception {}

    /** How many workers it needs besides those who click by themselves. */
    default int extraSeats(Size size) {
        return 0;
    }

    /** Does it, while workers click; once or again and again. */
    void strike(Scene scene) throws Exception;

    /** Takes away what is still wrong afterwards. */
    default void heal(Scene scene) throws Exception {}

    /** Whether it really landed. */
    List<Evidence> evidence(Scene scene);

    /** Promises beyond the invariants, looked at after everything has come to rest. */
    default void afterwards(Scene scene) throws Exception {}

    /**
     * A stage of its own, for a fault that asks for other services or leaves its stage changed. All others strike one that is
     * shared, with two usual services.
     */
    default Optional<Stage> ownStage(long seed) {
        return Optional.empty();
    }

    /** What this machine lacks and the fault cannot do without, in a sentence each. */
    default List<String> missing() {
        return List.of();
    }

    /** How long the exam lasts. */
    default int minutes() {
        return 120;
    }
}
