package org.examledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Computes the SHA-256 that seals a row of the log, so that anyone holding the row can check it without this service.
 *
 * <p>The digest is taken over seven fields in this order, each written as its length in bytes (four bytes,
 * big-endian) followed by its bytes:
 *
 * <ol>
 *   <li>stream id, UTF-8
 *   <li>sequence, four bytes big-endian
 *   <li>time, milliseconds since 1970-01-01T00:00Z, eight bytes big-endian
 *   <li>name, UTF-8
 *   <li>revision, four bytes big-endian
 *   <li>metadata, the stored bytes (possibly none)
 *   <li>payload, the stored bytes
 * </ol>
 *
 * <p>The position is not part of it: it is only known once the row is stored. Positions have no gaps, so a missing or
 * moved row shows without a hash.
 */
public final class RowHash {

    private RowHash() {}

    /** Returns the 32 bytes for the given fields of a row. */
    public static byte[] of(
            String streamId, int sequence, long atMillis, String name, int revision, byte[] metadata, byte[] payload) {
        var sha256 = Sha256.begin();
        update(sha256, streamId.getBytes(StandardCharsets.UTF_8));
        update(sha256, ByteBuffer.allocate(4).putInt(sequence).array());
        update(sha256, ByteBuffer.allocate(8).putLong(atMillis).array());
        update(sha256, name.getBytes(StandardCharsets.UTF_8));
        update(sha256, ByteBuffer.allocate(4).putInt(revision).array());
        update(sha256, metadata);
        update(sha256, payload);
        return sha256.digest();
    }

    private static void update(MessageDigest sha256, byte[] field) {
        sha256.update(ByteBuffer.allocate(4).putInt(field.length).array());
        sha256.update(field);
    }
}
