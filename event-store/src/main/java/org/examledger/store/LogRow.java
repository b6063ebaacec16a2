package org.examledger.store;

import java.time.Instant;

/** One row on its way into the log: serialised and hashed, only its position is missing. */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared
record LogRow(
        String streamId,
        int sequence,
        long atMillis,
        String name,
        short revision,
        byte[] metadata,
        byte[] payload,
        byte[] hash) {

    StoredEvent storedAt(long position) {
        return new StoredEvent(
                position, streamId, sequence, Instant.ofEpochMilli(atMillis), name, revision, metadata, payload, hash);
    }

    static LogRow of(String streamId, int sequence, long atMillis, EventType type, byte[] metadata, byte[] payload) {
        var hash = RowHash.of(streamId, sequence, atMillis, type.name(), type.revision(), metadata, payload);
        return new LogRow(streamId, sequence, atMillis, type.name(), (short) type.revision(), metadata, payload, hash);
    }
}
