package org.examledger.query.world;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.examledger.query.people.People;

/** A directory in which the person p-7 is called "Name of p-7", until he is erased. */
public final class TestPeople implements People {
    private final Set<String> erased = new HashSet<>();
    private final Map<String, String> others = new HashMap<>();

    public void erase(String person) {
        erased.add(person);
    }

    /** Gives somebody another name. */
    public void call(String person, String name) {
        others.put(person, name);
    }

    @Override
    public Map<String, String> namesOf(Collection<String> persons) {
        return known(persons, person -> others.getOrDefault(person, "Name of " + person));
    }

    @Override
    public Map<String, String> workerIdsOf(Collection<String> persons) {
        return known(persons, person -> "worker-of-" + person);
    }

    private Map<String, String> known(Collection<String> persons, Function<String, String> value) {
        return persons.stream()
                .distinct()
                .filter(person -> !erased.contains(person))
                .collect(Collectors.toMap(Function.identity(), value));
    }

    @Override
    public Optional<String> knownPersonOf(String workerId) {
        return Optional.of(workerId)
                .filter(it -> it.startsWith("worker-of-"))
                .map(it -> it.substring("worker-of-".length()))
                .filter(it -> !erased.contains(it));
    }
}
