package org.examledger.events.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.examledger.events.Fact;
import org.examledger.events.Remembered;
import org.examledger.events.draft.DraftFact;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.log.LogFact;
import org.examledger.events.person.PersonFact;
import org.examledger.events.pool.PoolFact;
import org.examledger.events.session.SessionFact;

/** The closed list of all facts, read off the {@code permits} lists of their families. */
public final class FactCatalog {
    private static final List<Class<? extends Fact>> FAMILIES = List.of(
            SessionFact.class, ExamFact.class, DraftFact.class, PoolFact.class, PersonFact.class, LogFact.class);

    private FactCatalog() {}

    /** Every fact with the name and revision under which it is stored. */
    public static List<Entry> entries() {
        return FAMILIES.stream().flatMap(FactCatalog::members).toList();
    }

    private static Stream<Entry> members(Class<? extends Fact> family) {
        return Stream.of(family.getPermittedSubclasses()).map(type -> {
            var remembered = type.getAnnotation(Remembered.class);
            if (remembered == null) {
                throw new IllegalStateException(type + " has no stable name");
            }
            return new Entry(remembered.name(), remembered.revision(), type.asSubclass(Fact.class));
        });
    }

    /** A fact's stable name and revision, and the class that holds its newest revision. */
    public record Entry(String name, int revision, Class<? extends Fact> type) {}
}
