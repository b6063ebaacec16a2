package org.examledger.service.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.examledger.events.StreamId;
import org.examledger.service.Client;
import org.examledger.service.Client.Answer;
import org.examledger.service.RunningService;
import org.examledger.service.security.Places.Place;
import org.examledger.service.security.Places.State;
import org.examledger.store.LogReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * The tour of somebody who means harm: each stop is refused by its code, and none leaves a row in the log.
 *
 * <p>Stops that are guarded elsewhere are not made twice: forged tokens in {@link IssuerSignInTest} and
 * {@link DemoTokenTest}, foreign ids and wrong methods in {@link RouteMatrixTest}, guessed ids in {@code LimitsTest}, other
 * sites' forms and beacons in {@link SignInTest}, deep, broken, oversized and unannounced bodies in {@code ProblemsTest},
 * the inside of hostile files in {@code HostileFilesTest}.
 */
@RunningService
class HostileClientTest {
    private static final String IMPORTS = "/api/v1/question-imports?dryRun=";

    @LocalServerPort
    private int port;

    @Autowired
    private LogReader log;

    private Place mine;
    private Client hc;
    private Client worker;
    private List<Long> before;

    @BeforeEach
    void settle() {
        var places = new Places(port);
        mine = places.session(State.RUNNING);
        hc = places.hc();
        worker = Client.anonymous(port).as(mine.owner());
        before = stored();
    }

    @AfterEach
    void nothing_was_stored() {
        assertThat(stored()).isEqualTo(before);
    }

    /** How far my session is, and how many drafts there are. */
    private List<Long> stored() {
        var head = log.headOf(StreamId.ofSession(UUID.fromString(mine.id()))).orElseThrow();
        return List.of((long) head.sequence(), (long) drafts().size());
    }

    private JsonNode drafts() {
        return hc.get("/api/v1/drafts?atLeast=" + mine.position()).json();
    }

    private String path(String what) {
        return Places.SESSION.replace("{id}", mine.id()) + "/" + what;
    }

    private String answer() {
        return "{\"epoch\":%d,\"clientSeq\":3,\"questionId\":1,\"optionIds\":[2],\"pageIndex\":0}"
                .formatted(mine.epoch());
    }

    private static void assertRefused(Answer answer, String code) {
        assertThat(answer.code()).as(answer.response().body()).isEqualTo(code);
        assertThat(answer.response().body()).doesNotContain("Exception", "org.examledger.", "\tat ");
    }

    @Test
    void a_token_longer_than_a_header_may_be_is_refused() {
        var answer = Client.anonymous(port).with("a".repeat(100_000)).get("/api/v1/me");
        assertThat(answer.status()).isBetween(400, 431);
        assertThat(answer.isProblem()).isTrue();
        assertRefused(Client.anonymous(port).with("a".repeat(5_000)).get("/api/v1/me"), "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void a_header_does_not_make_another_method_of_one(String header) {
        var drafts = drafts();
        var request = worker.request("/api/v1/drafts")
                .header(header, "GET")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        assertRefused(worker.send(request), "forbidden");
        var status = hc.request(path("status") + "?atLeast=" + mine.position())
                .header(header, "POST")
                .GET();
        assertThat(hc.send(status).status()).isEqualTo(200);
        assertRefused(
                hc.send("POST", path("status") + "?_method=GET", BodyPublishers.ofString("{}")), "method-not-allowed");
        assertThat(drafts()).isEqualTo(drafts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix"})
    void a_header_does_not_lead_to_another_route(String header) {
        var request =
                worker.request("/api/v1/me").header(header, "/api/v1/exams").GET();
        assertThat(worker.send(request).json().has("person")).isTrue();
        var forbidden =
                worker.request("/api/v1/exams").header(header, "/api/v1/me").GET();
        assertRefused(worker.send(forbidden), "forbidden");
    }

    @Test
    void the_roles_in_a_body_or_a_header_are_nobodys() {
        var request = worker.request("/api/v1/exams")
                .header("X-Forwarded-User", "admin")
                .header("X-Roles", "hc")
                .header("Remote-User", "hc")
                .GET();
        assertRefused(worker.send(request), "forbidden");
        assertRefused(
                Client.anonymous(port)
                        .post(
                                "/api/v1/demo/token",
                                "{\"username\":\"worker-1\",\"password\":\"demo\",\"roles\":[\"hc\"]}"),
                "invalid-request");
    }

    /** Sent by hand, because no client library would. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Correlation-Id: a\r\n injected: 1\r\n",
                "X-Correlation-Id: a\nSet-Cookie: exam-ledger=x\r\n",
                "X-Correlation-Id: a\rSet-Cookie: exam-ledger=x\r\n",
                "Host: other\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n"
            })
    void a_header_that_ends_too_early_or_comes_twice_adds_nothing_to_the_answer(String header) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(("POST /sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n0\r\n\r\n")
                            .getBytes(ISO_8859_1));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
            assertThat(answer.split("\r\n\r\n", 2)[0]).doesNotContain("injected", "Set-Cookie");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><quiz>&x;</quiz>",
                "<!DOCTYPE assessmentItem SYSTEM \"http://127.0.0.1:1/x.dtd\"><assessmentItem/>",
                "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><quiz>&b;</quiz>"
            })
    void a_file_that_wants_another_file_is_refused(String xml) {
        for (var dry : new String[] {"true", "false"}) {
            var refused = upload(IMPORTS + dry, "application/xml", xml.getBytes(UTF_8));
            assertThat(refused.status()).as(refused.response().body()).isBetween(400, 422);
            assertThat(refused.isProblem()).isTrue();
        }
    }

    @Test
    void a_zip_that_unpacks_without_end_is_refused() {
        var bomb = zip(Map.of("imsmanifest.xml", new byte[80 << 20]));
        assertThat(bomb).hasSizeLessThan(200_000);

        var refused = upload(IMPORTS + "false", "application/zip", bomb);

        assertThat(refused.status()).as(refused.response().body()).isBetween(400, 422);
        assertThat(refused.isProblem()).isTrue();
    }

    @Test
    void a_zip_that_wants_to_write_elsewhere_writes_nowhere() {
        var traversal = zip(Map.of("../../../../tmp/exam-ledger-hostile.xml", "<assessmentItem/>".getBytes(UTF_8)));

        var answer = upload(IMPORTS + "true", "application/zip", traversal);

        assertThat(answer.status()).isBetween(200, 422);
        assertThat(new java.io.File("/tmp/exam-ledger-hostile.xml")).doesNotExist();
    }

    @Test
    void what_was_sent_by_another_sites_page_is_refused_by_every_command_of_a_session() {
        var signedIn = Client.anonymous(port)
                .post("/sign-in", "{\"username\":\"%s\",\"password\":\"demo\"}".formatted(mine.owner()));
        var cookie = signedIn.header("Set-Cookie").split(";", 2)[0];
        for (var what : new String[] {"start", "answers", "answers/batch", "page", "heartbeat", "submit", "abandon"}) {
            for (var type : new String[] {
                "application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
            }) {
                var request = Client.anonymous(port)
                        .request(path(what))
                        .header("Cookie", cookie)
                        .header("Origin", "https://elsewhere.example")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(answer()));
                assertRefused(Client.anonymous(port).send(request), "forbidden");
            }
        }
    }

    @Test
    void an_answer_is_not_brought_by_another_door() {
        assertThat(hc.post(path("answers"), answer()).code()).isEqualTo("forbidden");
        assertThat(Client.anonymous(port).post(path("answers"), answer()).code())
                .isEqualTo("unauthenticated");
        assertThat(worker.post(path("answers") + "/", answer()).status()).isIn(404, 405);
        assertThat(worker.post(path("answers").toUpperCase(java.util.Locale.ROOT), answer())
                        .status())
                .isEqualTo(404);
    }

    private Answer upload(String path, String type, byte[] file) {
        HttpRequest.Builder request =
                hc.request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(file));
        return hc.send(request);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }
}
