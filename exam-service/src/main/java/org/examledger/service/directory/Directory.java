package org.examledger.service.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Knows which opaque, random id stands for which worker, and his name (R13).
 *
 * <p>The log and the read models hold the opaque id only. An id, once given, is kept: it is stored at once, also when
 * the command that asked for it fails afterwards.
 */
@Component
public class Directory implements org.examledger.command.handling.People, org.examledger.query.people.People {
    private static final Pattern OPAQUE_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    Directory(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The opaque id of a worker, made at the first call. */
    public String personOf(String workerId) {
        var found = personsOf(List.of(workerId)).get(workerId);
        if (found == null) {
            throw new IllegalStateException("The directory lost an entry it had just made");
        }
        return found;
    }

    /** The opaque ids of many workers by worker id, each made at the first call. */
    @Override
    public Map<String, String> personsOf(Collection<String> workerIds) {
        var found = stored(workerIds);
        // One order for all writers, so that two that add the same workers wait for each other and never in a circle.
        var missing = new TreeSet<>(workerIds);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            found.putAll(inOwnTransaction(() -> made(missing)));
        }
        return found;
    }

    private Map<String, String> made(Collection<String> workerIds) {
        jdbc.sql("""
                        INSERT INTO person (person, worker_id)
                        SELECT * FROM unnest(?::uuid[], ?::text[])
                        ON CONFLICT (worker_id) DO NOTHING
                        """).param(newIds(workerIds.size())).param(array(workerIds)).update();
        return stored(workerIds);
    }

    private Map<String, String> stored(Collection<String> workerIds) {
        return pairs("SELECT worker_id, person::text FROM person WHERE worker_id = ANY (?)", array(workerIds));
    }

    /** Remembers names by worker id; a worker seen for the first time gets his opaque id. */
    @Override
    public void learnNames(Map<String, String> names) {
        if (names.isEmpty()) {
            return;
        }
        var sorted = new TreeMap<>(names);
        var unused = inOwnTransaction(() -> jdbc.sql("""
                        INSERT INTO person (person, worker_id, name)
                        SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[])
                        ON CONFLICT (worker_id) DO UPDATE SET name = excluded.name
                        WHERE person.name IS DISTINCT FROM excluded.name
                        """)
                .param(newIds(sorted.size()))
                .param(array(sorted.keySet()))
                .param(array(sorted.values()))
                .update());
    }

    /** Names by opaque id; whoever is unknown, erased or nameless is left out. */
    @Override
    public Map<String, String> namesOf(Collection<String> persons) {
        return pairs(
                "SELECT person::text, name FROM person WHERE person = ANY (?::uuid[]) AND name IS NOT NULL",
                ids(persons));
    }

    /** Worker ids by opaque id; whoever is unknown or erased is left out. */
    @Override
    public Map<String, String> workerIdsOf(Collection<String> persons) {
        return pairs("SELECT person::text, worker_id FROM person WHERE person = ANY (?::uuid[])", ids(persons));
    }

    @Override
    public Optional<String> knownPersonOf(String workerId) {
        return Optional.ofNullable(stored(List.of(workerId)).get(workerId));
    }

    private Map<String, String> pairs(String sql, String[] keys) {
        var pairs = new HashMap<String, String>();
        jdbc.sql(sql).param(keys).query(row -> {
            pairs.put(row.getString(1), row.getString(2));
        });
        return pairs;
    }

    /** An id that was rolled back with somebody else's transaction would live on with whom it was told to. */
    private <T> T inOwnTransaction(Supplier<T> work) {
        @Nullable T result = ownTransaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("No result");
        }
        return result;
    }

    private static String[] newIds(int count) {
        return Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toArray(String[]::new);
    }

    /** Facts also name {@code system}, who is no person. */
    private static String[] ids(Collection<String> persons) {
        return persons.stream().distinct().filter(OPAQUE_ID.asMatchPredicate()).toArray(String[]::new);
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
