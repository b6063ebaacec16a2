package org.examledger.benchmarks.stock;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.examledger.benchmarks.web.Persons;
import org.examledger.command.handling.People;
import org.examledger.command.person.ErasedEntries;

/** People without a directory; nobody measures names. */
final class PeopleInMemory implements People, ErasedEntries {
    private final Map<String, String> known = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> personsOf(Collection<String> workerIds) {
        var persons = workerIds.stream().distinct().collect(Collectors.toMap(Function.identity(), Persons::personOf));
        persons.forEach((workerId, person) -> known.put(person, workerId));
        return persons;
    }

    @Override
    public void learnNames(Map<String, String> namesByWorkerId) {
        // Names are shown by no baseline.
    }

    @Override
    public Map<String, String> workerIdsOf(Collection<String> persons) {
        return persons.stream()
                .distinct()
                .filter(known::containsKey)
                .collect(Collectors.toMap(Function.identity(), known::get));
    }

    @Override
    public Map<String, String> namesOf(Collection<String> persons) {
        return Map.of();
    }

    @Override
    public Optional<UUID> personOf(String workerId) {
        return Optional.of(Persons.personOf(workerId))
                .filter(known::containsKey)
                .map(UUID::fromString);
    }

    @Override
    public boolean isErased(String workerId) {
        return false;
    }

    @Override
    public void erase(String workerId, UUID person) {
        known.remove(person.toString());
    }
}
