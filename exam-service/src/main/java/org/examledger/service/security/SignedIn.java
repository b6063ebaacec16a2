package org.examledger.service.security;

import java.util.List;
import java.util.Objects;
import org.examledger.events.Actor.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads what a verified token says about its bearer. */
public final class SignedIn {
    private static final List<Role> GRANTED = List.of(Role.WORKER, Role.HC, Role.AUDITOR, Role.ADMIN);

    /** Ours, put into the token once it is verified, over whatever its issuer may have written there. */
    private static final String PERSON = "person";

    private SignedIn() {}

    /** The opaque id of who is signed in, as found when his token was verified. */
    public static String personOf(JwtAuthenticationToken who) {
        return personOf(who.getToken());
    }

    static String personOf(Jwt checked) {
        return Objects.requireNonNull(checked.getClaimAsString(PERSON), "A checked token names its person");
    }

    /** @param person his opaque id */
    static Jwt as(String person, Jwt token) {
        return Jwt.withTokenValue(token.getTokenValue())
                .headers(headers -> headers.putAll(token.getHeaders()))
                .claims(claims -> claims.putAll(token.getClaims()))
                .claim(PERSON, person)
                .build();
    }

    /** Null when nobody signed in. Words that are no role of ours are ignored: an issuer serves other applications too. */
    static @Nullable List<Role> rolesOf(@Nullable Authentication who) {
        return who instanceof JwtAuthenticationToken token && token.isAuthenticated()
                ? rolesOf(token.getToken())
                : null;
    }

    static List<Role> rolesOf(Jwt token) {
        if (!(token.getClaim("roles") instanceof List<?> words)) {
            return List.of();
        }
        return GRANTED.stream().filter(role -> words.contains(role.word())).toList();
    }

    static List<String> words(List<Role> roles) {
        return roles.stream().map(Role::word).toList();
    }
}
