package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.examledger.service.Client;
import org.examledger.service.Client.Answer;
import org.examledger.service.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** With an issuer: pages are signed in by its code flow, and nothing that it did not mean for us opens a door. */
@RunningService
@TestPropertySource(
        properties = {
            "spring.security.oauth2.resourceserver.jwt.issuer-uri=${stub.issuer}",
            "exam.security.client.id=" + StubIssuer.CLIENT
        })
@DirtiesContext
class IssuerSignInTest {
    private static final StubIssuer ISSUER = new StubIssuer();
    private static final String PAGE_COOKIE = "exam-ledger=";

    @LocalServerPort
    private int port;

    static {
        // Read by the settings above; a dynamic property would come too late for the rules of the start.
        System.setProperty("stub.issuer", ISSUER.url());
    }

    @AfterAll
    static void stopIssuer() {
        ISSUER.close();
    }

    @BeforeEach
    void trustIssuer() {
        ISSUER.idToken = claims -> {};
        ISSUER.accessToken = claims -> {};
    }

    private Client anyone() {
        return Client.anonymous(port);
    }

    /** A browser between leaving for the issuer and coming back: its cookie, and where the issuer sends it. */
    private record Away(String cookie, String callback) {
        String parameter(String name) {
            return StubIssuer.form(URI.create(callback).getRawQuery()).getOrDefault(name, "");
        }
    }

    private Away leave(String to) {
        return leave(to, "other=1");
    }

    private Away leave(String to, String cookiesOfTheBrowser) {
        var sent = anyone().send(anyone().request("/sign-in" + to)
                .header("Cookie", cookiesOfTheBrowser)
                .GET());
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Set-Cookie"))
                .startsWith("exam-ledger-sign-in-")
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=600");
        assertThat(sent.header("Location"))
                .startsWith(ISSUER.url() + "/authorize?")
                .contains("code_challenge_method=S256", "scope=openid");
        var issuer = URI.create(sent.header("Location"));
        var back = new Client(issuer.getPort(), "").get(issuer.getRawPath() + "?" + issuer.getRawQuery());
        return new Away(sent.header("Set-Cookie").split(";", 2)[0], back.header("Location"));
    }

    private Answer comeBack(String cookie, String code, String state) {
        return anyone().send(anyone().request("/sign-in/callback?code=" + code + "&state=" + state)
                .header("Cookie", cookie)
                .GET());
    }

    private Answer comeBack(Away away) {
        return comeBack(away.cookie(), away.parameter("code"), away.parameter("state"));
    }

    private static List<String> cookies(Answer answer) {
        return answer.response().headers().allValues("Set-Cookie");
    }

    private static String nameOf(Away away) {
        return away.cookie().split("=", 2)[0];
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(cookies(answer)).noneMatch(cookie -> cookie.startsWith(PAGE_COOKIE));
    }

    @Test
    void pages_are_told_that_people_sign_in_at_the_issuer() {
        assertThat(anyone().get("/api/v1/sign-in").json().get("by").asString()).isEqualTo("issuer");
    }

    @Test
    void a_page_is_signed_in_by_the_issuer_and_lands_where_it_wanted_to() {
        var away = leave("?to=/monitor/7%3Fstatus=SILENT");

        var back = comeBack(away);

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/monitor/7?status=SILENT");
        assertThat(back.header("Cache-Control")).contains("no-store");
        assertThat(cookies(back)).anyMatch(cookie -> cookie.startsWith(nameOf(away) + "=;"));
        var page = cookies(back).stream()
                .filter(cookie -> cookie.startsWith(PAGE_COOKIE))
                .findFirst()
                .orElseThrow();
        assertThat(page).contains("HttpOnly", "SameSite=Lax").containsPattern("Max-Age=(29\\d|300)");
        var cookie = page.split(";", 2)[0];
        var me = anyone().send(
                        anyone().request("/api/v1/me").header("Cookie", cookie).GET());
        assertThat(me.json().get("roles").toString()).isEqualTo("[\"worker\",\"hc\"]");
        var draft = anyone().request("/api/v1/drafts")
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        assertThat(anyone().send(draft).code()).isEqualTo("forbidden");
        assertThat(anyone().send(draft.header(
                                "X-CSRF-TOKEN", me.json().get("csrf").asString()))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?to=//evil.example/",
                "?to=https://evil.example/",
                "?to=/%5Cevil.example/",
                "?to=/%09/evil.example/",
                "?to=%0D%0ASet-Cookie:x=y",
                "?to=javascript:alert(1)",
                "?to=/sign-in",
                "?to=/%25",
                "?to=/x%25zz",
                "?to=/%23a%23b"
            })
    void nobody_is_sent_to_another_site(String to) {
        assertThat(comeBack(leave(to)).header("Location")).isEqualTo("/");
    }

    @Test
    void an_answer_that_belongs_to_another_sign_in_is_refused() {
        var mine = leave("");
        var foreign = leave("");

        assertRefused(comeBack(mine.cookie(), mine.parameter("code"), "forged"));
        assertRefused(comeBack(mine.cookie(), foreign.parameter("code"), mine.parameter("state")));
        assertRefused(comeBack(foreign.cookie(), mine.parameter("code"), mine.parameter("state")));
        var underMyName =
                nameOf(mine) + foreign.cookie().substring(nameOf(foreign).length());
        assertRefused(comeBack(underMyName, foreign.parameter("code"), mine.parameter("state")));
    }

    @Test
    void several_tabs_may_sign_in_at_once() {
        var first = leave("?to=/first");
        var second = leave("?to=/second", first.cookie());
        var browser = first.cookie() + "; " + second.cookie();

        var back = comeBack(browser, first.parameter("code"), first.parameter("state"));

        assertThat(back.header("Location")).isEqualTo("/first");
        assertThat(cookies(back)).noneMatch(cookie -> cookie.startsWith(nameOf(second)));
        assertThat(comeBack(second).header("Location")).isEqualTo("/second");
    }

    @Test
    void of_many_sign_ins_that_nobody_ended_the_oldest_make_room() {
        var first = leave("");
        var second = leave("");
        var third = leave("");
        var old = nameOf(first).replaceAll("[0-9a-f]{32}$", "0".repeat(32)) + "=AAAA";
        var browser = String.join("; ", first.cookie(), second.cookie(), third.cookie(), old);

        var sent = anyone().send(
                        anyone().request("/sign-in").header("Cookie", browser).GET());

        assertThat(cookies(sent))
                .filteredOn(cookie -> cookie.contains("Max-Age=0"))
                .extracting(cookie -> cookie.split("=", 2)[0])
                .containsExactlyInAnyOrder(nameOf(first), old.split("=", 2)[0]);
    }

    @Test
    void a_callback_that_cannot_be_read_is_refused_as_such() {
        assertThat(anyone().get("/sign-in/callback?code=x&state=%00").code()).isEqualTo("invalid-request");
        assertThat(anyone().send("GET", "/sign-in/callback?" + "a&".repeat(1_200), BodyPublishers.noBody())
                        .code())
                .isEqualTo("invalid-request");
    }

    @Test
    void an_answer_is_good_once() {
        var away = leave("");
        assertThat(comeBack(away).status()).isEqualTo(303);

        assertRefused(comeBack(away));
        assertRefused(comeBack("other=1", away.parameter("code"), away.parameter("state")));
    }

    @Test
    void a_sign_in_under_way_cannot_be_made_up() {
        var away = leave("");
        var changed = away.cookie().substring(0, away.cookie().length() - 2) + "AA";

        assertRefused(comeBack(changed, away.parameter("code"), away.parameter("state")));
        assertRefused(comeBack(nameOf(away) + "=AAAA", away.parameter("code"), away.parameter("state")));
        assertRefused(anyone().get("/sign-in/callback"));
    }

    @Test
    void what_the_issuer_refuses_is_refused() {
        var away = leave("");

        assertRefused(anyone().send(
                        anyone().request("/sign-in/callback?error=access_denied%0A&state=" + away.parameter("state"))
                                .header("Cookie", away.cookie())
                                .GET()));
    }

    @ParameterizedTest
    @CsvSource({"nonce,forged", "iss,https://elsewhere.example", "aud,another-client", "sub,W-7002"})
    void an_id_token_for_something_else_is_refused(String claim, String value) {
        ISSUER.idToken = claims -> claims.claim(claim, value);

        assertRefused(comeBack(leave("")));
    }

    @Test
    void an_access_token_for_another_service_signs_nobody_in() {
        ISSUER.accessToken = claims -> claims.audience("payroll");

        assertRefused(comeBack(leave("")));
    }

    @Test
    void a_token_that_no_cookie_can_hold_is_refused() {
        ISSUER.accessToken = claims -> claims.claim("groups", "g".repeat(5_000));

        assertRefused(comeBack(leave("")));
    }

    @Test
    void bearers_are_told_apart_by_what_their_token_says() throws JOSEException {
        assertThat(status(ISSUER.signed(ISSUER.claims()))).isEqualTo(200);
        var other = new RSAKeyGenerator(2048).keyID("key-1").generate();
        var hostile = new LinkedHashMap<String, String>();
        hostile.put("another issuer's", ISSUER.signed(changed(it -> it.issuer("https://elsewhere.example"))));
        hostile.put("expired", ISSUER.signed(changed(it -> it.expirationTime(in(-31)))));
        hostile.put("not valid yet", ISSUER.signed(changed(it -> it.notBeforeTime(in(60)))));
        hostile.put("endless", ISSUER.signed(changed(it -> it.expirationTime(null))));
        hostile.put("for another audience", ISSUER.signed(changed(it -> it.audience("payroll"))));
        hostile.put("for no audience", ISSUER.signed(changed(it -> it.audience((String) null))));
        hostile.put("nobody's", ISSUER.signed(changed(it -> it.subject(null))));
        hostile.put("without a signature", new PlainJWT(ISSUER.claims().build()).serialize());
        hostile.put(
                "signed with another key",
                StubIssuer.signed(JWSAlgorithm.RS256, "key-1", new RSASSASigner(other), ISSUER.claims()));
        hostile.put(
                "signed with the public key as a secret",
                StubIssuer.signed(
                        JWSAlgorithm.HS256,
                        "key-1",
                        new MACSigner(ISSUER.key().toPublicJWK().toJSONString()),
                        ISSUER.claims()));
        hostile.put(
                "signed by another algorithm",
                StubIssuer.signed(JWSAlgorithm.PS256, "key-1", new RSASSASigner(ISSUER.key()), ISSUER.claims()));
        for (Map.Entry<String, String> token : hostile.entrySet()) {
            assertThat(status(token.getValue()))
                    .as("a token that is " + token.getKey())
                    .isEqualTo(401);
        }
    }

    private JWTClaimsSet.Builder changed(Consumer<JWTClaimsSet.Builder> change) {
        var claims = ISSUER.claims();
        change.accept(claims);
        return claims;
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private int status(String token) {
        return anyone().with(token).get("/api/v1/me").status();
    }

    @Test
    void who_came_by_the_issuer_may_sign_out() {
        var token = ISSUER.signed(changed(it -> it.subject("W-7003").issueTime(in(-5))));

        assertThat(anyone().with(token).post("/sign-out", "").status()).isEqualTo(204);
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void while_the_issuer_is_away_it_is_said_that_it_may_be_tried_again() throws JOSEException {
        assertThat(status(ISSUER.signed(ISSUER.claims()))).isEqualTo(200);
        var unknown = StubIssuer.signed(JWSAlgorithm.RS256, "key-2", new RSASSASigner(ISSUER.key()), ISSUER.claims());
        ISSUER.keysAreAway = true;
        try {
            var answer = anyone().with(unknown).get("/api/v1/me");

            assertThat(answer.code()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        } finally {
            ISSUER.keysAreAway = false;
        }
        var nowhere = new IssuerClient("http://127.0.0.1:1", new IssuerClientSettings("x", null, List.of()));
        assertThatThrownBy(nowhere::registration).isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void there_is_no_demo_beside_an_issuer() {
        assertThat(anyone().post("/api/v1/demo/token", "{\"username\":\"hc\",\"password\":\"demo\"}")
                        .status())
                .isEqualTo(404);
        assertThat(anyone().post("/sign-in", "{\"username\":\"hc\",\"password\":\"demo\"}")
                        .status())
                .isEqualTo(405);
    }
}
