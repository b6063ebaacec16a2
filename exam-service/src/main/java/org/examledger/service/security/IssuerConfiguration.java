package org.examledger.service.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages are signed in by the issuer where one is configured and knows us by a client id. */
@Configuration(proxyBeanMethods = false)
@IssuerConfiguration.WhereAClientIsSet
class IssuerConfiguration {
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @ConditionalOnExpression("'${exam.sign-in:}' == 'issuer' and '${exam.security.client.id:}' != ''")
    @interface WhereAClientIsSet {}

    @Bean
    CodeFlow codeFlow(
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer,
            IssuerClientSettings settings,
            RememberedTokens tokens) {
        return new CodeFlow(new IssuerClient(issuer, settings), tokens);
    }

    @Bean
    PendingCookie pendingCookie(JdbcClient jdbc, Clock clock) {
        return new PendingCookie(SealingKey.keptIn(jdbc), clock);
    }
}
