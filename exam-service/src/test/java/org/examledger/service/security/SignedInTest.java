package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.examledger.events.Actor.Role;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class SignedInTest {
    @Test
    void who_somebody_is_here_is_ours_to_say_and_the_rest_is_the_issuers() {
        var token = Jwt.withTokenValue("a.b.c")
                .header("alg", "RS256")
                .subject("W-1")
                .claim("person", "somebody else")
                .claim("roles", List.of("hc"))
                .issuedAt(Instant.EPOCH)
                .expiresAt(Instant.EPOCH.plusSeconds(60))
                .build();

        var known = SignedIn.as("his opaque id", token);

        assertThat(SignedIn.personOf(known)).isEqualTo("his opaque id");
        assertThat(SignedIn.rolesOf(known)).containsExactly(Role.HC);
        assertThat(known.getSubject()).isEqualTo("W-1");
        assertThat(known.getTokenValue()).isEqualTo("a.b.c");
        assertThat(known.getIssuedAt()).isEqualTo(token.getIssuedAt());
        assertThat(known.getExpiresAt()).isEqualTo(token.getExpiresAt());
    }
}
