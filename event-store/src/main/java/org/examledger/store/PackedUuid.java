package org.examledger.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/** A UUID written in lower case, in sixteen bytes. */
final class PackedUuid {

    static final int TEXT = 36;
    static final int BYTES = 16;

    private PackedUuid() {}

    static boolean standsAt(byte[] plain, int at) {
        if (plain.length - at < TEXT || plain[at + 8] != '-') {
            return false;
        }
        for (int i = 0; i < TEXT; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? plain[at + i] != '-' : !isHex(plain[at + i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'f');
    }

    static byte[] pack(byte[] plain, int at) {
        var text = new String(plain, at, TEXT, StandardCharsets.US_ASCII);
        return HexFormat.of().parseHex(text.replace("-", ""));
    }

    static byte[] unpack(byte[] packed) {
        var bits = ByteBuffer.wrap(packed);
        return new UUID(bits.getLong(), bits.getLong()).toString().getBytes(StandardCharsets.US_ASCII);
    }
}
