package org.examledger.service.security;

import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What a token with a good signature must still satisfy. */
final class TokenRules {
    private static final int LONGEST_SUBJECT = 200;

    private TokenRules() {}

    /** @param skew by how much the issuer's clock may differ from ours */
    static OAuth2TokenValidator<Jwt> of(String issuer, String audience, Duration skew) {
        return new DelegatingOAuth2TokenValidator<>(List.of(
                named("time", new JwtTimestampValidator(skew)),
                named("issuer", new JwtIssuerValidator(issuer)),
                named("audience", new JwtAudienceValidator(audience)),
                TokenRules::endsAndNamesSomebody));
    }

    /** Says in one word of ours what is wrong, for the log of security events. */
    private static OAuth2TokenValidator<Jwt> named(String word, OAuth2TokenValidator<Jwt> rule) {
        return token -> rule.validate(token).hasErrors() ? refused(word) : OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult refused(String word) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, word, null));
    }

    private static OAuth2TokenValidatorResult endsAndNamesSomebody(Jwt token) {
        var subject = token.getSubject();
        var good = token.getExpiresAt() != null
                && subject != null
                && !subject.isBlank()
                && subject.length() <= LONGEST_SUBJECT;
        return good ? OAuth2TokenValidatorResult.success() : refused("incomplete");
    }
}
