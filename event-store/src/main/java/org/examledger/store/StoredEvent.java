package org.examledger.store;

import java.time.Instant;

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

    StoredEvent storedAt(long known) {
        return new StoredEvent(known, streamId, sequence, at, name, revision, metadata, payload, hash);
    }
}
