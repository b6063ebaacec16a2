package org.examledger.service.security;

import java.util.List;
import org.examledger.service.directory.Directory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a person who he is here. */
@RestController
class MeController {
    private final Directory directory;

    MeController(Directory directory) {
        this.directory = directory;
    }

    record Me(String person, String name, List<String> roles) {}

    @GetMapping("/api/v1/me")
    ResponseEntity<Me> me(JwtAuthenticationToken signedIn) {
        var token = signedIn.getToken();
        var person = directory.personOf(signedIn.getName());
        var name = directory.namesOf(List.of(person)).get(person);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Me(
                        person, name != null ? name : fallbackName(signedIn), SignedIn.words(SignedIn.rolesOf(token))));
    }

    /** Who was never assigned to an exam has no name in the directory. */
    private static String fallbackName(JwtAuthenticationToken signedIn) {
        var told = signedIn.getToken().getClaimAsString("name");
        return told == null || told.isBlank() ? signedIn.getName() : told;
    }
}
