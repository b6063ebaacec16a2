package org.examledger.faults.list;

import java.util.List;
import org.examledger.endtoend.service.Launch;
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

    /** The services that it strikes; a fault that needs no others shares them with the next one. */
    default List<Launch> services() {
        return Stage.services(2);
    }

    /** Whether it needs a stage of its own, because it leaves it changed or asks for other services. */
    default boolean alone() {
        return false;
    }
}
