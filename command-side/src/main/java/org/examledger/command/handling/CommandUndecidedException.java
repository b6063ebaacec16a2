package org.examledger.command.handling;

/** Other writers of the same stream were quicker at every attempt; nothing of the command was stored. */
public final class CommandUndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandUndecidedException(String stream) {
        super("Too many writers on " + stream);
    }
}
