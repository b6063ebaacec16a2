package org.examledger.query.life;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds sessions in the read model {@code sessions}, for every question that is about one of them. */
@Component
public class Sessions {
    /** The read model in which each session has its row. */
    public static final String MODEL = "sessions";

    /** Names no session. */
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<SessionRow> find(UUID sessionId) {
        return jdbc.sql("SELECT * FROM session_row WHERE session_id = ?")
                .param(sessionId)
                .query(SessionRowMapper.INSTANCE)
                .optional();
    }

    /** The sessions of an exam, in the order of their ids. */
    public List<UUID> idsOfExam(UUID examId) {
        return jdbc.sql("SELECT session_id FROM session_row WHERE exam_id = ? ORDER BY session_id")
                .param(examId)
                .query((row, number) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * A piece of an exam's sessions, in the order of their ids.
     *
     * @param after exclusive; absent = from the start
     */
    public List<SessionRow> ofExam(UUID examId, @Nullable UUID after, int most) {
        return jdbc.sql("""
                SELECT * FROM session_row WHERE exam_id = ? AND session_id > ? ORDER BY session_id LIMIT ?
                """)
                .param(examId)
                .param(after == null ? BEFORE_ALL : after)
                .param(most)
                .query(SessionRowMapper.INSTANCE)
                .list();
    }
}
