package org.examledger.query.history;

import java.time.Instant;

/**
 * A row of the log.
 *
 * @param type the fact's stable name
 * @param metadata JSON as stored
 * @param payload JSON as stored, never upcast
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed through to be written, never compared.
public record StoredEvent(
        long position,
        long sequence,
        Instant at,
        String type,
        int revision,
        String metadata,
        String payload,
        byte[] hash) {}
