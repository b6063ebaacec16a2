package org.examledger.benchmarks.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.crypto.SecretKey;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands out tokens at the same route and with the same claims as our demo. */
@RestController
final class TokenController {
    static final String PATH = "/api/v1/demo/token";

    private final JwtEncoder encoder;

    TokenController(SecretKey key) {
        encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
    }

    record Login(String username, String password) {}

    record AccessToken(String accessToken, String tokenType, long expiresIn) {}

    @PostMapping(PATH)
    AccessToken token(@RequestBody Login login) {
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .issuer("exam-ledger-demo")
                .audience(List.of("exam-ledger"))
                .subject(login.username())
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofHours(12)))
                .claim("roles", List.of(login.username().equals("hc") ? "hc" : "worker"))
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return new AccessToken(
                encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue(), "Bearer", 43_200);
    }
}
