package org.examledger.service.security;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import java.text.ParseException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** Names the reason for which a token was refused, in one word for the log; a client is never told. */
final class WhyRefused {
    private WhyRefused() {}

    static String word(Throwable refusal) {
        for (var cause = refusal; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case JwtValidationException rules -> {
                    return rules.getErrors().stream()
                            .map(OAuth2Error::getDescription)
                            .findFirst()
                            .orElse("rules");
                }
                case SignedOutSince gone -> {
                    return "signed-out";
                }
                case BadJWSException forged -> {
                    return "signature";
                }
                // The key that the token names does not exist, or it is for another algorithm.
                case BadJOSEException unverifiable -> {
                    return "algorithm-or-key";
                }
                case ParseException nonsense -> {
                    return "malformed";
                }
                default -> {
                    // The reason lies deeper.
                }
            }
        }
        return isTokenUnsigned(refusal) ? "algorithm-or-key" : "malformed";
    }

    /** The only refusal of the verifier that has no deeper reason. */
    private static boolean isTokenUnsigned(Throwable refusal) {
        return refusal.getCause() instanceof BadJwtException unsigned && unsigned.getCause() == null;
    }
}
