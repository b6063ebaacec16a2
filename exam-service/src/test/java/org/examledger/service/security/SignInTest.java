package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.examledger.service.Client;
import org.examledger.service.Client.Answer;
import org.examledger.service.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages are signed in by a cookie; commands of a page bring a token that no other site's page can know. */
@RunningService
class SignInTest {
    @LocalServerPort
    private int port;

    /** A page that is signed in. */
    private final class Page {
        private final String cookie;
        private final String csrf;

        Page(String user) {
            var signedIn = signIn(user, "demo");
            assertThat(signedIn.status()).isEqualTo(200);
            cookie = signedIn.header("Set-Cookie").split(";", 2)[0];
            csrf = signedIn.json().get("csrf").asString();
        }

        HttpRequest.Builder request(String path) {
            return anonymous().request(path).header("Cookie", cookie);
        }

        Answer get(String path) {
            return anonymous().send(request(path).GET());
        }

        HttpRequest.Builder post(String path, String type, String body) {
            return request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        }

        Answer command(String token) {
            return anonymous()
                    .send(post("/api/v1/drafts", "application/json", "{}").header("X-CSRF-TOKEN", token));
        }
    }

    private Client anonymous() {
        return Client.anonymous(port);
    }

    private Answer signIn(String user, String password) {
        return anonymous().post("/sign-in", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, password));
    }

    @Test
    void scripts_cannot_read_the_cookie_and_other_sites_cannot_have_it_sent_with_a_command() {
        var answer = signIn("worker-41", "demo");

        assertThat(answer.header("Set-Cookie"))
                .startsWith("exam-ledger=")
                .contains("Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=43200")
                .doesNotContain("Domain");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void behind_tls_the_cookie_belongs_to_this_very_host() {
        var answer = anonymous()
                .send(anonymous()
                        .request("/sign-in")
                        .header("X-Forwarded-Proto", "https")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"username\":\"hc\",\"password\":\"demo\"}")));

        assertThat(answer.header("Set-Cookie"))
                .startsWith("__Host-exam-ledger=")
                .contains("Secure");
    }

    @Test
    void pages_are_told_how_people_sign_in_before_anybody_has() {
        var way = anonymous().get("/api/v1/sign-in");

        assertThat(way.status()).isEqualTo(200);
        assertThat(way.json().get("by").asString()).isEqualTo("password");
    }

    @Test
    void a_wrong_password_leaves_no_cookie() {
        var answer = signIn("worker-41", "wrong");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void a_page_is_told_who_it_is_and_with_what_its_commands_have_to_come() {
        var page = new Page("worker-42");

        var me = page.get("/api/v1/me").json();

        assertThat(me.get("name").asString()).isEqualTo("worker-42");
        assertThat(me.get("csrf").asString()).isEqualTo(page.csrf);
        assertThat(anonymous().as("worker-42").get("/api/v1/me").json().has("csrf"))
                .as("bearers need none")
                .isFalse();
    }

    @Test
    void a_command_with_the_pages_token_is_taken() {
        var page = new Page("hc");

        assertThat(page.command(page.csrf).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_command_without_it_is_refused(String token) {
        var refused = new Page("hc").command(token);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("forbidden");
    }

    @Test
    void another_persons_token_is_refused() {
        var other = new Page("admin");

        assertThat(new Page("hc").command(other.csrf).status()).isEqualTo(403);
    }

    /** As a form on another site would send it. */
    @Test
    void a_foreign_form_is_refused() {
        var page = new Page("hc");

        var form = anonymous().send(page.post("/api/v1/drafts", "application/x-www-form-urlencoded", "title=x"));

        assertThat(form.status()).isEqualTo(403);
    }

    /** The session does not exist, which only somebody learns who got past the door. */
    @Test
    void a_beacon_carries_the_token_in_its_body() {
        var page = new Page("worker-43");
        var path = "/api/v1/sessions/" + UUID.randomUUID() + "/heartbeat";
        var body = "{\"epoch\":1,\"visibility\":\"leaving\",\"csrf\":\"%s\"}";

        var good = anonymous().send(page.post(path, "text/plain;charset=UTF-8", body.formatted(page.csrf)));
        var wrong = anonymous().send(page.post(path, "text/plain;charset=UTF-8", body.formatted("x")));
        var none = anonymous().send(page.post(path, "text/plain;charset=UTF-8", "no JSON at all"));

        assertThat(good.code()).isEqualTo("not-found");
        assertThat(wrong.code()).isEqualTo("forbidden");
        assertThat(none.code()).isEqualTo("forbidden");
    }

    @Test
    void who_brings_an_authorization_is_never_known_by_his_cookie() {
        var page = new Page("hc");

        var badBearer = anonymous()
                .send(page.request("/api/v1/me")
                        .header("Authorization", "Bearer x")
                        .GET());
        var basic = anonymous()
                .send(page.request("/api/v1/me")
                        .header("Authorization", "Basic eDp5")
                        .GET());

        assertThat(badBearer.status()).isEqualTo(401);
        assertThat(basic.status()).isEqualTo(401);
    }

    @Test
    void who_signed_out_is_out_and_may_come_back() throws InterruptedException {
        var page = new Page("worker-44");
        assertThat(page.get("/api/v1/me").status()).isEqualTo(200);
        // Tokens tell their beginning in seconds.
        Thread.sleep(1_100);

        var out =
                anonymous().send(page.post("/sign-out", "application/json", "").header("X-CSRF-TOKEN", page.csrf));

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(page.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(new Page("worker-44").get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void a_cookie_that_is_good_no_more_keeps_nobody_from_what_is_open() {
        var request =
                anonymous().request("/").header("Cookie", "exam-ledger=old").GET();
        assertThat(anonymous().send(request).status()).isEqualTo(200);
        var again = anonymous()
                .request("/sign-in")
                .header("Cookie", "exam-ledger=old")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"hc\",\"password\":\"demo\"}"));
        assertThat(anonymous().send(again).status()).isEqualTo(200);
    }
}
