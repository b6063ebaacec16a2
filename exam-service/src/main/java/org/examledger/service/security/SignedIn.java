package org.examledger.service.security;

import java.util.List;
import org.examledger.events.Actor.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads what a verified token says about its bearer. */
final class SignedIn {
    private static final List<Role> GRANTED = List.of(Role.WORKER, Role.HC, Role.AUDITOR, Role.ADMIN);

    private SignedIn() {}

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
