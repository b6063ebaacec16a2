package org.examledger.store;

import java.time.Instant;

/**
 * One row on its way into the log: serialised and hashed, only its position is missing.
 *
 * @param sealed the row as readers will see it, at no position yet
 */
record LogRow(StoredEvent sealed) {

    private static final int NOWHERE = 0;

    static LogRow of(String streamId, int sequence, long atMillis, EventType type, byte[] metadata, byte[] payload) {
        var hash = RowHash.of(streamId, sequence, atMillis, type.name(), type.revision(), metadata, payload);
        var at = Instant.ofEpochMilli(atMillis);
        return new LogRow(new StoredEvent(
                NOWHERE, streamId, sequence, at, type.name(), type.revision(), metadata, payload, hash));
    }

    StoredEvent storedAt(long position) {
        return sealed.storedAt(position);
    }
}
