package org.examledger.service.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.examledger.events.Actor.Role;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Makes and verifies the tokens of demo users, whose password everybody knows. */
final class DemoTokens {
    static final String ISSUER = "exam-ledger-demo";
    static final Duration LIFE = Duration.ofHours(12);
    private static final String PASSWORD = "demo";
    private static final Pattern WORKER = Pattern.compile("worker-[1-9][0-9]{0,17}");

    private final JwtEncoder encoder;
    private final SecretKey key;
    private final String audience;
    private final Clock clock;

    DemoTokens(SecretKey key, String audience, Clock clock) {
        this.encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
        this.key = key;
        this.audience = audience;
        this.clock = clock;
    }

    /** The role of a demo user; empty when there is no such user or the password is wrong. */
    static Optional<Role> roleOf(String username, String password) {
        if (!PASSWORD.equals(password)) {
            return Optional.empty();
        }
        return switch (username) {
            case "hc" -> Optional.of(Role.HC);
            case "auditor" -> Optional.of(Role.AUDITOR);
            case "admin" -> Optional.of(Role.ADMIN);
            default -> WORKER.matcher(username).matches() ? Optional.of(Role.WORKER) : Optional.empty();
        };
    }

    String issue(String username, Role role) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(audience))
                .subject(username)
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .id(UUID.randomUUID().toString())
                .claim("roles", List.of(role.word()))
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    JwtDecoder verifier() {
        var verifier = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        verifier.setJwtValidator(TokenRules.of(ISSUER, audience, Duration.ZERO));
        return verifier;
    }
}
