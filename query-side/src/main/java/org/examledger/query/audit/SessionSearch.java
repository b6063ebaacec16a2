package org.examledger.query.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.examledger.query.life.SessionRow;
import org.examledger.query.life.SessionRowMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds sessions for an auditor. */
@Component
class SessionSearch {
    private final JdbcClient jdbc;

    SessionSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked for; absent = whatever.
     *
     * @param title part of the exam's title, in small or capital letters
     * @param person opaque id
     * @param from the session was started then or later; one that was not started counts from when it could have been
     * @param to the same, exclusive
     * @param after id of the session behind which the list goes on
     */
    record Wanted(
            @Nullable UUID sessionId,
            @Nullable UUID examId,
            @Nullable String title,
            @Nullable String person,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UUID after) {}

    record Found(SessionRow row, String title) {}

    /** In the order of their ids. */
    List<Found> find(Wanted wanted, int limit) {
        RowMapper<Found> mapper =
                (row, number) -> new Found(SessionRowMapper.INSTANCE.mapRow(row, number), row.getString("title"));
        return jdbc.sql("""
                SELECT session_row.*, session_exam.title
                FROM session_row JOIN session_exam USING (exam_id)
                WHERE (:sessionId::uuid IS NULL OR session_id = :sessionId)
                  AND (:examId::uuid IS NULL OR exam_id = :examId)
                  AND (:title::text IS NULL OR position(lower(:title) IN lower(session_exam.title)) > 0)
                  AND (:person::text IS NULL OR person = :person)
                  AND (:from::timestamptz IS NULL OR coalesce(started_at, session_row.opens_at) >= :from)
                  AND (:to::timestamptz IS NULL OR coalesce(started_at, session_row.opens_at) < :to)
                  AND (:after::uuid IS NULL OR session_id > :after)
                ORDER BY session_id LIMIT :limit
                """)
                .param("sessionId", wanted.sessionId())
                .param("examId", wanted.examId())
                .param("title", wanted.title())
                .param("person", wanted.person())
                .param("from", at(wanted.from()))
                .param("to", at(wanted.to()))
                .param("after", wanted.after())
                .param("limit", limit)
                .query(mapper)
                .list();
    }

    private static @Nullable Object at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
