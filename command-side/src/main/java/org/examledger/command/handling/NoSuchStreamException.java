package org.examledger.command.handling;

/** A command named an aggregate that does not exist. */
public final class NoSuchStreamException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchStreamException(String stream, Throwable cause) {
        super("There is no " + stream, cause);
    }
}
