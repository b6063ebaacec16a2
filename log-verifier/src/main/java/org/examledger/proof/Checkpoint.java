package org.examledger.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;

/**
 * What the log was at a moment: how many rows, and the root of the tree over them. Signed, it is a checkpoint of C2SP's
 * tlog-checkpoint: origin, size in decimal, root in base64, and {@code time <instant>} as an extension, a line each.
 *
 * @param origin which log it is; not empty, without spaces and plus signs
 * @param size the position of the last row
 * @param at in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // roots are compared where they are checked
public record Checkpoint(String origin, long size, byte[] root, Instant at) {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String TIME = "time ";
    private static final int ROOT_BYTES = 32;

    /** What is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n" + TIME
                + MILLISECONDS.format(at) + "\n";
    }

    /** Reads what {@link #text} wrote; empty for anything else. */
    public static Optional<Checkpoint> parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length != 5 || !lines[3].startsWith(TIME) || !lines[4].isEmpty()) {
            return Optional.empty();
        }
        try {
            var root = Base64.getDecoder().decode(lines[2]);
            var checkpoint = new Checkpoint(
                    lines[0], Long.parseLong(lines[1]), root, Instant.parse(lines[3].substring(TIME.length())));
            return root.length == ROOT_BYTES && checkpoint.text().equals(text)
                    ? Optional.of(checkpoint)
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException somethingElse) {
            return Optional.empty();
        }
    }
}
