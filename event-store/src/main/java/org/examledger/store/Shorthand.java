package org.examledger.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.HexFormat;
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
    static final int UUID_TEXT = 36;

    private static final int TIME_TEXT = 24;
    private static final int TIME_BYTES = 6;
    private static final int UUID_BYTES = 16;
    private static final byte[][] FRAGMENT_BYTES = FRAGMENTS.stream()
            .map(fragment -> fragment.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

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
        if (isUuid(plain, at)) {
            packed.write(UUID);
            packed.writeBytes(uuid(text(plain, at, UUID_TEXT)));
            return UUID_TEXT;
        }
        if (packTime(plain, at, packed)) {
            return TIME_TEXT;
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
                case UUID -> plain.writeBytes(utf8(uuidText(next(source, UUID_BYTES))));
                case TIME -> plain.writeBytes(utf8(timeText(next(source, TIME_BYTES))));
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

    static boolean isUuid(byte[] plain, int at) {
        if (plain.length - at < UUID_TEXT || plain[at + 8] != '-') {
            return false;
        }
        for (int i = 0; i < UUID_TEXT; i++) {
            byte b = plain[at + i];
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? b != '-' : !(b >= '0' && b <= '9' || b >= 'a' && b <= 'f')) {
                return false;
            }
        }
        return true;
    }

    static byte[] uuid(String text) {
        return HexFormat.of().parseHex(text.replace("-", ""));
    }

    private static String uuidText(byte[] bytes) {
        var bits = ByteBuffer.wrap(bytes);
        return new java.util.UUID(bits.getLong(), bits.getLong()).toString();
    }

    private static boolean packTime(byte[] plain, int at, ByteArrayOutputStream packed) {
        if (plain.length - at < TIME_TEXT || plain[at + 10] != 'T' || plain[at + 23] != 'Z' || plain[at + 4] != '-') {
            return false;
        }
        var text = text(plain, at, TIME_TEXT);
        try {
            long millis = Instant.parse(text).toEpochMilli();
            var bytes = ByteBuffer.allocate(8).putLong(millis).array();
            if (millis < 0 || !timeText(Arrays.copyOfRange(bytes, 2, 8)).equals(text)) {
                return false;
            }
            packed.write(TIME);
            packed.write(bytes, 2, TIME_BYTES);
            return true;
        } catch (DateTimeException e) {
            return false; // only looks like a time, and stands for itself
        }
    }

    private static String timeText(byte[] sixBytes) {
        var eight = ByteBuffer.allocate(8).putShort((short) 0).put(sixBytes).flip();
        return MILLISECONDS.format(Instant.ofEpochMilli(eight.getLong()));
    }

    private static String text(byte[] plain, int at, int length) {
        return new String(plain, at, length, StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
