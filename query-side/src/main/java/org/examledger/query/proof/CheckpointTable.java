package org.examledger.query.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.examledger.proof.Checkpoint;
import org.examledger.proof.SignedNote;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The checkpoints inside the database. */
final class CheckpointTable {
    private final JdbcClient jdbc;

    CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row as it stands there, whether or not it is true. */
    record Row(long size, Instant signedAt, String keyId, String note) {}

    void add(Checkpoint checkpoint, SignedNote note) {
        jdbc.sql("""
                INSERT INTO log_checkpoint (size, signed_at, key_id, note) VALUES (?, ?, ?, ?)
                ON CONFLICT (size) DO NOTHING
                """)
                .param(checkpoint.size())
                .param(Timestamp.from(checkpoint.at()))
                .param(note.signatures().getFirst().keyId())
                .param(note.toString())
                .update();
    }

    /** Checkpoints of less than a size, the newest first. */
    List<Row> below(long size, int limit) {
        return jdbc.sql("SELECT * FROM log_checkpoint WHERE size < ? ORDER BY size DESC LIMIT ?")
                .param(size)
                .param(limit)
                .query(CheckpointTable::row)
                .list();
    }

    /** Checkpoints of more than a size, in order. */
    List<Row> above(long size) {
        return jdbc.sql("SELECT * FROM log_checkpoint WHERE size > ? ORDER BY size")
                .param(size)
                .query(CheckpointTable::row)
                .list();
    }

    Optional<Row> newest() {
        return below(Long.MAX_VALUE, 1).stream().findFirst();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("size"),
                row.getTimestamp("signed_at").toInstant(),
                row.getString("key_id"),
                row.getString("note"));
    }
}
