package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.examledger.endtoend.http.ContractAssertions.isReceipt;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.AuditedEvent;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ExtendTime;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.service.ServiceProcess;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when nobody asks: only the log is looked at, which changes nothing. */
class AutomationsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ALLOWED = 45 * 60;

    private ServiceProcess service;
    private LedgerClient client;
    private TinyExam exam;

    @BeforeEach
    void start() {
        service = ServiceProcess.start(
                SharedService.workDirectory(),
                "--exam.silence=4s",
                "--exam.sweep=1s",
                "--exam.grace=1s",
                "--exam.outage=3s");
        client = new LedgerClient(service.baseUrl());
        exam = TinyExam.locked(client, 2);
        client.token("auditor");
    }

    @AfterEach
    void end() {
        client.close();
        service.close();
    }

    private List<AuditedEvent> eventsOf(SessionClient session) {
        return new AuditTrail(client).of(session.sessionId(), 0);
    }

    private List<AuditedEvent> eventsOf(SessionClient session, String type) {
        return eventsOf(session).stream().filter(it -> it.type().equals(type)).toList();
    }

    private String leave(SessionClient session, int seconds) {
        var reply = client.sendAs(
                "hc",
                Call.post(Paths.session(session.sessionId(), "extend"), new ExtendTime(seconds - ALLOWED, "test")));
        return Objects.requireNonNull(reply.as(Receipt.class).deadline());
    }

    @Test
    void time_runs_out_and_silence_falls_without_anybody_asking() {
        var expiring = exam.session();
        var silent = exam.sessions().getLast();
        TinyExam.start(expiring);
        var deadline = leave(expiring, 2);
        var epoch = TinyExam.start(silent).epoch();

        await().atMost(PATIENCE)
                .until(() -> !eventsOf(expiring, "SessionTimedOut").isEmpty());
        assertThat(eventsOf(expiring).getLast().payload().path("endedAt").asString())
                .isEqualTo(deadline);

        await().atMost(PATIENCE)
                .until(() -> !eventsOf(silent, "SessionFellSilent").isEmpty());
        isReceipt(silent.answer(answer(epoch, 1, 12, 3)), "stored");
        await().atMost(PATIENCE)
                .until(() -> eventsOf(silent, "SessionFellSilent").size() == 2);
        assertThat(eventsOf(silent)).extracting(AuditedEvent::type).doesNotContain("SessionTimedOut");
    }

    @Test
    void an_outage_of_ours_is_given_back_once_before_anything_expires() {
        var session = exam.session();
        TinyExam.start(session);
        var deadline = Instant.parse(leave(session, 3));

        service.kill();
        service.restart();

        await().atMost(PATIENCE)
                .until(() -> !eventsOf(session, "SessionTimedOut").isEmpty());
        var changes = eventsOf(session, "TimeExtended");
        assertThat(changes).hasSize(2);
        var back = changes.getLast();
        assertThat(back.payload().path("seconds").asInt()).isGreaterThanOrEqualTo(3);
        var later = deadline.plusSeconds(back.payload().path("seconds").asInt());
        assertThat(Instant.parse(back.payload().path("deadline").asString())).isEqualTo(later);
        assertThat(Instant.parse(
                        eventsOf(session).getLast().payload().path("endedAt").asString()))
                .isEqualTo(later);
    }
}
