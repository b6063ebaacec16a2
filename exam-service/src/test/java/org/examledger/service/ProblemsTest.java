package org.examledger.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.examledger.service.Client.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class ProblemsTest {
    private static final String PROBE = "/api/v1/probe";

    @LocalServerPort
    private int port;

    private Client hc;

    @BeforeEach
    void signIn() {
        hc = Client.anonymous(port).as("hc");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).isEqualTo("urn:exam-ledger:problem:" + code);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(answer.response().body()).doesNotContain("org.", "java", "tools.jackson", "Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"number\":1,\"extra\":2}                | extra",
                "{\"number\":\"1\"}                        | number",
                "{\"number\":1.0}                          | number",
                "{\"number\":1.5}                          | number",
                "{\"number\":null}                         | number",
                "{\"number\":true}                         | number",
                "{\"number\":99999999999}                  | number",
                "{\"number\":1,\"big\":99999999999999999999}| big",
                "{\"number\":1,\"text\":5}                 | text",
                "{\"number\":1,\"text\":true}              | text",
                "{\"number\":1,\"text\":{}}                | text",
                "{\"number\":1,\"numbers\":3}              | numbers",
                "{\"number\":1,\"numbers\":[1,\"2\"]}      | numbers[1]",
                "{\"number\":1,\"flag\":\"true\"}          | flag",
                "{\"number\":1,\"flag\":1}                 | flag",
                "{\"number\":1,\"at\":1700000000}          | at",
                "{\"number\":1,\"at\":\"yesterday\"}       | at",
                "{\"number\":1,\"at\":\"+999999999-12-31T23:59:59Z\"} | at",
                "{\"number\":1,\"at\":\"9999-12-31T23:59:59-18:00\"} | at",
                "{\"number\":1,\"at\":\"-0001-01-01T00:00:00Z\"}     | at",
                "{\"number\":1,\"colour\":\"BLUE\"}        | colour",
                "{\"number\":1,\"colour\":0}               | colour",
                "{\"number\":1,\"id\":\"7\"}               | id",
            })
    void a_field_that_cannot_be_read_is_named(String body, String field) {
        var answer = hc.post(PROBE, body);
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
        assertThat(answer.json().get("instance").asString()).isEqualTo(PROBE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "null",
                "[]",
                "5",
                "{\"number\":1,\"number\":2}",
                "{\"number\":1} {}",
                "{\"number\":01}",
                "{'number':1}",
                "{\"number\":1,}",
                "{\"number\":NaN}",
                "{\"number\":1,\"any\":{\"a\":1,\"a\":2}}"
            })
    void a_body_that_is_not_the_expected_json_is_refused(String body) {
        assertProblem(hc.post(PROBE, body), 400, "invalid-request");
    }

    @Test
    void a_missing_primitive_is_refused_and_a_good_body_is_echoed() {
        assertProblem(hc.post(PROBE, "{\"text\":\"a\"}"), 400, "invalid-request");
        var good = hc.post(
                PROBE, "{\"number\":3,\"text\":\"é\",\"numbers\":[4,5],\"at\":\"2026-03-01T19:00:00.1239+07:00\"}");
        assertThat(good.status()).isEqualTo(200);
        assertThat(good.json().get("text").asString()).isEqualTo("é");
        assertThat(good.json().get("at").asString()).isEqualTo("2026-03-01T12:00:00.123Z");
    }

    @Test
    void times_always_have_three_digits() {
        var answer = hc.post(PROBE, "{\"number\":3,\"at\":\"2026-03-01T12:00:00Z\"}");
        assertThat(answer.json().get("at").asString()).isEqualTo("2026-03-01T12:00:00.000Z");
    }

    @Test
    void invalid_utf_8_is_refused() {
        assertProblem(
                hc.postBytes(PROBE, "{\"number\":1,\"text\":\"é\"}".getBytes(ISO_8859_1)), 400, "invalid-request");
    }

    @Test
    void a_body_nested_too_deeply_is_refused() {
        assertProblem(
                hc.post(PROBE, "{\"number\":1,\"any\":" + "[".repeat(60) + "]".repeat(60) + "}"),
                400,
                "invalid-request");
        assertThat(hc.post(PROBE, "{\"number\":1,\"any\":" + "[".repeat(40) + "]".repeat(40) + "}")
                        .status())
                .isEqualTo(200);
        assertProblem(hc.post(PROBE, "[".repeat(100_000)), 400, "invalid-request");
        assertProblem(hc.post(PROBE, "{\"number\":" + "9".repeat(5_000) + "}"), 400, "invalid-request");
    }

    @Test
    void another_media_type_is_refused() {
        for (var type : new String[] {
            "text/plain", "application/xml", "application/x-www-form-urlencoded", "application/*", "nonsense"
        }) {
            var request = hc.request(PROBE)
                    .POST(BodyPublishers.ofString("{\"number\":1}"))
                    .header("Content-Type", type);
            assertProblem(hc.send(request), 415, "unsupported-media-type");
        }
    }

    @Test
    void what_a_client_would_like_to_get_never_hides_what_was_done() {
        for (var accept : new String[] {"image/png", "text/html", "nonsense", "application/json;q=0"}) {
            var request = hc.request(PROBE)
                    .POST(BodyPublishers.ofString("{\"number\":6}"))
                    .header("Content-Type", "application/json")
                    .header("Accept", accept);
            var answer = hc.send(request);
            assertThat(answer.status()).as(accept).isEqualTo(200);
            assertThat(answer.json().get("number").asInt()).isEqualTo(6);
        }
    }

    @Test
    void a_large_body_is_refused_while_it_is_read_whatever_length_it_announced() {
        var large = "{\"number\":1,\"text\":\"" + "a".repeat(256 << 10) + "\"}";
        assertProblem(hc.post(PROBE, large), 413, "payload-too-large");
        assertProblem(hc.postChunked(PROBE, large), 413, "payload-too-large");
        assertProblem(hc.postChunked(PROBE + "/stream", large), 413, "payload-too-large");
        var small = "{\"number\":1,\"text\":\"" + "a".repeat(255 << 10) + "\"}";
        assertThat(hc.postChunked(PROBE, small).status()).isEqualTo(200);
        assertThat(hc.postChunked(PROBE + "/stream", small).json().get("length").asInt())
                .isEqualTo(small.length());
    }

    @Test
    void an_id_in_a_path_that_is_none_names_nothing() {
        assertProblem(hc.get(PROBE + "/items/7"), 404, "not-found");
        assertProblem(hc.get(PROBE + "/items/" + "a".repeat(3000)), 404, "not-found");
        assertThat(hc.get(PROBE + "/items/" + UUID.randomUUID()).status()).isEqualTo(200);
    }

    @Test
    void a_parameter_that_cannot_be_read_is_named() {
        var wrong = hc.get(PROBE + "/items/" + UUID.randomUUID() + "?limit=many");
        assertProblem(wrong, 400, "invalid-request");
        assertThat(wrong.json().get("errors").get(0).get("field").asString()).isEqualTo("limit");
        var missing = hc.get(PROBE + "/needs");
        assertProblem(missing, 400, "invalid-request");
        assertThat(missing.json().get("errors").get(0).get("field").asString()).isEqualTo("limit");
    }

    @Test
    void a_method_a_controller_does_not_offer_is_refused() {
        var answer = hc.get(PROBE + "/actor");
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).contains("POST");
    }

    @Test
    void a_file_that_fails_half_way_never_arrives_as_a_whole_one() {
        var early = hc.get(PROBE + "/half?bytes=1000");
        assertProblem(early, 503, "unavailable");
        assertThat(early.header("Content-Disposition")).isEmpty();
        assertThatThrownBy(() -> hc.get(PROBE + "/half?bytes=100000")).hasRootCauseInstanceOf(EOFException.class);
    }

    @Test
    void a_bug_says_nothing_of_itself() {
        assertProblem(hc.get(PROBE + "/bug"), 500, "internal");
    }

    @Test
    void a_problem_made_by_a_controller_keeps_its_code() {
        assertProblem(hc.get(PROBE + "/refusal"), 409, "session-closed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a\u0001b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /{}| HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/me;x=1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api//v1/me HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/sessions/..%2f..%2fdrafts/resume HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%2e%2e/etc HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "BREW / HTTP/1.1\r\nHost: x\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nBad Name: 1\r\n\r\n",
            })
    void a_malformed_request_is_refused_with_a_problem(String raw) throws IOException {
        assertThat(answerTo(raw)).startsWith("HTTP/1.1 4");
    }

    /** Asked for by a controller, and, with a page's cookie, by the filter that looks for the token of its form. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/probe/needs?limit=%zz HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n",
                "GET /api/v1/probe/needs?limit=1%00 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n",
                "GET /CMP/GetMonitoringProgress?title=%00 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n",
                "POST /CMP/SaveAnswer?x=%zz HTTP/1.1\r\nHost: x\r\nCookie: exam-ledger={token}\r\nContent-Length: 0\r\n\r\n",
                "POST /CMP/SaveAnswer HTTP/1.1\r\nHost: x\r\nCookie: exam-ledger={token}\r\nContent-Length: 5\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\nx=%zz",
            })
    void parameters_that_cannot_be_read_are_refused(String raw) throws IOException {
        var token = Client.anonymous(port).post("/api/v1/demo/token", "{\"username\":\"hc\",\"password\":\"demo\"}");

        var answer =
                answerTo(raw.replace("{token}", token.json().get("accessToken").asString()));

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"invalid-request\"");
    }

    @Test
    void a_form_that_is_too_large_is_refused_before_it_is_read() throws IOException {
        var token = Client.anonymous(port).post("/api/v1/demo/token", "{\"username\":\"hc\",\"password\":\"demo\"}");

        var answer = answerTo("POST /CMP/SaveAnswer HTTP/1.1\r\nHost: x\r\nCookie: exam-ledger="
                + token.json().get("accessToken").asString()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 300000\r\n\r\n"
                + "x".repeat(300_000));

        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"payload-too-large\"");
    }

    private String answerTo(String raw) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(raw.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).contains("application/problem+json", "\"code\":");
            assertThat(answer).doesNotContain("<html", "org.", "java");
            return answer;
        }
    }

    @Test
    void a_request_keeps_its_correlation_id_when_it_is_safe() {
        assertThat(hc.send(hc.request("/api/v1/me").header("X-Correlation-Id", "trace-7.a_B"))
                        .header("X-Correlation-Id"))
                .isEqualTo("trace-7.a_B");
        assertThat(hc.send(hc.request("/api/v1/me").header("X-Correlation-Id", "a b<script>"))
                        .header("X-Correlation-Id"))
                .matches("[0-9a-f]{16}");
    }

    @Test
    void the_api_is_described() {
        var document = Client.anonymous(port).get("/v3/api-docs").json();
        assertThat(document.get("paths").has("/api/v1/me")).isTrue();
        assertThat(document.get("info").get("title").asString()).isEqualTo("Exam Ledger");
        assertThat(Client.anonymous(port).get("/swagger-ui/index.html").status())
                .isEqualTo(200);
    }

    @Test
    void metrics_are_for_admins_and_health_is_for_all() {
        assertThat(Client.anonymous(port).get("/actuator/health/liveness").status())
                .isEqualTo(200);
        assertThat(Client.anonymous(port).get("/actuator/health/readiness").status())
                .isEqualTo(200);
        assertThat(hc.get("/actuator/prometheus").code()).isEqualTo("forbidden");
        assertThat(Client.anonymous(port)
                        .as("admin")
                        .get("/actuator/prometheus")
                        .response()
                        .body())
                .contains("jvm_memory_used_bytes");
    }
}
