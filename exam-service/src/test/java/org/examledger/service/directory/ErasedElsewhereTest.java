package org.examledger.service.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.examledger.service.Client;
import org.examledger.service.Client.Answer;
import org.examledger.service.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Another process erased him, and this one still remembers his token as verified: nothing brings him back (R13). */
@RunningService
class ErasedElsewhereTest {
    private static final String WORKER = "worker-9301";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Directory directory;

    @Test
    void an_open_page_in_a_process_that_remembers_its_token_makes_no_new_entry() {
        var page = Client.anonymous(port).as(WORKER);
        var person = page.get("/api/v1/me").json().get("person").asString();
        var elsewhere = new Erasures(jdbc, transactions, event -> {}, Duration.ofHours(24));

        elsewhere.erase(WORKER, UUID.fromString(person));

        var session = "/api/v1/sessions/" + UUID.randomUUID();
        List<Supplier<Answer>> asked = List.of(
                () -> page.get("/api/v1/me"),
                () -> page.get("/api/v1/me/sessions"),
                () -> page.post(session + "/heartbeat", "{\"epoch\":1,\"visibility\":\"visible\"}"),
                // Refused, and put down with who was refused.
                () -> page.get("/api/v1/exams/" + UUID.randomUUID() + "/monitor"),
                () -> page.post("/sign-out", ""));
        for (var one : asked) {
            var answer = one.get();
            assertThat(answer.status()).as("his token is remembered").isNotEqualTo(401);
            assertThat(directory.knownPersonOf(WORKER))
                    .as("after " + answer.response().uri())
                    .isEmpty();
        }
        assertThat(page.get("/api/v1/me").status()).as("verified anew").isEqualTo(401);
        assertThat(directory.knownPersonOf(WORKER)).isEmpty();
    }

    @Test
    void until_then_he_acts_under_the_id_he_had() {
        var page = Client.anonymous(port).as("worker-9302");
        var person = page.get("/api/v1/me").json().get("person").asString();
        new Erasures(jdbc, transactions, event -> {}, Duration.ofHours(24))
                .erase("worker-9302", UUID.fromString(person));

        assertThat(page.get("/api/v1/me").json().get("person").asString()).isEqualTo(person);
    }
}
