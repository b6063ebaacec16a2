package org.examledger.command.automation;

import java.util.List;
import java.util.UUID;

/**
 * The sessions that run, one row each beside the log. It says when to look at them and decides nothing; lost, it is
 * written again from the log.
 */
public interface WatchList {
    /** Puts down every session that the log says began to run or got another time since this was asked last. */
    void catchUp();

    /** All that are on the list. */
    List<UUID> sessions();
}
