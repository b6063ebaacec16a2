package org.examledger.store;

import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;

/** Says that the log could not be reached or refused to work; nothing was stored, so the command may be retried. */
public class LogUnavailableException extends AxonTransientException {

    private static final long serialVersionUID = 1L;

    public LogUnavailableException(String message) {
        super(message);
    }

    public LogUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
