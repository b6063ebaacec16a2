package org.examledger.command.handling;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The numbers under which the portal knows sessions: beside the log, each belongs to one worker of one exam for ever. */
public interface PortalNumbers extends Consulted {
    /**
     * Takes numbers for workers of an exam, all or none; taking the same again changes nothing.
     *
     * @param personsByNumber opaque person ids (R13)
     * @return the numbers that belong to others; when there is one, none was taken
     */
    Set<Integer> take(UUID examId, Map<Integer, String> personsByNumber);
}
