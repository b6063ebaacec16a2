package org.examledger.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a sign-in under way in the browser, sealed (AES-GCM): it can neither be read nor made there, and no server has to
 * remember it. It lasts ten minutes and is taken away with the first answer of the issuer.
 */
final class PendingCookie {
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String NAME = "exam-ledger-sign-in";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final int IV_BYTES = 12;

    private final SecretKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PendingCookie(SecretKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    ResponseCookie holding(PendingSignIn pending, HttpServletRequest request) {
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        var sealed = crypt(Cipher.ENCRYPT_MODE, iv, JSON.writeValueAsBytes(pending));
        var whole = Arrays.copyOf(iv, IV_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, IV_BYTES, sealed.length);
        return cookie(Base64.getUrlEncoder().withoutPadding().encodeToString(whole), LIFE, request);
    }

    ResponseCookie gone(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    /** The sign-in that this browser began; empty when there is none, when it is too old, or when somebody made it up. */
    Optional<PendingSignIn> in(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name(request));
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            var whole = Base64.getUrlDecoder().decode(cookie.getValue());
            if (whole.length <= IV_BYTES) {
                return Optional.empty();
            }
            var json = crypt(
                    Cipher.DECRYPT_MODE,
                    Arrays.copyOf(whole, IV_BYTES),
                    Arrays.copyOfRange(whole, IV_BYTES, whole.length));
            return Optional.of(JSON.readValue(json, PendingSignIn.class))
                    .filter(pending -> clock.instant().getEpochSecond() - pending.begunAt() < LIFE.toSeconds());
        } catch (IllegalArgumentException | IllegalStateException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] crypt(int mode, byte[] iv, byte[] text) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException notSealedByUs) {
            throw new IllegalStateException("What was sealed cannot be opened", notSealedByUs);
        }
    }

    /** Lax: the browser comes back from another site, by a link. */
    private static ResponseCookie cookie(String value, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build();
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }
}
