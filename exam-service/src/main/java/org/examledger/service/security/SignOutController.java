package org.examledger.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signs people out, everywhere at once. */
@RestController
class SignOutController {
    private final SignOuts signOuts;
    private final RememberedTokens remembered;
    private final SecurityEvents events;
    private final Clock clock;

    SignOutController(SignOuts signOuts, RememberedTokens remembered, SecurityEvents events, Clock clock) {
        this.signOuts = signOuts;
        this.remembered = remembered;
        this.events = events;
        this.clock = clock;
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(JwtAuthenticationToken who, HttpServletRequest request) {
        signOuts.signOut(SignedIn.personOf(who), clock.instant());
        remembered.forget(who.getToken().getTokenValue());
        events.signedOut(request);
        return ResponseEntity.noContent()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.SET_COOKIE, PageCookie.gone(request).toString())
                .build();
    }
}
