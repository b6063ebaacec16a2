package org.examledger.service.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.stereotype.Component;

/**
 * Finds the token of a request: in its Authorization header, and only where there is no such header, in the cookie of a
 * page. A cookie that has ended does not keep anybody from what is open to everyone.
 */
@Component
class Credentials implements BearerTokenResolver {
    private static final String BY_COOKIE = Credentials.class.getName() + ".by-cookie";
    private static final String BEARER = "Bearer ";

    private final RouteTable routes;

    Credentials(RouteTable routes) {
        this.routes = routes;
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return bearer(header);
        }
        return isByCookie(request) ? PageCookie.in(request) : null;
    }

    /** A token is judged by its signature; matching its characters before would only cost time with every click. */
    private static @Nullable String bearer(String header) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        var token = header.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }

    /** Whether whoever asks is known by his cookie, so that another site's page could have sent him. */
    boolean isByCookie(HttpServletRequest request) {
        if (request.getAttribute(BY_COOKIE) instanceof Boolean known) {
            return known;
        }
        var byCookie = request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && PageCookie.in(request) != null
                && !routes.isOpen(request.getMethod(), request.getRequestURI());
        request.setAttribute(BY_COOKIE, byCookie);
        return byCookie;
    }
}
