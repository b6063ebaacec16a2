package org.examledger.store;

import java.time.Instant;
import org.examledger.proof.RowHash;

/**
 * One row of the log as it was written, byte for byte, neither upcast nor deserialised.
 *
 * @param position 1, 2, 3 … over the whole log, without gaps
 * @param sequence 0, 1, 2 … within the stream
 * @param at server time, in milliseconds
 * @param metadata JSON object in UTF-8, or no bytes at all
 * @param payload JSON in UTF-8
 * @param hash see {@link RowHash}
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared
public record StoredEvent(
        long position,
        String streamId,
        int sequence,
        Instant at,
        String name,
        int revision,
        byte[] metadata,
        byte[] payload,
        byte[] hash) {

    private static final long NOWHERE = 0;

    /** A row on its way into the log: serialised and hashed, only its position is missing. */
    static StoredEvent sealed(
            String streamId, int sequence, long atMillis, EventType type, byte[] metadata, byte[] payload) {
        var hash = RowHash.of(streamId, sequence, atMillis, type.name(), type.revision(), metadata, payload);
        var at = Instant.ofEpochMilli(atMillis);
        return new StoredEvent(NOWHERE, streamId, sequence, at, type.name(), type.revision(), metadata, payload, hash);
    }

    /** What the row's hash has to be; another one than {@link #hash} means that the row was changed. */
    public byte[] recomputedHash() {
        return RowHash.of(streamId, sequence, at.toEpochMilli(), name, revision, metadata, payload);
    }

    StoredEvent storedAt(long known) {
        return new StoredEvent(known, streamId, sequence, at, name, revision, metadata, payload, hash);
    }
}
