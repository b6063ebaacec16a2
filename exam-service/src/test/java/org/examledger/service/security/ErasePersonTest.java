package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.examledger.events.Actor.Role;
import org.examledger.service.Client;
import org.examledger.service.Client.Answer;
import org.examledger.service.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was erased is nobody any more: his deeds stay, under an id that leads nowhere (R13). */
@RunningService
class ErasePersonTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Client as(String user) {
        return Client.anonymous(port).as(user);
    }

    private Answer erase(String workerId) {
        return as("admin").send("DELETE", "/api/v1/people/" + workerId, BodyPublishers.noBody());
    }

    /** An exam of one worker, started by him; answers with the exam's and the session's id. */
    private List<String> startedBy(String worker, String name) {
        var hc = as("hc");
        var draft = hc.post("/api/v1/drafts", """
                {"title":"Erasing","opensAt":"2026-01-01","durationMinutes":45,"passPercentage":60,
                 "workers":[{"workerId":"%s","name":"%s"}],
                 "questions":[{"id":1,"text":"Who?","points":2,"correct":[1],
                               "options":[{"id":1,"text":"I"},{"id":2,"text":"You"}]}]}""".formatted(worker, name));
        var id = draft.json().get("draftId").asString();
        var locked = hc.post("/api/v1/drafts/" + id + "/lock", "").json();
        var session = locked.get("sessions").get(0).get("sessionId").asString();
        var start = as(worker).post("/api/v1/sessions/" + session + "/start", "{\"clientId\":\"c\"}");
        assertThat(start.status()).isEqualTo(200);
        return List.of(locked.get("examId").asString(), session);
    }

    private List<String> rowsOfLog() {
        return jdbc.sql("SELECT e::text FROM log_event e ORDER BY position")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Rows of any table in which this text stands. */
    private List<String> holding(String text) {
        var tables = jdbc.sql("SELECT format('%I', table_name) FROM information_schema.tables"
                        + " WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'")
                .query((row, number) -> row.getString(1))
                .list();
        var bytes =
                "%" + java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "%";
        return tables.stream()
                .filter(table -> jdbc.sql("SELECT count(*) FROM " + table + " t WHERE t::text LIKE ? OR t::text LIKE ?")
                                .params("%" + text + "%", bytes)
                                .query(Long.class)
                                .single()
                        > 0)
                .toList();
    }

    @Test
    void nothing_tells_any_more_who_he_was_and_the_log_is_what_it_was() {
        var exam = startedBy("worker-9201", "Xanthippe Erasable");
        var person = as("worker-9201").get("/api/v1/me").json().get("person").asString();
        assertThat(holding("Xanthippe Erasable")).containsExactly("person");
        var before = rowsOfLog();

        var erased = erase("worker-9201");

        assertThat(erased.status()).isEqualTo(204);
        assertThat(holding("Xanthippe Erasable")).isEmpty();
        assertThat(holding("worker-9201")).isEmpty();
        var after = rowsOfLog();
        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after).hasSize(before.size() + 1);
        var position = Long.parseLong(erased.header("X-Log-Position"));
        var hc = as("hc");
        var monitor = hc.get("/api/v1/exams/" + exam.getFirst() + "/monitor?atLeast=" + position)
                .json();
        assertThat(monitor.get("rows").get(0).get("workerName").asString()).isEqualTo(person);
        var draft = hc.get("/api/v1/drafts/" + exam.getFirst() + "?atLeast=" + position);
        assertThat(draft.response().body()).contains(person).doesNotContain("Xanthippe", "worker-9201");
        assertThat(as("auditor")
                        .get("/api/v1/audit/sessions/" + exam.getLast() + "/events")
                        .response()
                        .body())
                .contains(person);
    }

    @Test
    void an_erasure_may_be_repeated_and_leaves_one_fact() {
        as("worker-9202").get("/api/v1/me");
        assertThat(erase("worker-9202").status()).isEqualTo(204);
        var rows = rowsOfLog().size();

        assertThat(erase("worker-9202").status()).isEqualTo(204);

        assertThat(rowsOfLog()).hasSize(rows);
        var unknown = erase("worker-9299");
        assertThat(unknown.code()).isEqualTo("not-found");
    }

    /** As after a crash between the fact and the directory: the fact is there, the entry too. */
    @Test
    void a_repeat_completes_what_a_crash_left() {
        var person = as("worker-9203").get("/api/v1/me").json().get("person").asString();
        assertThat(erase("worker-9203").status()).isEqualTo(204);
        jdbc.sql("INSERT INTO person (person, worker_id) VALUES (?, ?)")
                .params(UUID.fromString(person), "worker-9203")
                .update();
        var rows = rowsOfLog().size();

        assertThat(erase("worker-9203").status()).isEqualTo(204);

        assertThat(rowsOfLog()).hasSize(rows);
        assertThat(holding("worker-9203")).isEmpty();
    }

    @Test
    void a_token_from_before_is_refused_and_who_comes_back_is_somebody_new() {
        var exam = startedBy("worker-9204", "Yorick Gone");
        var earlier = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5));
        var old = new DemoTokens(DemoKey.keptIn(jdbc), "exam-ledger", earlier).issue("worker-9204", Role.WORKER);
        var page = Client.anonymous(port).with(old);
        var resume = "/api/v1/sessions/" + exam.getLast() + "/resume";
        await().untilAsserted(() -> assertThat(page.get(resume).status()).isEqualTo(200));
        var person = page.get("/api/v1/me").json().get("person").asString();

        assertThat(erase("worker-9204").status()).isEqualTo(204);

        assertThat(page.get(resume).code()).isEqualTo("unauthenticated");
        assertThat(holding("worker-9204")).as("his page made no new entry").isEmpty();
        var later = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(2));
        var fresh = new DemoTokens(DemoKey.keptIn(jdbc), "exam-ledger", later).issue("worker-9204", Role.WORKER);
        var back = Client.anonymous(port).with(fresh);
        assertThat(back.get("/api/v1/me").json().get("person").asString()).isNotEqualTo(person);
        assertThat(back.get("/api/v1/me/sessions").response().body()).isEqualTo("[]");
        assertThat(back.get(resume).code()).isEqualTo("not-found");
    }
}
