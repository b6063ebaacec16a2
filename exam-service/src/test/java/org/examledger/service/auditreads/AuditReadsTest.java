package org.examledger.service.auditreads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.examledger.service.Client;
import org.examledger.service.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever reads history is put down, beside the log. */
@RunningService
class AuditReadsTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Client as(String user) {
        return Client.anonymous(port).as(user);
    }

    private static String events(UUID session) {
        return "/api/v1/audit/sessions/" + session + "/events";
    }

    private long head() {
        return jdbc.sql("SELECT position FROM log_head").query(Long.class).single();
    }

    @Test
    void a_read_is_put_down_with_who_what_and_under_which_request_and_appends_nothing() {
        var session = UUID.randomUUID();
        var auditor = as("auditor");
        var me = auditor.get("/api/v1/me").json().get("person").asString();
        var head = head();

        auditor.send(auditor.request(events(session)).header("X-Correlation-Id", "look-1"));
        auditor.send(
                auditor.request(events(session)).method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(head()).isEqualTo(head);
        var reads = as("admin").get("/api/v1/audit-reads?sessionId=" + session).json();
        assertThat(reads).hasSize(2);
        var read = reads.get(0);
        assertThat(read.get("person").asString()).isEqualTo(me);
        assertThat(read.get("route").asString()).isEqualTo("/api/v1/audit/sessions/{sessionId}/events");
        assertThat(read.get("sessionId").asString()).isEqualTo(session.toString());
        assertThat(read.get("correlationId").asString()).isEqualTo("look-1");
        assertThat(read.get("at").asString()).endsWith("Z");
        assertThat(read.has("examId")).isFalse();
    }

    @Test
    void who_was_not_let_in_has_read_nothing() {
        var session = UUID.randomUUID();

        as("hc").get(events(session));
        as("admin").get(events(session));
        Client.anonymous(port).get(events(session));

        assertThat(as("admin").get("/api/v1/audit-reads?sessionId=" + session).json())
                .isEmpty();
    }

    @Test
    void they_are_shown_part_by_part_to_admins_only() {
        var auditor = as("auditor");
        for (var read = 0; read < 3; read++) {
            auditor.get(events(UUID.randomUUID()));
        }
        var admin = as("admin");

        var first = admin.get("/api/v1/audit-reads?limit=2").json();
        var last = first.get(1).get("number").asLong();
        var rest = admin.get("/api/v1/audit-reads?after=" + last).json();

        assertThat(first).hasSize(2);
        assertThat(StreamSupport.stream(rest.spliterator(), false)
                        .map(read -> read.get("number").asLong()))
                .isNotEmpty()
                .allMatch(number -> number > last);
        assertThat(admin.get("/api/v1/audit-reads?limit=0").code()).isEqualTo("invalid-request");
        assertThat(admin.get("/api/v1/audit-reads?sessionId=x").code()).isEqualTo("invalid-request");
        assertThat(auditor.get("/api/v1/audit-reads").code()).isEqualTo("forbidden");
    }

    @Test
    void old_ones_are_forgotten() {
        var session = UUID.randomUUID();
        var reads = new AuditReads(jdbc, Duration.ofDays(1));
        reads.add(UUID.randomUUID(), "old", session, null, "");
        jdbc.sql("UPDATE audit_read SET at = now() - interval '25 hours' WHERE session_id = ?")
                .param(session)
                .update();
        reads.add(UUID.randomUUID(), "young", session, null, "");

        reads.forgetOldOnes();

        assertThat(reads.of(session, 0, 10)).extracting(AuditRead::route).containsExactly("young");
    }
}
