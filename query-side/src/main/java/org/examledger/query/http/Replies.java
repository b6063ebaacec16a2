package org.examledger.query.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;

/** Gives replies the headers that all queries have in common. */
@Component
public class Replies {
    /** The position a reply was computed at. */
    public static final String READ_POSITION = "X-Read-Position";

    private static final int TAG_BYTES = 12;

    private final JsonMapper json;

    Replies(JsonMapper json) {
        this.json = json;
    }

    /**
     * A reply that a client may keep and ask about again; Spring answers 304 when its tag is still the same.
     *
     * @param still the value without what ticks; the tag is made of it. It is weak, because what ticks may differ.
     */
    public <T> ResponseEntity<T> tagged(Reading<T> reading, Object still) {
        return tagged(reading, json.writeValueAsBytes(still));
    }

    /** The same for what is written already; the tag is made of its bytes as they are. */
    public ResponseEntity<byte[]> taggedBytes(Reading<byte[]> written) {
        return tagged(written, written.value());
    }

    private static <T> ResponseEntity<T> tagged(Reading<T> reading, byte[] still) {
        return ResponseEntity.ok()
                .header(READ_POSITION, Long.toString(reading.position()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("W/\"" + digest(still) + '"')
                .body(reading.value());
    }

    /**
     * The same for what costs something to draw: that is done only for a caller who does not have it yet.
     *
     * @param tag differs whenever anything but what ticks does
     */
    public <T> ResponseEntity<T> unlessKnown(WebRequest request, String tag, long position, Supplier<T> value) {
        var weak = "W/\"" + tag + '"';
        var known = request.checkNotModified(weak);
        var reply = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .header(READ_POSITION, Long.toString(position))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(weak);
        return known ? reply.build() : reply.body(value.get());
    }

    /** A reply that nobody may keep. */
    public <T> ResponseEntity<T> unstored(Reading<T> reading) {
        return ResponseEntity.ok()
                .header(READ_POSITION, Long.toString(reading.position()))
                .cacheControl(CacheControl.noStore())
                .body(reading.value());
    }

    private static String digest(byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
