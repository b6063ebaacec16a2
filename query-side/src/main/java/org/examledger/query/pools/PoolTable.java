package org.examledger.query.pools;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.exam.ExamQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the table of pools. */
@Component
class PoolTable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<ExamQuestion>> QUESTIONS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;

    PoolTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A pool as a list shows it. */
    record Line(
            String technology,
            String level,
            int revision,
            int count,
            @Nullable Instant publishedAt,
            @Nullable Instant requestedAt,
            @Nullable String failure) {}

    List<Line> all() {
        return jdbc.query("""
                SELECT technology, level, revision, count, published_at, requested_at, failure
                FROM question_pool
                ORDER BY pool
                """, (row, number) -> line(row));
    }

    Map<String, PoolFold> load(Collection<String> names) {
        var pools = new HashMap<String, PoolFold>();
        jdbc.query("SELECT * FROM question_pool WHERE pool = ANY (?)", (row, number) -> pool(row), (Object)
                        names.toArray(String[]::new))
                .forEach(it -> pools.put(it.pool(), it));
        return pools;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("technology"),
                row.getString("level"),
                row.getInt("revision"),
                row.getInt("count"),
                instant(row, "published_at"),
                instant(row, "requested_at"),
                row.getString("failure"));
    }

    private static PoolFold pool(ResultSet row) throws SQLException {
        return new PoolFold(
                row.getString("pool"),
                row.getString("technology"),
                row.getString("level"),
                row.getInt("revision"),
                instant(row, "published_at"),
                JSON.readValue(row.getString("content"), QUESTIONS),
                row.getObject("generation", UUID.class),
                instant(row, "requested_at"),
                row.getString("failure"),
                row.getLong("position"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    void store(Collection<PoolFold> pools) {
        jdbc.batchUpdate("""
                INSERT INTO question_pool AS stored
                    (pool, technology, level, revision, published_at, count, content, generation, requested_at, failure,
                     position)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (pool) DO UPDATE
                SET (technology, level, revision, published_at, count, content, generation, requested_at, failure,
                     position)
                  = (excluded.technology, excluded.level, excluded.revision, excluded.published_at, excluded.count,
                     excluded.content, excluded.generation, excluded.requested_at, excluded.failure, excluded.position)
                WHERE stored.position < excluded.position
                """, pools, pools.size(), PoolTable::write);
    }

    private static void write(PreparedStatement statement, PoolFold pool) throws SQLException {
        statement.setString(1, pool.pool());
        statement.setString(2, pool.technology());
        statement.setString(3, pool.level());
        statement.setInt(4, pool.revision());
        statement.setTimestamp(5, timestamp(pool.publishedAt()));
        statement.setInt(6, pool.questions().size());
        statement.setString(7, JSON.writeValueAsString(pool.questions()));
        statement.setObject(8, pool.generation());
        statement.setTimestamp(9, timestamp(pool.requestedAt()));
        statement.setString(10, pool.failure());
        statement.setLong(11, pool.position());
    }
}
