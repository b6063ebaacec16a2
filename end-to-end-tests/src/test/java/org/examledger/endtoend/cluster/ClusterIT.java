package org.examledger.endtoend.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.examledger.endtoend.http.ContractAssertions.isReceipt;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.examlog.TestSeed;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.Checkout;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two processes that take commands and two that answer, behind HAProxy. The last test ends one of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final int TAKERS = 6;
    private static final String SERVED_BY = "X-Served-By";

    private static Cluster cluster;
    private static LedgerClient client;

    private final long seed = TestSeed.of(ClusterIT.class);

    @BeforeAll
    static void start() {
        if (!Balancer.isThere()) {
            var what =
                    "SKIPPED: tests of several processes behind a balancer need HAProxy; install the package haproxy";
            System.err.println(what);
            Assumptions.abort(what);
        }
        cluster = Cluster.start(SharedService.workDirectory().resolve("cluster"), 0, "--exam.demo.exam=false");
        client = new LedgerClient(cluster.front());
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            client.close();
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void an_exam_is_taken_and_watched_through_the_balancer() {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var epoch = exam.start().epoch();
        var watch = Call.get(Paths.monitorStream(exam.examId())).atLeast(exam.position());
        try (var stream = client.open(watch.as(client.token("hc")))) {
            assertThat(stream.header(SERVED_BY).orElseThrow()).startsWith("query-");
            assertThat(stream.next().name()).isEqualTo("snapshot");
            var click = isReceipt(session.answer(answer(epoch, 1, 12, 3)), "stored");
            assertThat(stream.next(event -> event.id() >= click.position()).name())
                    .isEqualTo("delta");
        }
        var end = isReceipt(session.submit(new SubmitSession(epoch, 2, 1, null, Map.of("12", 1L))), "stored");

        assertThat(session.read("result", end.position()).json().path("score").asInt())
                .isEqualTo(10);
        var csv = client.sendAs(
                "hc",
                Call.get("/api/v1/exams/" + exam.examId() + "/results.csv").atLeast(end.position()));
        assertThat(csv.text()).contains("SUBMITTED");
        var question = Call.post(
                "/api/v1/exams/" + exam.examId() + "/what-if", Map.of("questionId", 12, "correct", List.of(1)));
        assertThat(client.sendAs("hc", question.atLeast(end.position())).status())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void who_signed_in_at_one_process_is_known_to_all_with_his_page_token() {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var signIn = client.send(Call.post("/sign-in", Map.of("username", session.workerId(), "password", "demo")));
        var cookie = signIn.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        var token = signIn.json().path("csrf").asString();
        assertThat(token).isNotEmpty();
        for (var name : cluster.names()) {
            try (var direct = new LedgerClient(cluster.process(name).baseUrl())) {
                var me = direct.send(Call.get("/api/v1/me").with("Cookie", cookie));
                assertThat(me.json().path("csrf").asString()).as(name).isEqualTo(token);
            }
        }

        var start = Call.post(Paths.session(session.sessionId(), "start"), Map.of("clientId", "by-cookie"))
                .with("Cookie", cookie)
                .withKey(UUID.randomUUID());
        assertThat(client.send(start).code()).isEqualTo("forbidden");
        assertThat(client.send(start.with("X-CSRF-TOKEN", token)).status()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void every_route_leads_to_a_process_that_serves_it() throws IOException {
        var serving = new TreeMap<String, Set<String>>();
        for (var name : cluster.names()) {
            try (var direct = new LedgerClient(cluster.process(name).baseUrl())) {
                routes(direct.send(Call.get("/v3/api-docs")).json())
                        .forEach(route -> serving.computeIfAbsent(route, it -> new TreeSet<>())
                                .add(name));
            }
        }
        var all = routes(JSON.readTree(Files.readString(Checkout.root().resolve("docs/openapi.json"))));
        assertThat(serving.keySet()).as("all processes together serve all").containsExactlyInAnyOrderElementsOf(all);

        for (var route : all) {
            var words = route.split(" ", 2);
            var path = words[1].replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            var reply = client.send(new Call(words[0], path, null, Map.of(), null));
            assertThat(serving.get(route))
                    .as(route)
                    .contains(reply.header(SERVED_BY).orElseThrow());
        }
        assertThat(serverOf("POST", "/CMP/SaveAnswer")).startsWith("command-");
        assertThat(serverOf("GET", "/CMP/CheckExamStatus")).startsWith("query-");
        assertThat(serverOf("POST", "/actuator/rebuild")).startsWith("query-");
    }

    private static String serverOf(String method, String path) {
        return client.send(new Call(method, path, null, Map.of(), null))
                .header(SERVED_BY)
                .orElseThrow();
    }

    private static List<String> routes(JsonNode description) {
        return description
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
    }

    @Test
    @Order(4)
    void a_session_stays_at_one_process_and_sessions_are_spread_over_both() {
        // A process that a starved machine kept from answering its health check gives its sessions away for that
        // moment.
        await().atMost(LONG_ENOUGH).untilAsserted(() -> {
            var homes = TinyExam.locked(client, 24).sessions().stream()
                    .map(ClusterIT::servedWhere)
                    .toList();
            assertThat(homes).allSatisfy(home -> assertThat(home).hasSize(1));
            assertThat(homes.stream().flatMap(Set::stream)).contains("command-1", "command-2");
        });
    }

    /** The processes that took three answers of a session. */
    private static Set<String> servedWhere(SessionClient session) {
        var epoch = session.start(UUID.randomUUID()).json().path("epoch").asLong();
        return Stream.of(answer(epoch, 1, 11, 1), answer(epoch, 2, 12, 2), answer(epoch, 3, 11, 3))
                .map(click -> session.answer(click).header(SERVED_BY).orElseThrow())
                .collect(Collectors.toSet());
    }

    @Test
    @Order(5)
    void what_a_client_claims_about_his_address_is_not_believed() throws IOException {
        var wrong = Call.post(Paths.DEMO_TOKEN, Map.of("username", "nobody-" + UUID.randomUUID(), "password", "wrong"))
                .with("X-Forwarded-For", "203.0.113.7")
                .with("Forwarded", "for=203.0.113.7");
        assertThat(client.send(wrong).status()).isEqualTo(401);

        var said = new StringBuilder();
        for (var name : cluster.names()) {
            Files.readAllLines(cluster.process(name).output()).stream()
                    .filter(line -> line.contains("event=sign-in-refused"))
                    .forEach(said::append);
        }
        assertThat(said).contains("from=\"127.0.0.1\"").doesNotContain("203.0.113.7");
    }

    @Test
    @Order(6)
    void every_process_is_restarted_while_exams_are_taken_and_nobody_has_to_know() throws IOException {
        var exam = TinyExam.locked(client, TAKERS);
        try (var takers = new Takers(exam, new SplittableRandom(seed))) {
            await().atMost(LONG_ENOUGH).until(() -> takers.answers() > 10 * TAKERS);
            for (var pair : List.of(List.of("command-1", "query-1"), List.of("command-2", "query-2"))) {
                var before = takers.answers();
                restart(pair);
                assertThat(takers.answers())
                        .as("nobody was held up for so long")
                        .isGreaterThan(before + TAKERS);
            }
            takers.stopAndCheck();
            System.out.printf(
                    "%d answers while each process was restarted; %d requests had to be repeated%n",
                    takers.answers(), client.unknownOutcomes());
        }
        for (var name : cluster.names()) {
            assertThat(Files.readString(cluster.process(name).output()))
                    .as("%s said goodbye before it went", name)
                    .containsSubsequence(
                            "requests that still come are answered",
                            "Commencing graceful shutdown",
                            "Graceful shutdown complete",
                            "Started ExamLedger")
                    .as("%s signs the log that the others sign", name)
                    .doesNotContain("The log does not go on from the checkpoints");
        }
    }

    private static void restart(List<String> names) {
        try (var threads = Executors.newCachedThreadPool()) {
            names.stream()
                    .map(name -> CompletableFuture.runAsync(() -> cluster.restart(name), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    @Test
    @Order(7)
    void when_a_process_that_takes_commands_is_killed_the_other_one_goes_on_with_its_sessions() {
        var exam = TinyExam.locked(client, TAKERS);
        try (var takers = new Takers(exam, new SplittableRandom(~seed))) {
            await().atMost(LONG_ENOUGH).until(() -> takers.answers() > 10 * TAKERS);
            cluster.process("command-1").kill();
            var then = takers.answers();
            await().atMost(LONG_ENOUGH).until(() -> takers.answers() > then + 50 * TAKERS);
            takers.stopAndCheck();
        }
        assertThat(serverOf("POST", Paths.session(exam.session().sessionId(), "answers")))
                .isEqualTo("command-2");
        cluster.balancer().await("command-1", false);
    }
}
