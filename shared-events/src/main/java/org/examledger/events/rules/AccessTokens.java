package org.examledger.events.rules;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.examledger.events.exam.AccessToken;

/**
 * The word that has to be known for the first start of an exam, and what is kept of it (R16): PBKDF2 with HMAC-SHA-256
 * over the word without surrounding blanks and in upper case.
 */
public final class AccessTokens {
    /** A hall of 3,000 starts within seconds, so that guessing is held up by its rate limit and less by arithmetic. */
    private static final int ITERATIONS = 1_000;

    private static final int BITS = 256;

    private AccessTokens() {}

    /**
     * What is kept of a word.
     *
     * @param salt random, at least one byte
     */
    public static AccessToken of(String word, byte[] salt) {
        return new AccessToken(
                HexFormat.of().formatHex(salt), ITERATIONS, HexFormat.of().formatHex(hash(word, salt, ITERATIONS)));
    }

    /** Whether a word is the one of which this was kept; upper and lower case are the same, nothing is never right. */
    public static boolean opens(AccessToken kept, String word) {
        if (word.isBlank()) {
            return false;
        }
        var salt = HexFormat.of().parseHex(kept.salt());
        var hash = HexFormat.of().formatHex(hash(word, salt, kept.iterations()));
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), kept.hash().getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] hash(String word, byte[] salt, int iterations) {
        var key = new PBEKeySpec(word.strip().toUpperCase(Locale.ROOT).toCharArray(), salt, iterations, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has PBKDF2 with HMAC-SHA-256", missing);
        } finally {
            key.clearPassword();
        }
    }
}
