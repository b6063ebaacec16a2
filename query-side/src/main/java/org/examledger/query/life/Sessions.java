package org.examledger.query.life;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds sessions in the read model {@code sessions}, for every question that is about one of them. */
@Component
public class Sessions {
    /** The read model in which each session has its row. */
    public static final String MODEL = "sessions";

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
}
