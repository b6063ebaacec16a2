package org.examledger.service.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies a token once and remembers the outcome for a minute, never past its end: a worker sends the same token with
 * every click. Refused tokens are not remembered.
 */
class RememberedTokens implements JwtDecoder {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int TOKENS = 20_000;

    private final JwtDecoder verifier;
    private final Clock clock;
    private final Cache<String, Jwt> verified = Caffeine.newBuilder()
            .maximumSize(TOKENS)
            .expireAfter(Expiry.<String, Jwt>creating((text, token) -> remaining(token)))
            .build();

    RememberedTokens(JwtDecoder verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String text) {
        var known = verified.getIfPresent(text);
        if (known != null && end(known).isAfter(clock.instant())) {
            return known;
        }
        var token = verifier.decode(text);
        verified.put(text, token);
        return token;
    }

    /** Has a token verified anew when it comes again. */
    void forget(String text) {
        verified.invalidate(text);
    }

    /** Has every token verified anew. */
    void forgetAll() {
        verified.invalidateAll();
    }

    private Duration remaining(Jwt token) {
        var left = Duration.between(clock.instant(), end(token));
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    private static Instant end(Jwt token) {
        return Objects.requireNonNull(token.getExpiresAt(), "The token rules demand an end");
    }
}
