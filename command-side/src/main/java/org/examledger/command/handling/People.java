package org.examledger.command.handling;

import java.util.Collection;
import java.util.Map;

/** The directory beside the log: external worker ids and names on one side, opaque person ids on the other (R13). */
public interface People {
    /** The opaque id of each worker, made on first sight; keyed by worker id. */
    Map<String, String> personsOf(Collection<String> workerIds);

    /** Keeps the names of workers, keyed by worker id. */
    void learnNames(Map<String, String> namesByWorkerId);

    /** The worker ids of those persons who are in the directory, keyed by person. */
    Map<String, String> workerIdsOf(Collection<String> persons);

    /** The names of those persons who are in the directory, keyed by person. */
    Map<String, String> namesOf(Collection<String> persons);
}
