package org.examledger.store;

import org.axonframework.common.AxonTransientException;

/** Says that too many commands wait for the log; nothing of this one was sent, so it may be repeated after a pause. */
public class LogOverloadedException extends AxonTransientException {

    private static final long serialVersionUID = 1L;

    public LogOverloadedException(String message) {
        super(message);
    }
}
