package org.examledger.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.examledger.service.directory.Directory;
import org.examledger.service.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands out tokens to demo users; does not exist where an identity provider is configured. */
@RestController
@ConditionalOnProperty(name = "exam.sign-in", havingValue = "demo")
class DemoTokenController {
    private final DemoTokens tokens;
    private final Directory directory;
    private final SecurityEvents events;

    DemoTokenController(DemoTokens tokens, Directory directory, SecurityEvents events) {
        this.tokens = tokens;
        this.directory = directory;
        this.events = events;
    }

    record Login(@Nullable String username, @Nullable String password) {}

    record AccessToken(String accessToken, String tokenType, long expiresIn, List<String> roles) {}

    @PostMapping("/api/v1/demo/token")
    ResponseEntity<?> token(@RequestBody Login login, HttpServletRequest request) {
        if (login.username() == null || login.password() == null) {
            return refused(login, request);
        }
        var username = login.username();
        var role = DemoTokens.roleOf(username, login.password());
        if (role.isEmpty()) {
            return refused(login, request);
        }
        events.signedIn(request, directory.personOf(username));
        var token = new AccessToken(
                tokens.issue(username, role.get()),
                "Bearer",
                DemoTokens.LIFE.toSeconds(),
                List.of(role.get().word()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(token);
    }

    private ResponseEntity<?> refused(Login login, HttpServletRequest request) {
        events.signInRefused(request, login.username(), "password");
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(HttpStatus.UNAUTHORIZED, "There is no such demo user, or the password is wrong."));
    }
}
