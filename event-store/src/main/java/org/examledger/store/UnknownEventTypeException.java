package org.examledger.store;

import org.axonframework.serialization.SerializationException;

/** Says that an event's name or class is not in the closed map; the reader stops there and never skips it. */
public class UnknownEventTypeException extends SerializationException {

    private static final long serialVersionUID = 1L;

    public UnknownEventTypeException(String message) {
        super(message);
    }
}
