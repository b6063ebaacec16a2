package org.examledger.query.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.examledger.events.rules.ActiveTime;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.rules.SessionLife;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a session's row back, also out of a join, as long as it selects all columns of the table. */
public enum SessionRowMapper implements RowMapper<SessionRow> {
    INSTANCE;

    @Override
    public SessionRow mapRow(ResultSet row, int number) throws SQLException {
        var scoring = row.getString("close_scoring");
        return new SessionRow(
                row.getObject("session_id", UUID.class),
                row.getObject("exam_id", UUID.class),
                row.getString("person"),
                row.getInt("attempt"),
                row.getInt("total"),
                row.getInt("questions_per_page"),
                row.getInt("pass_percentage"),
                row.getInt("answered"),
                life(row),
                scoring == null ? null : CloseScoring.valueOf(scoring),
                new Place(
                        row.getInt("epoch"),
                        row.getLong("last_client_seq"),
                        row.getInt("page_index"),
                        new ClientOrder(row.getInt("page_epoch"), row.getLong("page_client_seq"))),
                row.getLong("position"));
    }

    private static SessionLife life(ResultSet row) throws SQLException {
        var ended = row.getString("ended");
        return new SessionLife(
                Objects.requireNonNull(instant(row, "opens_at")),
                instant(row, "window_ends_at"),
                row.getLong("allowed_seconds"),
                row.getInt("grace_seconds"),
                instant(row, "started_at"),
                instant(row, "deadline"),
                instant(row, "last_sign_of_life"),
                Visibility.valueOf(row.getString("visibility")),
                ended == null ? null : SessionStatus.valueOf(ended),
                instant(row, "ended_at"),
                activeTime(row));
    }

    private static @Nullable ActiveTime activeTime(ResultSet row) throws SQLException {
        return TimerPolicy.valueOf(row.getString("timer_policy")) == TimerPolicy.ACTIVE_TIME
                ? new ActiveTime(instant(row, "counted_to"), row.getLong("used_millis"), row.getLong("gap_millis"))
                : null;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
