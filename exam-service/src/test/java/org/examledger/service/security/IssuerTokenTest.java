package org.examledger.service.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** An identity provider as production has one, in thirty lines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuerTokenTest {
    private HttpServer provider;
    private RSAKey key;
    private String issuer;
    private JwtDecoder verifier;

    @BeforeAll
    void startProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("key-1").generate();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
        serve("/.well-known/openid-configuration", """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","subject_types_supported":["public"],
                 "authorization_endpoint":"%1$s/a","response_types_supported":["code"]}""".formatted(issuer));
        serve("/keys", new JWKSet(key.toPublicJWK()).toString());
        provider.start();
        verifier =
                TokenConfiguration.verifierOf(issuer, new SecuritySettings("exam-ledger", List.of("RS256", "ES256")));
    }

    private void serve(String path, String json) {
        provider.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, json.getBytes(UTF_8).length);
            try (var body = exchange.getResponseBody()) {
                body.write(json.getBytes(UTF_8));
            }
        });
    }

    @AfterAll
    void stopProvider() {
        provider.stop(0);
    }

    @Test
    void a_token_of_the_issuer_is_accepted() throws JOSEException {
        var token = verifier.decode(signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims()));
        assertThat(token.getSubject()).isEqualTo("W-1001");
        assertThat(SignedIn.words(SignedIn.rolesOf(token))).containsExactly("worker", "hc");
    }

    @Test
    void an_algorithm_that_was_not_fixed_is_refused() throws JOSEException {
        assertRefused(signed(JWSAlgorithm.PS256, new RSASSASigner(key), claims()));
        // The classic confusion: the public key, known to all, used as a shared secret.
        assertRefused(signed(JWSAlgorithm.HS256, new MACSigner(key.toPublicJWK().toJSONString()), claims()));
    }

    @Test
    void a_foreign_audience_issuer_or_end_is_refused() throws JOSEException {
        var signer = new RSASSASigner(key);
        assertRefused(signed(JWSAlgorithm.RS256, signer, claims().audience("payroll")));
        assertRefused(signed(JWSAlgorithm.RS256, signer, claims().issuer("http://elsewhere")));
        assertRefused(signed(
                JWSAlgorithm.RS256,
                signer,
                claims().expirationTime(Date.from(Instant.now().minusSeconds(31)))));
        assertRefused(signed(JWSAlgorithm.RS256, signer, claims().expirationTime(null)));
        assertRefused(signed(JWSAlgorithm.RS256, signer, claims().subject(" ")));
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> verifier.decode(token)).isInstanceOf(JwtException.class);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("W-1001")
                .issuer(issuer)
                .audience("exam-ledger")
                .claim("roles", List.of("hc", "worker", "payroll-clerk"))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        var token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("key-1").build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
