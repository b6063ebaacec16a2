package org.examledger.proof;

import java.util.Base64;
import java.util.Optional;

/**
 * What a worker keeps of a session that has ended: which row ended it. Signed as a note of five lines: origin and
 * {@code /receipt}, stream, sequence, position, hash in base64.
 *
 * @param origin which log it is; the suffix keeps a receipt from ever being taken for a checkpoint
 * @param hash of the row, see {@link RowHash}
 */
@SuppressWarnings("ArrayRecordComponent") // carried, compared where it is checked
public record Receipt(String origin, String stream, long sequence, long position, byte[] hash) {
    private static final String SUFFIX = "/receipt";

    /** What is signed. */
    public String text() {
        return origin + SUFFIX + "\n" + stream + "\n" + sequence + "\n" + position + "\n"
                + Base64.getEncoder().encodeToString(hash) + "\n";
    }

    /** Reads what {@link #text} wrote; empty for anything else. */
    public static Optional<Receipt> parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length != 6 || !lines[0].endsWith(SUFFIX) || !lines[5].isEmpty()) {
            return Optional.empty();
        }
        try {
            var receipt = new Receipt(
                    lines[0].substring(0, lines[0].length() - SUFFIX.length()),
                    lines[1],
                    Long.parseLong(lines[2]),
                    Long.parseLong(lines[3]),
                    Base64.getDecoder().decode(lines[4]));
            return receipt.text().equals(text) ? Optional.of(receipt) : Optional.empty();
        } catch (IllegalArgumentException somethingElse) {
            return Optional.empty();
        }
    }
}
