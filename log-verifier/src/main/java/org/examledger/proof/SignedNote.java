package org.examledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures below it, in the format of C2SP's signed-note: the text, an empty line, and one line a
 * signature, {@code — <name> <base64 of key id and signature>}. What is signed is the text with its last line break and
 * without the empty line.
 *
 * @param text ends with a line break
 */
public record SignedNote(String text, List<Signature> signatures) {
    private static final String BEGIN = "— ";
    private static final int ID_BYTES = 4;

    /**
     * One line.
     *
     * @param keyId eight hexadecimal digits, see {@link VerifyingKey#idAs}
     * @param signature 64 bytes of Ed25519
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Signature(String name, String keyId, byte[] signature) {
        String line() {
            var id = HexFormat.of().parseHex(keyId);
            var both = new byte[id.length + signature.length];
            System.arraycopy(id, 0, both, 0, id.length);
            System.arraycopy(signature, 0, both, id.length, signature.length);
            return BEGIN + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
        }

        static Optional<Signature> parse(String line) {
            var words = line.split(" ", -1);
            if (!line.startsWith(BEGIN) || words.length != 3) {
                return Optional.empty();
            }
            try {
                var both = Base64.getDecoder().decode(words[2]);
                if (both.length <= ID_BYTES) {
                    return Optional.empty();
                }
                var signature = new byte[both.length - ID_BYTES];
                System.arraycopy(both, ID_BYTES, signature, 0, signature.length);
                return Optional.of(new Signature(words[1], HexFormat.of().formatHex(both, 0, ID_BYTES), signature));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }
    }

    /** Reads a note; empty when it is none, or has no signature. */
    public static Optional<SignedNote> parse(String note) {
        var end = note.lastIndexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        var signatures = new ArrayList<Signature>();
        for (var line : note.substring(end + 2).lines().toList()) {
            var signature = Signature.parse(line);
            if (signature.isEmpty()) {
                return Optional.empty();
            }
            signatures.add(signature.get());
        }
        return signatures.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignedNote(note.substring(0, end + 1), List.copyOf(signatures)));
    }

    /** Whether one of these keys signed it. */
    public boolean isSignedByOneOf(Iterable<VerifyingKey> keys) {
        for (var key : keys) {
            if (signatures.stream().anyMatch(it -> key.signed(it, signedBytes()))) {
                return true;
            }
        }
        return false;
    }

    byte[] signedBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The note as it is written down. */
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(it -> note.append(it.line()));
        return note.toString();
    }
}
