package org.examledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A row of {@code log_event} with numbers where a {@link StoredEvent} has names; see {@link LogNames}.
 *
 * @param actorNo {@link NumberedRows#NOBODY} when the metadata is kept as it is
 * @param correlation see {@link PackedMetadata}
 * @param metadata likewise
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record NarrowRow(
        long position,
        Instant at,
        int streamNo,
        int sequence,
        int actorNo,
        int typeNo,
        byte[] correlation,
        byte[] metadata,
        byte[] hash,
        byte[] payload) {

    /** In the order in which {@link #of} reads them. */
    static final String COLUMNS =
            "position, occurred_at, stream_no, sequence, actor_no, type_no, correlation, metadata, hash, payload";

    static NarrowRow of(ResultSet row) throws SQLException {
        return new NarrowRow(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5), // null reads as 0
                row.getInt(6),
                row.getBytes(7),
                row.getBytes(8),
                row.getBytes(9),
                row.getBytes(10));
    }
}
