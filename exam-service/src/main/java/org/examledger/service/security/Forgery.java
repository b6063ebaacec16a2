package org.examledger.service.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Keeps a page of another site from sending commands in the name of whoever is signed in by cookie. The token that such a
 * command has to bring is computed from the cookie, which the other page cannot read; nothing is kept for it.
 *
 * <p>Reading needs no token, and a request with an Authorization header needs none: no browser adds that by itself. A page
 * that is being left can send plain text only, and carries the token in its body.
 */
@Component
class Forgery extends CsrfTokenRequestAttributeHandler implements CsrfTokenRepository, RequestMatcher {
    /** The portal's page calls it by another name. */
    static final Set<String> HEADERS = Set.of("X-CSRF-TOKEN", "RequestVerificationToken");

    /** Only there forms are read. */
    private static final String PORTAL = "/CMP/";

    private static final String PORTAL_FIELD = "__RequestVerificationToken";
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String PARAMETER = "csrf";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String PURPOSE = "csrf";

    private final Credentials credentials;

    Forgery(Credentials credentials) {
        this.credentials = credentials;
    }

    /** The token that commands of this page have to bring; absent for who is not signed in by cookie. */
    @Nullable
    String tokenFor(HttpServletRequest request) {
        var cookie = credentials.isByCookie(request) ? PageCookie.in(request) : null;
        return cookie == null ? null : tokenOf(cookie);
    }

    /** Whoever holds the cookie's text can compute it; no foreign page and no script does. */
    static String tokenOf(String cookie) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(cookie.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", missing);
        }
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && credentials.isByCookie(request);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var token = tokenFor(request);
        return new DefaultCsrfToken(HEADER, PARAMETER, token == null ? "none" : token);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // It is computed and not kept.
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return generateToken(request);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken csrfToken) {
        for (var header : HEADERS) {
            var value = request.getHeader(header);
            if (value != null) {
                return value;
            }
        }
        return request.getRequestURI().startsWith(PORTAL)
                ? request.getParameter(PORTAL_FIELD)
                : BeaconBody.csrfIn(request);
    }
}
