package org.examledger.service.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.examledger.events.Actor.Role;
import org.examledger.service.Client;
import org.examledger.service.RunningService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningService
class DemoTokenTest {
    private static final String AUDIENCE = "exam-ledger";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private SecretKey key;

    @BeforeEach
    void readKey() {
        key = DemoKey.keptIn(jdbc);
    }

    @Test
    void a_demo_user_signs_in() {
        var answer = login("worker-7", "demo");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().get("tokenType").asString()).isEqualTo("Bearer");
        assertThat(answer.json().get("expiresIn").asInt()).isEqualTo(12 * 60 * 60);
        assertThat(answer.json().get("roles").get(0).asString()).isEqualTo("worker");
        assertThat(statusWith(answer.json().get("accessToken").asString())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"worker-0", "worker-07", "worker-", "worker--1", "worker-1234567890123456789", "root", "HC", ""})
    void a_user_who_does_not_exist_is_refused(String username) {
        var answer = login(username, "demo");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThat(login("hc", "Demo").status()).isEqualTo(401);
        assertThat(Client.anonymous(port).post("/api/v1/demo/token", "{}").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer    ",
                "Bearer a b",
                "Bearer \u00e4",
                "bearer x",
                "Basic aGM6ZGVtbw==",
                "x"
            })
    void an_authorization_that_is_no_token_is_refused(String header) {
        var anonymous = Client.anonymous(port);
        var answer = anonymous.send(anonymous.request("/api/v1/me").header("Authorization", header));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
    }

    @Test
    void a_token_signed_with_another_key_is_refused() {
        var other = new SecretKeySpec(new byte[32], "HmacSHA256");
        var forged = new DemoTokens(other, AUDIENCE, Clock.systemUTC()).issue("hc", Role.HC);
        assertThat(statusWith(forged)).isEqualTo(401);
    }

    @Test
    void a_token_that_has_ended_is_refused() {
        var before =
                Clock.offset(Clock.systemUTC(), DemoTokens.LIFE.plusSeconds(1).negated());
        assertThat(statusWith(new DemoTokens(key, AUDIENCE, before).issue("hc", Role.HC)))
                .isEqualTo(401);
        var justNot =
                Clock.offset(Clock.systemUTC(), DemoTokens.LIFE.minusMinutes(1).negated());
        assertThat(statusWith(new DemoTokens(key, AUDIENCE, justNot).issue("hc", Role.HC)))
                .isEqualTo(200);
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        var other = new DemoTokens(key, "payroll", Clock.systemUTC()).issue("hc", Role.HC);
        assertThat(statusWith(other)).isEqualTo(401);
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        assertThat(statusWith(signed(JWSAlgorithm.HS256, key, claims().issuer("elsewhere"))))
                .isEqualTo(401);
    }

    @Test
    void a_token_without_an_end_is_refused() {
        assertThat(statusWith(signed(JWSAlgorithm.HS256, key, claims().expirationTime(null))))
                .isEqualTo(401);
        assertThat(statusWith(signed(JWSAlgorithm.HS256, key, claims()))).isEqualTo(200);
    }

    @Test
    void a_token_never_chooses_its_algorithm() {
        var longKey = new SecretKeySpec(key.getEncoded(), "HmacSHA256");
        assertThat(statusWith(unsigned(claims()))).isEqualTo(401);
        // HS384 demands a longer key; what matters is that the header alone changes nothing.
        var parts = signed(JWSAlgorithm.HS256, longKey, claims()).split("\\.");
        var header = encode("{\"alg\":\"HS384\"}");
        assertThat(statusWith(header + "." + parts[1] + "." + parts[2])).isEqualTo(401);
    }

    @Test
    void a_changed_token_is_refused() {
        var parts = signed(JWSAlgorithm.HS256, key, claims()).split("\\.");
        var promoted =
                encode("{\"sub\":\"hc\",\"roles\":[\"admin\"],\"iss\":\"exam-ledger-demo\",\"aud\":\"exam-ledger\"}");
        assertThat(statusWith(parts[0] + "." + promoted + "." + parts[2])).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "eyJhbGciOiJIUzI1NiJ9.e30."})
    void nonsense_is_refused(String token) {
        assertThat(statusWith(token)).isEqualTo(401);
    }

    @Test
    void a_role_this_service_does_not_know_opens_nothing() {
        var stranger = signed(JWSAlgorithm.HS256, key, claims().claim("roles", List.of("root", 5)));
        assertThat(statusWith(stranger)).isEqualTo(200);
        assertThat(Client.anonymous(port).with(stranger).get("/api/v1/exams").code())
                .isEqualTo("forbidden");
    }

    @Test
    void a_token_in_the_address_is_not_taken() {
        var token = signed(JWSAlgorithm.HS256, key, claims());
        assertThat(Client.anonymous(port)
                        .get("/api/v1/me?access_token=" + token)
                        .status())
                .isEqualTo(401);
    }

    private Client.Answer login(String username, String password) {
        return Client.anonymous(port)
                .post("/api/v1/demo/token", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
    }

    private int statusWith(String token) {
        return Client.anonymous(port).with(token).get("/api/v1/me").status();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("worker-41")
                .issuer(DemoTokens.ISSUER)
                .audience(AUDIENCE)
                .claim("roles", List.of("worker"))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
    }

    private static String signed(JWSAlgorithm algorithm, SecretKey key, JWTClaimsSet.Builder claims) {
        try {
            var token = new SignedJWT(new JWSHeader(algorithm), claims.build());
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String unsigned(JWTClaimsSet.Builder claims) {
        return encode("{\"alg\":\"none\"}") + "." + encode(claims.build().toString()) + ".";
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
