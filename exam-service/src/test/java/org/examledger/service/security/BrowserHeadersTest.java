package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.examledger.events.Actor.Role;
import org.examledger.service.Client;
import org.examledger.service.Client.Answer;
import org.examledger.service.RunningService;
import org.examledger.service.pages.Pages;
import org.examledger.service.security.RouteRule.Access;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@RunningService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserHeadersTest {
    private static final Map<Role, String> USERS =
            Map.of(Role.WORKER, "worker-35", Role.HC, "hc", Role.AUDITOR, "auditor", Role.ADMIN, "admin");

    @LocalServerPort
    private int port;

    private final Map<Role, Client> clients = new HashMap<>();

    static Stream<RouteRule> rules() {
        return RouteTable.RULES.stream();
    }

    @BeforeAll
    void signIn() {
        USERS.forEach((role, user) -> clients.put(role, Client.anonymous(port).as(user)));
    }

    /** As the first who may; what exists is answered, what does not is refused, and both have to be safe. */
    private Answer ask(RouteRule rule) {
        var client = switch (rule.access()) {
            case ANYONE -> Client.anonymous(port);
            case SIGNED_IN -> as(Role.WORKER);
            case ROLES -> as(rule.roles().getFirst());
        };
        var path = rule.path()
                .getPatternString()
                .replace("/**", "")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        // Who signs out would be out for the other tests too.
        var body = rule.method().equals(HttpMethod.GET) ? BodyPublishers.noBody() : BodyPublishers.ofString("{");
        return path.equals("/sign-out")
                ? Client.anonymous(port).as("worker-36").send("POST", path, body)
                : client.send(rule.method().name(), path.isEmpty() ? "/" : path, body);
    }

    private Client as(Role role) {
        return Objects.requireNonNull(clients.get(role));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_answer_tells_browsers_what_not_to_do(RouteRule rule) {
        var answer = ask(rule);
        assertThat(answer.header("Content-Security-Policy"))
                .contains(
                        "script-src 'self' " + Pages.importMap() + ";",
                        "frame-ancestors 'none'",
                        "object-src 'none'",
                        "base-uri 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    /** A reply with a tag may be kept by who asked, and is asked about again; any other is not kept at all. */
    @ParameterizedTest
    @MethodSource("rules")
    void no_answer_of_the_api_is_kept_by_anybody_else(RouteRule rule) {
        var answer = ask(rule);
        var cached = List.of(answer.header("Cache-Control").split(", *"));
        if (!answer.header("ETag").isEmpty()) {
            assertThat(cached).contains("no-cache", "private").doesNotContain("public");
        } else if (rule.access() != Access.ANYONE) {
            assertThat(cached).contains("no-store");
        }
    }

    @Test
    void a_token_is_kept_by_nobody() {
        var login = "{\"username\":\"worker-35\",\"password\":\"demo\"}";
        for (var path : List.of("/api/v1/demo/token", "/sign-in")) {
            assertThat(Client.anonymous(port).post(path, login).header("Cache-Control"))
                    .isEqualTo("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/me", "/actuator/health/liveness"})
    void behind_tls_a_browser_uses_nothing_but_tls(String path) {
        var worker = as(Role.WORKER);
        var answer = worker.send(
                worker.request(path).header("X-Forwarded-Proto", "https").GET());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void only_the_reader_of_the_api_may_style_itself_inline() {
        var anybody = Client.anonymous(port);

        assertThat(anybody.get("/").header("Content-Security-Policy")).isEqualTo(BrowserHeaders.STRICT);
        assertThat(anybody.get("/swagger-ui/index.html").header("Content-Security-Policy"))
                .isEqualTo(BrowserHeaders.READER);
        assertThat(BrowserHeaders.STRICT).contains("style-src 'self';").doesNotContain("unsafe");
    }

    /** Its scripts are files; one of them inline would not run. */
    @Test
    void the_reader_of_the_api_needs_no_script_of_its_own() {
        var page =
                Client.anonymous(port).get("/swagger-ui/index.html").response().body();

        assertThat(page).contains("<script src=").doesNotContainPattern("<script(?![^>]*src=)[^>]*>");
    }
}
