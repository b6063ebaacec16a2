package org.examledger.query.people;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Who is behind opaque person ids. Answered by the directory beside the log, where a person can be erased; nothing here
 * may be kept in a read model (R13).
 */
public interface People {
    /** Names by person id; whoever was erased is missing. */
    Map<String, String> namesOf(Collection<String> persons);

    /** External worker ids by person id; whoever was erased is missing. */
    Map<String, String> workerIdsOf(Collection<String> persons);

    /** The opaque id of a worker who was ever named here and not erased since. */
    Optional<String> knownPersonOf(String workerId);
}
