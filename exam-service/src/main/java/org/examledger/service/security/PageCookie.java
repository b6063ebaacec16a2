package org.examledger.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * The cookie by which a page is signed in. It holds a token like those of API clients, so that nothing is kept for it on
 * the server; scripts cannot read it, and other sites' pages cannot have it sent with a command.
 */
final class PageCookie {
    private static final String NAME = "exam-ledger";

    /** With this prefix a browser takes it from this very host only, and over TLS only. */
    private static final String HOST_NAME = "__Host-" + NAME;

    private PageCookie() {}

    static ResponseCookie holding(String token, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(request.isSecure() ? HOST_NAME : NAME, token)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build();
    }

    /** Takes it away again. */
    static ResponseCookie gone(HttpServletRequest request) {
        return holding("", Duration.ZERO, request);
    }

    /** The token in the cookie; absent when there is none. */
    static @Nullable String in(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        var wanted = request.isSecure() ? HOST_NAME : NAME;
        for (var cookie : cookies) {
            if (wanted.equals(cookie.getName()) && !cookie.getValue().isEmpty()) {
                return cookie.getValue();
            }
        }
        return null;
    }
}
