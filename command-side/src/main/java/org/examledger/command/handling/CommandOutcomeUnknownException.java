package org.examledger.command.handling;

/** The virtual machine failed around the append; nobody knows whether the command's facts were stored. */
public final class CommandOutcomeUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandOutcomeUnknownException(String stream, Error error) {
        super("What became of a command to " + stream + " is unknown", error);
    }
}
