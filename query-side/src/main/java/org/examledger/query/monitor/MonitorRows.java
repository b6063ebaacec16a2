package org.examledger.query.monitor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.examledger.query.life.SessionRowMapper;
import org.examledger.query.life.Sessions;
import org.examledger.query.responses.Scores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of the read model {@code sessions}, with the totals of {@code responses}. */
@Component
class MonitorRows {
    private static final long ALL = -1;

    private final JdbcClient jdbc;

    MonitorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What tells whether anything has changed, without a look at the sessions; absent when there is no such exam. */
    Optional<News> news(UUID examId) {
        return jdbc.sql("""
                SELECT session_exam.position, session_exam_news.position,
                       (SELECT position FROM read_position WHERE model = ?),
                       (SELECT position FROM read_position WHERE model = ?),
                       (SELECT key_version FROM response_exam WHERE exam_id = session_exam.exam_id),
                       EXISTS (SELECT FROM response_exam JOIN response_score USING (exam_id)
                               WHERE exam_id = session_exam.exam_id AND response_exam.key_version > 1
                                 AND response_score.key_version < response_exam.key_version)
                FROM session_exam JOIN session_exam_news USING (exam_id)
                WHERE exam_id = ?
                """)
                .param(Sessions.MODEL)
                .param(Scores.MODEL)
                .param(examId)
                .query((row, number) -> new News(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getInt(5),
                        row.getBoolean(6)))
                .optional();
    }

    List<MonitorLine> all(UUID examId) {
        return changedAfter(examId, ALL);
    }

    /** Sessions with a fact behind a position. */
    List<MonitorLine> changedAfter(UUID examId, long position) {
        return jdbc.sql("""
                SELECT session_row.*, coalesce(points, 0) AS points, coalesce(maximum, 0) AS maximum
                FROM session_row
                LEFT JOIN response_score USING (session_id, attempt)
                WHERE session_row.exam_id = ? AND session_row.position > ?
                """)
                .param(examId)
                .param(position)
                .query((row, number) -> line(row, number))
                .list();
    }

    private static MonitorLine line(ResultSet row, int number) throws SQLException {
        return new MonitorLine(
                SessionRowMapper.INSTANCE.mapRow(row, number), row.getLong("points"), row.getLong("maximum"));
    }

    /**
     * @param exam position of the newest fact about the exam itself
     * @param newest position of the newest fact about it or one of its sessions
     * @param read up to where the rows of sessions are made
     * @param scored up to where scores are computed
     * @param keyVersion of the exam's key
     * @param rescoring whether some scores are still to be computed again by it
     */
    record News(long exam, long newest, long read, long scored, int keyVersion, boolean rescoring) {
        /** Whether rows that were read at this state show all there is, so that they are good until the next fact. */
        boolean isComplete() {
            return scored >= newest && !rescoring;
        }

        /** Whether rows read at this state can be brought to the next one by those that changed. */
        boolean canGoOnTo(News next) {
            return next.read >= read
                    && next.scored >= scored
                    && !rescoring
                    && !next.rescoring
                    && keyVersion == next.keyVersion;
        }
    }
}
