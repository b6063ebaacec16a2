package org.examledger.query.proof;

import java.time.Instant;
import org.examledger.proof.RowHash;

/**
 * A row of the log, byte for byte.
 *
 * @param name the fact's stable name
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed through, never compared as records.
public record LoggedRow(
        long position,
        String stream,
        int sequence,
        Instant at,
        String name,
        int revision,
        byte[] metadata,
        byte[] payload,
        byte[] hash) {

    /** What its hash has to be. */
    byte[] recomputedHash() {
        return RowHash.of(stream, sequence, at.toEpochMilli(), name, revision, metadata, payload);
    }
}
