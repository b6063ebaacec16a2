package org.examledger.store;

import java.time.Instant;

/**
 * One row on its way into the log: serialised, hashed and packed, only its position is missing.
 *
 * @param sealed the row as readers will see it, at no position yet
 */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared
record LogRow(StoredEvent sealed, byte[] streamKey, byte[] packedMetadata, byte[] packedPayload) {

    private static final int NOWHERE = 0;

    static LogRow of(String streamId, int sequence, long atMillis, EventType type, byte[] metadata, byte[] payload) {
        var hash = RowHash.of(streamId, sequence, atMillis, type.name(), type.revision(), metadata, payload);
        var at = Instant.ofEpochMilli(atMillis);
        return new LogRow(
                new StoredEvent(NOWHERE, streamId, sequence, at, type.name(), type.revision(), metadata, payload, hash),
                StreamKey.of(streamId),
                Shorthand.pack(metadata),
                Shorthand.pack(payload));
    }

    StoredEvent storedAt(long position) {
        return sealed.storedAt(position);
    }
}
