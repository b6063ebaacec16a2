package org.examledger.query.people;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who some persons are, for as long as it takes to answer one question (R13). */
public record Names(Map<String, String> workerIds, Map<String, String> names) {
    public static Names of(People people, Collection<String> persons) {
        return new Names(people.workerIdsOf(persons), people.namesOf(persons));
    }

    /** Absent when he was erased. */
    public @Nullable String workerIdOf(String person) {
        return workerIds.get(person);
    }

    /** Absent when he was erased. */
    public @Nullable String nameOf(String person) {
        return names.get(person);
    }
}
