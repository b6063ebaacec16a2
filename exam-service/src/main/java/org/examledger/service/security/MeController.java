package org.examledger.service.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.examledger.service.directory.Directory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a person who he is here. */
@RestController
class MeController {
    private final Directory directory;
    private final Forgery forgery;

    MeController(Directory directory, Forgery forgery) {
        this.directory = directory;
        this.forgery = forgery;
    }

    /** @param csrf what commands have to bring; absent for who is not signed in by cookie */
    record Me(
            String person,
            String name,
            List<String> roles,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String csrf) {}

    @GetMapping("/api/v1/me")
    ResponseEntity<Me> me(JwtAuthenticationToken signedIn, HttpServletRequest request) {
        var token = signedIn.getToken();
        var person = SignedIn.personOf(signedIn);
        var name = directory.namesOf(List.of(person)).get(person);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Me(
                        person,
                        name != null ? name : fallbackName(signedIn),
                        SignedIn.words(SignedIn.rolesOf(token)),
                        forgery.tokenFor(request)));
    }

    /** Who was never assigned to an exam has no name in the directory. */
    private static String fallbackName(JwtAuthenticationToken signedIn) {
        var told = signedIn.getToken().getClaimAsString("name");
        return told == null || told.isBlank() ? signedIn.getName() : told;
    }
}
