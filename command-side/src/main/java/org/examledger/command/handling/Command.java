package org.examledger.command.handling;

/** An order to one aggregate. */
public interface Command {
    /** Name of the stream whose aggregate decides. */
    String stream();
}
