package org.examledger.service.auditreads;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The list of reads, one row each, kept for as long as is set. */
@Component
class AuditReads {
    private final JdbcClient jdbc;
    private final Duration kept;

    AuditReads(JdbcClient jdbc, @Value("${exam.audit-reads.kept}") Duration kept) {
        this.jdbc = jdbc;
        this.kept = kept;
    }

    void add(UUID person, String route, @Nullable UUID sessionId, @Nullable UUID examId, String correlation) {
        jdbc.sql("INSERT INTO audit_read (person, route, session_id, exam_id, correlation) VALUES (?, ?, ?, ?, ?)")
                .param(1, person)
                .param(2, route)
                .param(3, sessionId)
                .param(4, examId)
                .param(5, correlation)
                .update();
    }

    /** In the order of the reads. */
    List<AuditRead> of(@Nullable UUID sessionId, long after, int limit) {
        var some = sessionId == null ? "" : " AND session_id = :session";
        var asked = jdbc.sql("SELECT * FROM audit_read WHERE number > :after" + some + " ORDER BY number LIMIT :limit")
                .param("after", after)
                .param("limit", limit);
        return (sessionId == null ? asked : asked.param("session", sessionId))
                .query((row, index) -> new AuditRead(
                        row.getLong("number"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("person", UUID.class),
                        row.getString("route"),
                        row.getObject("session_id", UUID.class),
                        row.getObject("exam_id", UUID.class),
                        row.getString("correlation")))
                .list();
    }

    @Scheduled(initialDelay = 5, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void forgetOldOnes() {
        jdbc.sql("DELETE FROM audit_read WHERE at < now() - make_interval(secs => ?)")
                .param(kept.toSeconds())
                .update();
    }
}
