package org.examledger.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Stores a stream id in 18 bytes instead of 44 when it is a known kind and a UUID, in the {@link Shorthand}'s codes.
 *
 * <p>A stream must have one key for ever, so the kinds are frozen: a new fragment of the shorthand is not used here.
 */
final class StreamKey {

    /** {@code session:}, {@code exam:}, {@code draft:} and {@code pool:}, the first fragments. */
    private static final int KINDS = 4;

    private StreamKey() {}

    static byte[] of(String streamId) {
        var key = new ByteArrayOutputStream();
        var rest = streamId;
        for (int kind = 0; kind < KINDS; kind++) {
            var prefix = Shorthand.FRAGMENTS.get(kind);
            if (streamId.startsWith(prefix)) {
                key.write(Shorthand.FIRST_FRAGMENT + kind);
                rest = streamId.substring(prefix.length());
            }
        }
        var bytes = rest.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == PackedUuid.TEXT && PackedUuid.standsAt(bytes, 0)) {
            key.write(Shorthand.UUID);
            key.writeBytes(PackedUuid.pack(bytes, 0));
        } else {
            refuseControlCharacters(streamId);
            key.writeBytes(bytes);
        }
        return key.toByteArray();
    }

    static String idOf(byte[] key) {
        return new String(Shorthand.unpack(key), StandardCharsets.UTF_8);
    }

    private static void refuseControlCharacters(String streamId) {
        if (streamId.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("a stream id has no control characters");
        }
    }
}
