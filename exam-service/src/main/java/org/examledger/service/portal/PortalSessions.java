package org.examledger.service.portal;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.examledger.command.handling.PortalNumbers;
import org.examledger.events.rules.NameBasedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The portal's numbers as a table; its key says who was first. */
@Component
class PortalSessions implements PortalNumbers {
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    PortalSessions(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Set<Integer> take(UUID examId, Map<Integer, String> personsByNumber) {
        return ownTransaction.execute(status -> {
            // In one order for all, so that two that want the same numbers wait for each other and never in a circle.
            var wanted = new TreeMap<>(personsByNumber);
            insert(examId, wanted);
            var others = ofOthers(examId, wanted);
            if (!others.isEmpty()) {
                status.setRollbackOnly();
            }
            return others;
        });
    }

    private void insert(UUID examId, TreeMap<Integer, String> wanted) {
        var unused = jdbc.sql("""
                        INSERT INTO portal_session (number, session_id, exam_id, person)
                        SELECT number, session_id, ?, person
                        FROM unnest(?::integer[], ?::uuid[], ?::text[]) AS wanted (number, session_id, person)
                        ON CONFLICT (number) DO NOTHING
                        """)
                .param(examId)
                .param(numbers(wanted))
                .param(wanted.keySet().stream()
                        .map(it -> NameBasedId.ofPortalSession(it).toString())
                        .toArray(String[]::new))
                .param(persons(wanted))
                .update();
    }

    private Set<Integer> ofOthers(UUID examId, TreeMap<Integer, String> wanted) {
        return new TreeSet<>(jdbc.sql("""
                        SELECT number
                        FROM portal_session
                        JOIN unnest(?::integer[], ?::text[]) AS wanted (number, person) USING (number)
                        WHERE (portal_session.exam_id, portal_session.person) <> (?, wanted.person)
                        """)
                .param(numbers(wanted))
                .param(persons(wanted))
                .param(examId)
                .query(Integer.class)
                .list());
    }

    private static Integer[] numbers(TreeMap<Integer, String> wanted) {
        return wanted.keySet().toArray(Integer[]::new);
    }

    private static String[] persons(TreeMap<Integer, String> wanted) {
        return wanted.values().toArray(String[]::new);
    }
}
