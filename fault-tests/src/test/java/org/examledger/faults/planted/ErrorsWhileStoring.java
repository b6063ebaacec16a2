package org.examledger.faults.planted;

import java.nio.file.Path;
import org.examledger.store.LogEventStore;

/** Errors of the virtual machine around the append, where Axon rolls nothing back. */
final class ErrorsWhileStoring {
    private ErrorsWhileStoring() {}

    static LogEventStore in(LogEventStore facts, Path switches) {
        var _ = facts.registerDispatchInterceptor(messages -> (index, message) -> {
            if (Plant.ERROR_BEFORE_STORING.switchOff(switches)) {
                throw new StackOverflowError("planted");
            }
            return message;
        });
        var _ = facts.subscribe(messages -> {
            if (Plant.ERROR_AFTER_STORING.switchOff(switches)) {
                throw new NoClassDefFoundError("planted");
            }
        });
        return facts;
    }
}
