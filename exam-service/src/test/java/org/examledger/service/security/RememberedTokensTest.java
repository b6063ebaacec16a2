package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final AtomicInteger verifications = new AtomicInteger();
    private final Clock clock = InstantSource.system().withZone(ZoneOffset.UTC);

    private Jwt verify(String text) {
        verifications.incrementAndGet();
        if (text.startsWith("bad")) {
            throw new BadJwtException("bad");
        }
        return Jwt.withTokenValue(text)
                .header("alg", "HS256")
                .subject("worker-51")
                .expiresAt(NOON.plusSeconds(30))
                .build();
    }

    private Clock movable() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    @Test
    void a_token_is_verified_once_and_never_trusted_past_its_end() {
        var tokens = new RememberedTokens(this::verify, movable());
        tokens.decode("token-a");
        tokens.decode("token-a");
        assertThat(verifications).hasValue(1);
        now.set(NOON.plusSeconds(30));
        tokens.decode("token-a");
        assertThat(verifications).hasValue(2);
    }

    @Test
    void a_refused_token_is_not_remembered() {
        var tokens = new RememberedTokens(this::verify, movable());
        assertThatThrownBy(() -> tokens.decode("bad-b")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad-b")).isInstanceOf(BadJwtException.class);
        assertThat(verifications).hasValue(2);
    }
}
