package org.examledger.command.exam;

import java.util.Set;
import java.util.UUID;

/** Where in the log exams are, for those who look for what is left to do. */
public interface ExamsInLog {
    /** Position of the newest row of the whole log; 0 when it is empty. */
    long lastPosition();

    /** The exams that have facts after one position and up to another. */
    Set<UUID> touched(long after, long upTo);
}
