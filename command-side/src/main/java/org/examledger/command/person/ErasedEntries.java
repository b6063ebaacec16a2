package org.examledger.command.person;

import java.util.Optional;
import java.util.UUID;

/** The entries of the directory, as far as they can be erased (R13). */
public interface ErasedEntries {
    /** The opaque id of a worker who has an entry. */
    Optional<UUID> personOf(String workerId);

    /** Whether this worker's entry was erased lately; for how long that is known is the directory's matter. */
    boolean isErased(String workerId);

    /** Forgets who the person is: the external id and the name. */
    void erase(String workerId, UUID person);
}
