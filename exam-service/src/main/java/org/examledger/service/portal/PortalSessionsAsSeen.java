package org.examledger.service.portal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.examledger.query.portal.PortalNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows the portal's numbers; every role has the table. */
@Component
class PortalSessionsAsSeen implements PortalNumbers {
    private final JdbcClient jdbc;

    PortalSessionsAsSeen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Integer> ofExams(Collection<UUID> examIds) {
        var numbers = new HashMap<UUID, Integer>();
        jdbc.sql("SELECT session_id, number FROM portal_session WHERE exam_id = ANY (?::uuid[])")
                .param(examIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    numbers.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return numbers;
    }
}
