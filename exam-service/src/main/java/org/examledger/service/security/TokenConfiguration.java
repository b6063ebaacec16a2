package org.examledger.service.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.examledger.service.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.transaction.TransactionException;

/** Decides whose signature is trusted: the configured issuer's, or the demo's own, never both. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    private static final Duration ISSUER_CLOCK_SKEW = Duration.ofSeconds(30);

    @Bean
    @ConditionalOnProperty(name = "exam.sign-in", havingValue = "demo")
    DemoTokens demoTokens(JdbcClient jdbc, SecuritySettings settings) {
        return new DemoTokens(DemoKey.keptIn(jdbc), settings.audience(), Clock.systemUTC());
    }

    @Bean
    @ConditionalOnProperty(name = "exam.sign-in", havingValue = "demo")
    RememberedTokens demoTokenVerifier(DemoTokens tokens, SignOuts signOuts) {
        var verifier = tokens.verifier();
        return new RememberedTokens(
                token -> unlessSignedOut(verifier.decode(token), signOuts::checked), Clock.systemUTC());
    }

    @Bean
    @ConditionalOnProperty(name = "exam.sign-in", havingValue = "issuer")
    RememberedTokens issuerTokenVerifier(
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer,
            SecuritySettings settings,
            SignOuts signOuts) {
        var verifier = verifierOf(issuer, settings);
        return new RememberedTokens(
                token -> unlessSignedOut(verifier.decode(token), signOuts::checked), Clock.systemUTC());
    }

    /** The issuer is asked for its keys with the first token, so that the service starts while the issuer is away. */
    static JwtDecoder verifierOf(String issuer, SecuritySettings settings) {
        // Read now, so that a misspelt algorithm stops the start and not the first token.
        var algorithms = settings.algorithms().stream()
                .map(TokenConfiguration::algorithm)
                .toList();
        return new SupplierJwtDecoder(() -> issuerVerifier(issuer, settings.audience(), algorithms));
    }

    /** By its name in tokens, such as RS256. */
    private static SignatureAlgorithm algorithm(String name) {
        var known = SignatureAlgorithm.from(name);
        if (known == null) {
            throw new StartRefused(
                    "exam.security.algorithms names " + name + ", which is no public-key signature.",
                    "Name some of RS256, RS384, RS512, ES256, ES384, ES512, PS256, PS384, PS512.");
        }
        return known;
    }

    private static JwtDecoder issuerVerifier(String issuer, String audience, List<SignatureAlgorithm> algorithms) {
        var verifier = NimbusJwtDecoder.withIssuerLocation(issuer)
                .jwsAlgorithms(accepted -> accepted.addAll(algorithms))
                .build();
        verifier.setJwtValidator(TokenRules.of(issuer, audience, ISSUER_CLOCK_SKEW));
        return verifier;
    }

    /**
     * The token, when nobody signed it out. That is known to the database: while it is away nobody can be told from
     * somebody who did, so whoever asks hears that it is unknown, and not that something is wrong with the service.
     */
    static Jwt unlessSignedOut(Jwt token, UnaryOperator<Jwt> signOuts) {
        try {
            return signOuts.apply(token);
        } catch (DataAccessException | TransactionException away) {
            throw new JwtException("It cannot be told now who signed out", away);
        }
    }
}
