package org.examledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys as text (RFC 7468). */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    static String encode(String label, byte[] content) {
        var lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return begin(label) + "\n" + lines + "\n" + end(label) + "\n";
    }

    /** The first block of this label, whatever stands before and after it. */
    static byte[] decode(String label, String text) {
        var from = text.indexOf(begin(label));
        var to = text.indexOf(end(label));
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("there is no " + label + " in it");
        }
        return Base64.getMimeDecoder().decode(text.substring(from + begin(label).length(), to));
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
