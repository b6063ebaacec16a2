package org.examledger.faults.list;

import java.time.Duration;
import org.examledger.faults.stage.Stage;

/** How soon it has to be ready after a crash: within 15 s, or twice an undisturbed start where a machine is slower. */
final class ReadyAgain {
    private static final Duration PROMISED = Duration.ofSeconds(15);

    private ReadyAgain() {}

    static Duration within(Stage stage) {
        var slow = stage.slowestStart().multipliedBy(2);
        return slow.compareTo(PROMISED) > 0 ? slow : PROMISED;
    }
}
