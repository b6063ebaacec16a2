package org.examledger.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Metadata as a row holds it. In the usual form, {@code {"actor":"…","correlation":"…","role":"…"}}, it is told by a
 * number for the actor and a few bytes for the correlation id; in any other form the bytes are kept. Either way the same
 * bytes come back, because they were hashed.
 *
 * @param actor who acted; absent when the form is not the usual one
 * @param correlation of usual metadata: no bytes for an empty one, 8 for 16 hexadecimal digits, 16 for a UUID
 * @param rest the metadata itself when there is no actor, else no bytes
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record PackedMetadata(@Nullable LogActor actor, byte[] correlation, byte[] rest) {

    private static final byte[] NONE = {};
    private static final int BYTES_OF_UUID = 16;
    private static final HexFormat HEX = HexFormat.of();

    /** Nothing in it has to be escaped in JSON. The migration to narrow rows knows the same form. */
    private static final Pattern USUAL = Pattern.compile("\\{\"actor\":\"([A-Za-z0-9_.:@-]{1,64})\","
            + "\"correlation\":\"(|[0-9a-f]{16}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\","
            + "\"role\":\"([a-z]{1,32})\"}");

    static PackedMetadata of(byte[] metadata) {
        var usual = USUAL.matcher(new String(metadata, StandardCharsets.ISO_8859_1));
        if (!usual.matches()) {
            return new PackedMetadata(null, NONE, metadata);
        }
        var actor = new LogActor(usual.group(1), usual.group(3));
        var packed = new PackedMetadata(actor, HEX.parseHex(usual.group(2).replace("-", "")), NONE);
        return Arrays.equals(packed.unpacked(), metadata) ? packed : new PackedMetadata(null, NONE, metadata);
    }

    /** The bytes that were hashed. */
    byte[] unpacked() {
        if (actor == null) {
            return rest;
        }
        var json = "{\"actor\":\"" + actor.person() + "\",\"correlation\":\"" + correlationText() + "\",\"role\":\""
                + actor.role() + "\"}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private String correlationText() {
        var digits = HEX.formatHex(correlation);
        return correlation.length == BYTES_OF_UUID ? withDashes(digits) : digits;
    }

    private static String withDashes(String uuid) {
        return String.join(
                "-",
                uuid.substring(0, 8),
                uuid.substring(8, 12),
                uuid.substring(12, 16),
                uuid.substring(16, 20),
                uuid.substring(20));
    }
}
