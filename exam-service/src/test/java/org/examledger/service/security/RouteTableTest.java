package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.examledger.events.Actor.Role;
import org.examledger.service.Client;
import org.examledger.service.RunningService;
import org.examledger.service.security.RouteRule.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@RunningService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteTableTest {
    private static final Map<Role, String> USERS =
            Map.of(Role.WORKER, "worker-31", Role.HC, "hc", Role.AUDITOR, "auditor", Role.ADMIN, "admin");

    @LocalServerPort
    private int port;

    static Stream<RouteRule> rules() {
        return RouteTable.RULES.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_route_lets_in_its_roles_and_nobody_else(RouteRule rule) {
        var path = rule.path()
                .getPatternString()
                .replace("/**", "")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        var nobody = ask(Client.anonymous(port), rule, path);
        if (rule.access() == Access.ANYONE) {
            assertThat(nobody.code()).isNotEqualTo("forbidden");
            if (!Set.of("/api/v1/demo/token", "/sign-in").contains(path)) {
                assertThat(nobody.status()).isNotEqualTo(401);
            }
            return;
        }
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.code()).isEqualTo("unauthenticated");
        assertThat(nobody.header("WWW-Authenticate")).startsWith("Bearer");
        USERS.forEach((role, user) -> {
            var answer = ask(Client.anonymous(port).as(user), rule, path);
            if (rule.access() == Access.SIGNED_IN || rule.roles().contains(role)) {
                assertThat(answer.status()).as("%s by %s", rule, role).isNotEqualTo(401);
                assertThat(answer.code()).as("%s by %s", rule, role).isNotEqualTo("forbidden");
            } else {
                assertThat(answer.status()).as("%s by %s", rule, role).isEqualTo(403);
                assertThat(answer.code()).as("%s by %s", rule, role).isEqualTo("forbidden");
            }
        });
    }

    private static Client.Answer ask(Client client, RouteRule rule, String path) {
        var body = rule.method().equals(HttpMethod.GET) ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
        return client.send(rule.method().name(), path.isEmpty() ? "/" : path, body);
    }

    @Test
    void an_unknown_route_is_not_found_for_those_who_signed_in_only() {
        assertThat(Client.anonymous(port).get("/api/v1/nothing").status()).isEqualTo(401);
        var answer = Client.anonymous(port).as("hc").get("/api/v1/nothing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-found");
    }

    @Test
    void a_known_route_names_its_methods() {
        var answer = Client.anonymous(port).as("hc").send("PUT", "/api/v1/drafts", BodyPublishers.ofString("{}"));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "POST");
    }

    @Test
    void an_unknown_page_is_not_found_for_anybody() {
        assertThat(Client.anonymous(port).get("/nothing.html").status()).isEqualTo(404);
        assertThat(Client.anonymous(port).get("/actuator/env").status()).isEqualTo(401);
    }

    @Test
    void the_start_page_needs_no_sign_in() {
        var page = Client.anonymous(port).get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().body()).contains("Exam Ledger");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
    }

    @Test
    void a_controller_gets_the_opaque_person_in_the_role_that_opened_the_route() {
        var hc = Client.anonymous(port).as("hc").post("/api/v1/probe/actor", "").json();
        var worker = Client.anonymous(port)
                .as("worker-32")
                .post("/api/v1/probe/actor", "")
                .json();
        assertThat(hc.get("role").asString()).isEqualTo("HC");
        assertThat(worker.get("role").asString()).isEqualTo("WORKER");
        assertThat(UUID.fromString(worker.get("person").asString()))
                .isNotEqualTo(UUID.fromString(hc.get("person").asString()));
    }

    @Test
    void of_several_roles_the_first_that_the_route_names_acts() {
        var held = List.of(Role.WORKER, Role.HC, Role.AUDITOR);
        assertThat(ActorArgumentResolver.role(List.of(Role.HC), held)).isEqualTo(Role.HC);
        assertThat(ActorArgumentResolver.role(List.of(Role.WORKER, Role.HC), held))
                .isEqualTo(Role.WORKER);
        assertThat(ActorArgumentResolver.role(List.of(), List.of(Role.AUDITOR))).isEqualTo(Role.AUDITOR);
    }

    @Test
    void a_person_is_told_who_he_is() {
        var me = Client.anonymous(port).as("worker-33").get("/api/v1/me").json();
        assertThat(me.get("name").asString()).isEqualTo("worker-33");
        assertThat(me.get("roles").get(0).asString()).isEqualTo("worker");
        assertThat(me.get("person").asString()).doesNotContain("worker");
    }
}
