package org.examledger.query.exams;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.examledger.query.life.ExamRow;
import org.examledger.query.life.Exams;
import org.examledger.query.life.SessionRow;
import org.examledger.query.life.SessionRowMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads exams in the order of HC's list. */
@Component
class ExamRows {
    private final JdbcClient jdbc;

    ExamRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param after exclusive; absent = from the start
     * @param lockedBy leaves out what others locked; absent = all
     */
    List<ExamRow> page(@Nullable Cursor after, @Nullable String lockedBy, Days days, int limit) {
        var page = new ArrayList<ExamRow>();
        var place = after;
        while (true) {
            var some = some(place, lockedBy, days, limit);
            some.stream().filter(days::has).forEach(page::add);
            if (some.size() < limit || page.size() >= limit) {
                return page.subList(0, Math.min(limit, page.size()));
            }
            place = Cursor.behind(some.getLast());
        }
    }

    /** In whatever zone an exam is, it opens within these instants if it opens on one of the days. */
    private List<ExamRow> some(@Nullable Cursor after, @Nullable String lockedBy, Days days, int limit) {
        return jdbc.sql("""
                SELECT * FROM session_exam
                WHERE (CAST(:opens AS timestamptz) IS NULL
                       OR opens_at < :opens OR (opens_at = :opens AND exam_id > CAST(:exam AS uuid)))
                  AND (CAST(:author AS text) IS NULL OR locked_by = :author)
                  AND (CAST(:earliest AS timestamptz) IS NULL OR opens_at >= :earliest)
                  AND (CAST(:latest AS timestamptz) IS NULL OR opens_at < :latest)
                ORDER BY opens_at DESC, exam_id LIMIT :limit
                """)
                .param("opens", after == null ? null : after.opensAt().atOffset(ZoneOffset.UTC))
                .param("exam", after == null ? null : after.examId().toString())
                .param("author", lockedBy)
                .param("earliest", days.earliest())
                .param("latest", days.latest())
                .param("limit", limit)
                .query(Exams.MAPPER)
                .list();
    }

    List<SessionRow> sessions(UUID examId) {
        return jdbc.sql("SELECT * FROM session_row WHERE exam_id = ? ORDER BY session_id")
                .param(examId)
                .query(SessionRowMapper.INSTANCE)
                .list();
    }
}
