package org.examledger.command.handling;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The portal's numbers without a table, by the same rule. */
public final class NumbersInMemory implements PortalNumbers {
    private final Map<Integer, Map.Entry<UUID, String>> owners = new HashMap<>();

    @Override
    public Set<Integer> take(UUID examId, Map<Integer, String> personsByNumber) {
        var others = new TreeSet<Integer>();
        personsByNumber.forEach((number, person) -> {
            var owner = Map.entry(examId, person);
            if (!owners.getOrDefault(number, owner).equals(owner)) {
                others.add(number);
            }
        });
        if (others.isEmpty()) {
            personsByNumber.forEach((number, person) -> owners.put(number, Map.entry(examId, person)));
        }
        return others;
    }
}
