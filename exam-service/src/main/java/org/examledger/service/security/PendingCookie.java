package org.examledger.service.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a sign-in under way in the browser, sealed (AES-GCM): it can neither be read nor made there, and no server has to
 * remember it. It lasts ten minutes and is taken away with the first answer of the issuer.
 *
 * <p>Each sign-in has a cookie of its own, named after its state, so that several tabs may be under way at once.
 */
final class PendingCookie {
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String NAME = "exam-ledger-sign-in-";

    /** With the page's cookie and no more of these a request's headers stay within the 8 KB that the server reads. */
    private static final int MOST = 3;

    private static final int NAME_BYTES = 16;
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
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        return cookie(name(pending.state(), request), value, LIFE, request);
    }

    /** Takes away the cookie of the sign-in that the issuer has answered. */
    ResponseCookie gone(HttpServletRequest request) {
        return gone(name(answered(request), request), request);
    }

    /** Takes away, to make room for one more, those that are good no more, and of the others the oldest. */
    List<ResponseCookie> crowdedOut(HttpServletRequest request) {
        var prefix = prefix(request);
        var begun = Stream.of(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                .filter(cookie -> cookie.getName().startsWith(prefix))
                .collect(Collectors.toMap(
                        Cookie::getName,
                        cookie -> opened(cookie.getValue())
                                .map(PendingSignIn::begunAt)
                                .orElse(0L),
                        Math::max,
                        LinkedHashMap::new));
        var surplus = Math.max(begun.size() - (MOST - 1), 0);
        return begun.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(Math.max(
                        surplus, begun.values().stream().filter(at -> at == 0).count()))
                .map(oldest -> gone(oldest.getKey(), request))
                .toList();
    }

    /**
     * The sign-in of this browser that the issuer answers; empty when there is none, when it is too old, or when somebody
     * made it up. Its state is still to be compared: a browser may send any cookie under any name.
     */
    Optional<PendingSignIn> in(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(answered(request), request)))
                .flatMap(cookie -> opened(cookie.getValue()));
    }

    private Optional<PendingSignIn> opened(String value) {
        try {
            var whole = Base64.getUrlDecoder().decode(value);
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

    private static ResponseCookie gone(String name, HttpServletRequest request) {
        return cookie(name, "", Duration.ZERO, request);
    }

    /** Lax: the browser comes back from another site, by a link. */
    private static ResponseCookie cookie(String name, String value, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build();
    }

    private static String answered(HttpServletRequest callback) {
        return Objects.requireNonNullElse(callback.getParameter(OAuth2ParameterNames.STATE), "");
    }

    /** Hashed, because a callback may claim any text as its state. */
    private static String name(String state, HttpServletRequest request) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return prefix(request) + HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static String prefix(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }
}
