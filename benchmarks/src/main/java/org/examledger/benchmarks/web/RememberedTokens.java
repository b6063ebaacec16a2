package org.examledger.benchmarks.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Verifies a token once a minute, as ours does: a worker sends the same token with every click. */
final class RememberedTokens implements JwtDecoder {
    private final JwtDecoder verifier;
    private final Cache<String, Jwt> verified = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(60))
            .build();

    RememberedTokens(JwtDecoder verifier) {
        this.verifier = verifier;
    }

    @Override
    public Jwt decode(String text) {
        var known = verified.getIfPresent(text);
        if (known != null) {
            return known;
        }
        var token = verifier.decode(text);
        verified.put(text, token);
        return token;
    }
}
