package org.examledger.service.security;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells pages how people sign in here, before anybody has. */
@RestController
class SignInWayController {
    private final Way way;

    SignInWayController(
            @Value("${exam.sign-in:}") String signIn, @Value("${exam.security.client.id:}") String clientId) {
        way = Way.of(signIn, clientId);
    }

    enum Way {
        /** With a demo user's name and password, by {@code POST /sign-in}. */
        PASSWORD,
        /** At the issuer, by {@code GET /sign-in?to=…}. */
        ISSUER,
        /** Pages cannot be signed in: the service knows whose tokens to trust, but is no client of theirs. */
        NONE;

        static Way of(String signIn, String clientId) {
            return switch (signIn) {
                case "demo" -> PASSWORD;
                case "issuer" -> clientId.isEmpty() ? NONE : ISSUER;
                default -> NONE;
            };
        }
    }

    /** @param by {@code password}, {@code issuer} or {@code none} */
    record SignInWay(String by) {}

    @GetMapping("/api/v1/sign-in")
    ResponseEntity<SignInWay> way() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(new SignInWay(way.name().toLowerCase(Locale.ROOT)));
    }
}
