package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.http.ContractAssertions.isReceipt;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.time.Duration;
import java.util.List;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.AuditedEvent;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.ResumeState;
import org.examledger.endtoend.service.ServiceProcess;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Has a service of its own, because it ends it. The client never asks for a second token. */
class RestartIT {
    private ServiceProcess service;
    private LedgerClient client;
    private TinyExam exam;
    private Receipt stored;

    @BeforeEach
    void answer_once() {
        service = ServiceProcess.start(SharedService.workDirectory());
        client = new LedgerClient(service.baseUrl());
        exam = TinyExam.locked(client, 1);
        client.token("auditor");
        stored = isReceipt(exam.session().answer(answer(exam.start().epoch(), 1, 12, 3)), "stored");
    }

    @AfterEach
    void end() {
        client.close();
        service.close();
    }

    @Test
    void a_stopped_service_stops_its_database_and_keeps_its_data_and_tokens() {
        var before = new AuditTrail(client).of(exam.session().sessionId(), stored.position());

        var watching = client.open(Call.get(Paths.monitorStream(exam.examId())).as(client.token("hc")));
        assertThat(watching.next().name()).isEqualTo("snapshot");

        var begun = System.nanoTime();
        service.stop();
        assertThat(service.database()).isEmpty();
        assertThat(watching.isOver()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("the end waits for nobody who watches")
                .isLessThan(Duration.ofSeconds(18));
        service.restart();

        theExamGoesOn();
        assertThat(new AuditTrail(client).of(exam.session().sessionId(), 0))
                .startsWith(before.toArray(new AuditedEvent[0]));
    }

    @Test
    void a_killed_service_takes_over_the_database_that_survived() {
        service.kill();
        var survivor = service.database();
        service.restart();

        theExamGoesOn();
        assertThat(survivor).isPresent();
        service.stop();
        assertThat(service.database()).isEmpty();
    }

    private void theExamGoesOn() {
        var again = isReceipt(exam.session().answer(answer(stored.epoch(), 1, 12, 3)), "duplicate");
        assertThat(again.position()).isEqualTo(stored.position());
        var next = isReceipt(exam.session().answer(answer(stored.epoch(), 2, 11, 2)), "stored");
        assertThat(next.sequence()).isEqualTo(stored.sequence() + 1);
        assertThat(next.position()).isGreaterThan(stored.position());
        var resumed = exam.session().read("resume", next.position()).as(ResumeState.class);
        assertThat(resumed.answers()).containsEntry("12", List.of(3)).containsEntry("11", List.of(2));
    }
}
