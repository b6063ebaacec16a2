package org.examledger.command.handling;

/** What a decision may look at besides the stream of its aggregate; handed to command handlers that ask for it by type. */
public interface Consulted {}
