package org.examledger.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** A time like {@code 2026-01-02T03:04:05.678Z} in six bytes: milliseconds since 1970, big-endian. */
final class PackedTime {

    static final int TEXT = 24;
    static final int BYTES = 6;

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final long NOT_A_TIME = -1;

    private PackedTime() {}

    static boolean standsAt(byte[] plain, int at) {
        return plain.length - at >= TEXT
                && plain[at + 4] == '-'
                && plain[at + 10] == 'T'
                && plain[at + 23] == 'Z'
                && millis(plain, at) != NOT_A_TIME;
    }

    static byte[] pack(byte[] plain, int at) {
        long millis = millis(plain, at);
        return ByteBuffer.allocate(BYTES)
                .putShort((short) (millis >> 32))
                .putInt((int) millis)
                .array();
    }

    static byte[] unpack(byte[] packed) {
        var bits = ByteBuffer.wrap(packed);
        long millis = (bits.getShort() & 0xFFFFL) << 32 | bits.getInt() & 0xFFFF_FFFFL;
        return text(millis).getBytes(StandardCharsets.US_ASCII);
    }

    /** Only what would be written in exactly the same way again counts as a time. */
    private static long millis(byte[] plain, int at) {
        var text = new String(plain, at, TEXT, StandardCharsets.ISO_8859_1);
        try {
            long millis = Instant.parse(text).toEpochMilli();
            return text(millis).equals(text) ? Math.max(millis, NOT_A_TIME) : NOT_A_TIME;
        } catch (DateTimeException e) {
            return NOT_A_TIME;
        }
    }

    private static String text(long millis) {
        return MILLISECONDS.format(Instant.ofEpochMilli(millis));
    }
}
