package org.examledger.query.portal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The numbers under which the portal knows sessions; they cannot be computed from the sessions' ids. */
public interface PortalNumbers {
    /** The number of each session of these exams that has one, by session id. */
    Map<UUID, Integer> ofExams(Collection<UUID> examIds);
}
