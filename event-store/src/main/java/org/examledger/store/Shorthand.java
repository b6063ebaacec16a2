package org.examledger.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.serialization.SerializationException;

/**
 * Stores the JSON of facts in about a third of its bytes, and gives the exact bytes back.
 *
 * <p>JSON never holds raw control characters, so the bytes below 0x20 are free to stand for something longer:
 *
 * <ul>
 *   <li>0x00, only as the first byte: everything after it stands for itself
 *   <li>0x01 and 16 bytes: a UUID in lower case
 *   <li>0x02 and 6 bytes, big-endian: milliseconds since 1970, for a time like {@code 2026-01-02T03:04:05.678Z}
 *   <li>0x03 to 0x1F: one of the {@link #FRAGMENTS}
 *   <li>every other byte stands for itself
 * </ul>
 *
 * <p>The SQL function {@code log_text} of the migration reads the same shorthand. Fragments are part of the stored
 * format: new ones may follow the last, in both places, and none is ever changed or removed. As with facts, a release
 * must know a new one before another release writes it.
 */
final class Shorthand {

    static final int FIRST_FRAGMENT = 3;

    static final List<String> FRAGMENTS = List.of(
            "session:",
            "exam:",
            "draft:",
            "pool:",
            "{\"questionId\":",
            ",\"optionIds\":[",
            "],\"pageIndex\":",
            "{\"pageIndex\":",
            ",\"epoch\":",
            ",\"clientSeq\":",
            ",\"clientTime\":\"",
            "\",\"commandId\":\"",
            ",\"commandId\":\"",
            "\"}",
            "{\"actor\":\"",
            "\",\"correlation\":\"",
            "\",\"role\":\"worker\"}",
            "\",\"role\":\"",
            "{\"visibility\":\"");

    static final int VERBATIM = 0;
    static final int UUID = 1;
    static final int TIME = 2;

    private static final byte[][] FRAGMENT_BYTES = FRAGMENTS.stream()
            .map(fragment -> fragment.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);

    private Shorthand() {}

    static byte[] pack(byte[] plain) {
        var packed = new ByteArrayOutputStream(plain.length / 2 + 16);
        int at = 0;
        while (at < plain.length) {
            if (plain[at] >= 0 && plain[at] < ' ') {
                return verbatim(plain);
            }
            at += packOne(plain, at, packed);
        }
        return packed.toByteArray();
    }

    private static byte[] verbatim(byte[] plain) {
        return ByteBuffer.allocate(plain.length + 1)
                .put((byte) VERBATIM)
                .put(plain)
                .array();
    }

    /** Packs what stands at the given place and returns how many plain bytes that were. */
    private static int packOne(byte[] plain, int at, ByteArrayOutputStream packed) {
        if (PackedUuid.standsAt(plain, at)) {
            packed.write(UUID);
            packed.writeBytes(PackedUuid.pack(plain, at));
            return PackedUuid.TEXT;
        }
        if (PackedTime.standsAt(plain, at)) {
            packed.write(TIME);
            packed.writeBytes(PackedTime.pack(plain, at));
            return PackedTime.TEXT;
        }
        for (int i = 0; i < FRAGMENT_BYTES.length; i++) {
            if (startsWith(plain, at, FRAGMENT_BYTES[i])) {
                packed.write(FIRST_FRAGMENT + i);
                return FRAGMENT_BYTES[i].length;
            }
        }
        packed.write(plain[at]);
        return 1;
    }

    static byte[] unpack(byte[] packed) {
        var plain = new ByteArrayOutputStream(packed.length * 3);
        var source = ByteBuffer.wrap(packed);
        while (source.hasRemaining()) {
            int code = source.get();
            switch (code) {
                case VERBATIM -> plain.writeBytes(next(source, source.remaining()));
                case UUID -> plain.writeBytes(PackedUuid.unpack(next(source, PackedUuid.BYTES)));
                case TIME -> plain.writeBytes(PackedTime.unpack(next(source, PackedTime.BYTES)));
                default -> {
                    if (code > TIME && code < ' ') {
                        plain.writeBytes(fragment(code));
                    } else {
                        plain.write(code);
                    }
                }
            }
        }
        return plain.toByteArray();
    }

    private static byte[] fragment(int code) {
        if (code - FIRST_FRAGMENT >= FRAGMENT_BYTES.length) {
            throw new SerializationException("this release cannot read fragment " + code + " of the shorthand");
        }
        return FRAGMENT_BYTES[code - FIRST_FRAGMENT];
    }

    private static byte[] next(ByteBuffer source, int length) {
        var bytes = new byte[length];
        source.get(bytes);
        return bytes;
    }

    private static boolean startsWith(byte[] plain, int at, byte[] fragment) {
        if (plain.length - at < fragment.length || plain[at] != fragment[0]) {
            return false;
        }
        for (int i = 1; i < fragment.length; i++) {
            if (plain[at + i] != fragment[i]) {
                return false;
            }
        }
        return true;
    }
}
