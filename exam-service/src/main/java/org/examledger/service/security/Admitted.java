package org.examledger.service.security;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.examledger.query.http.Admission;
import org.examledger.query.http.Admissions;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Whoever was let in is let in by his token, until it ends or he signs out. */
@Component
class Admitted implements Admissions {
    private final SignOuts signOuts;

    Admitted(SignOuts signOuts) {
        this.signOuts = signOuts;
    }

    @Override
    public Admission current() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken who)) {
            throw new AuthenticationCredentialsNotFoundException("Nobody signed in");
        }
        var token = who.getToken();
        return new Admission(
                SignedIn.personOf(who),
                // Who signs out ends every token that does not say when it began.
                Objects.requireNonNullElse(token.getIssuedAt(), Instant.EPOCH),
                Objects.requireNonNull(token.getExpiresAt(), "The token rules demand an end"));
    }

    @Override
    public Set<Admission> takenBack(Collection<Admission> open) {
        var persons = open.stream().map(Admission::person).collect(Collectors.toSet());
        var notBefore = signOuts.notBefore(persons);
        return open.stream()
                .filter(it -> it.since().isBefore(notBefore.getOrDefault(it.person(), Instant.MIN)))
                .collect(Collectors.toSet());
    }
}
