package org.examledger.service.security;

import jakarta.servlet.http.HttpServletRequest;
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

/** Signs demo users' pages in. */
@RestController
@ConditionalOnProperty(name = "exam.sign-in", havingValue = "demo")
class SignInController {
    private final DemoTokens tokens;
    private final Directory directory;
    private final SecurityEvents events;

    SignInController(DemoTokens tokens, Directory directory, SecurityEvents events) {
        this.tokens = tokens;
        this.directory = directory;
        this.events = events;
    }

    record Login(@Nullable String username, @Nullable String password) {}

    /** @param csrf to be sent with every command of this page */
    record Signed(String csrf) {}

    @PostMapping("/sign-in")
    ResponseEntity<?> signIn(@RequestBody Login login, HttpServletRequest request) {
        var username = login.username() == null ? "" : login.username();
        var role = DemoTokens.roleOf(username, login.password() == null ? "" : login.password());
        if (role.isEmpty()) {
            events.signInRefused(request, username, "password");
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Problem.of(HttpStatus.UNAUTHORIZED, "There is no such demo user, or the password is wrong."));
        }
        var token = tokens.issue(username, role.get());
        events.signedIn(request, directory.personOf(username));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.SET_COOKIE,
                        PageCookie.holding(token, DemoTokens.LIFE, request).toString())
                .body(new Signed(Forgery.tokenOf(token)));
    }
}
