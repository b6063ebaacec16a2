package org.examledger.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.examledger.service.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sends people to the issuer, and signs their pages in when they come back. */
@RestController
@IssuerConfiguration.WhereAClientIsSet
class IssuerSignInController {
    /** What a browser takes in a cookie, with some room for its name and attributes. */
    private static final int LONGEST_TOKEN = 3_800;

    private final CodeFlow flow;
    private final PendingCookie pendingCookie;
    private final SecurityEvents events;
    private final Clock clock;

    IssuerSignInController(CodeFlow flow, PendingCookie pendingCookie, SecurityEvents events, Clock clock) {
        this.flow = flow;
        this.pendingCookie = pendingCookie;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    ResponseEntity<Void> begin(@RequestParam(required = false) @Nullable String to, HttpServletRequest request) {
        var asked = flow.begin(request);
        var pending = CodeFlow.pending(asked, LocalPath.of(to), clock.instant().getEpochSecond());
        var cookies = new ArrayList<>(pendingCookie.crowdedOut(request));
        cookies.add(pendingCookie.holding(pending, request));
        return sent(asked.getAuthorizationRequestUri(), cookies);
    }

    @GetMapping(IssuerClient.CALLBACK)
    ResponseEntity<?> comeBack(HttpServletRequest request) {
        var pending = pendingCookie.in(request);
        if (pending.isEmpty()) {
            return refused("no-sign-in-under-way", request);
        }
        try {
            var token = flow.end(pending.get(), request);
            if (token.getTokenValue().length() > LONGEST_TOKEN) {
                return refused("token-too-long", request);
            }
            events.signedIn(request, SignedIn.personOf(token));
            return sent(
                    pending.get().to(),
                    List.of(
                            PageCookie.holding(token.getTokenValue(), remaining(token), request),
                            pendingCookie.gone(request)));
        } catch (OAuth2AuthenticationException no) {
            return refused("issuer:" + no.getError().getErrorCode(), request);
        } catch (BadJwtException no) {
            return refused("access-token", request);
        } catch (JwtException away) {
            // Neither good nor bad: the issuer's keys or the database cannot be asked.
            throw new DataAccessResourceFailureException("Tokens cannot be checked now", away);
        }
    }

    private Duration remaining(Jwt token) {
        var end = Objects.requireNonNull(token.getExpiresAt(), "The token rules demand an end");
        var left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static ResponseEntity<Void> sent(String where, List<ResponseCookie> cookies) {
        var response = ResponseEntity.status(HttpStatus.SEE_OTHER)
                .cacheControl(CacheControl.noStore())
                .location(URI.create(where));
        for (var cookie : cookies) {
            response.header(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return response.build();
    }

    private ResponseEntity<?> refused(String why, HttpServletRequest request) {
        events.signInRefused(request, null, SecurityEvents.quoted(why));
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.SET_COOKIE, pendingCookie.gone(request).toString())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(HttpStatus.UNAUTHORIZED, "The sign-in did not succeed; begin again at /sign-in."));
    }
}
