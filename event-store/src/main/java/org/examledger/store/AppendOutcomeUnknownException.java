package org.examledger.store;

import org.axonframework.common.AxonNonTransientException;
import org.jspecify.annotations.Nullable;

/** Says that the answer of the log was lost after sending: the facts may be stored or not. Only the client may repeat the command, under the same command id. */
public class AppendOutcomeUnknownException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    public AppendOutcomeUnknownException(String message) {
        super(message);
    }

    public AppendOutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
