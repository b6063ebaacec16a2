package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;
import static org.examledger.endtoend.http.ContractAssertions.isReceipt;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.util.List;
import java.util.UUID;
import org.examledger.endtoend.client.AuditedEvent;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
class HistoryIT {
    private final LedgerClient client;
    private TinyExam exam;
    private Receipt last;

    HistoryIT(LedgerClient client) {
        this.client = client;
    }

    @BeforeEach
    void answer_five_times() {
        exam = TinyExam.locked(client, 1);
        last = exam.start();
        for (var clientSeq = 1; clientSeq <= 5; clientSeq++) {
            last = isReceipt(exam.session().answer(answer(last.epoch(), clientSeq, 12, 1 + clientSeq % 4)), "stored");
        }
    }

    @Test
    void each_fact_has_the_keys_of_the_contract_and_the_names_of_the_api() {
        var event = events("").getLast();
        var raw = client.sendAs("auditor", history("")).json();

        assertThat(raw.get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "sequence", "position", "type", "revision", "at", "actor", "payload", "hash");
        assertThat(event.type()).isEqualTo("AnswerSelected");
        assertThat(event.sequence()).isEqualTo(last.sequence());
        assertThat(event.position()).isEqualTo(last.position());
        assertThat(event.payload().path("questionId").asInt()).isEqualTo(12);
        assertThat(event.payload().path("optionIds").get(0).asInt()).isEqualTo(2);
        assertThat(event.payload().path("pageIndex").asInt()).isEqualTo(1);
        assertThat(event.payload().path("epoch").asLong()).isEqualTo(last.epoch());
        assertThat(event.payload().path("clientSeq").asLong()).isEqualTo(5);
    }

    @Test
    void history_is_read_in_parts() {
        assertThat(events("")).extracting(AuditedEvent::sequence).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(events("?limit=3")).extracting(AuditedEvent::sequence).containsExactly(0L, 1L, 2L);
        assertThat(events("?after=2&limit=3"))
                .extracting(AuditedEvent::sequence)
                .containsExactly(3L, 4L, 5L);
        assertThat(events("?after=6")).isEmpty();
    }

    @Test
    void history_holds_neither_name_nor_worker_id() {
        assertThat(client.sendAs("auditor", history("")).text())
                .doesNotContain(exam.session().workerId())
                .doesNotContain("Walker");
    }

    @Test
    void only_the_auditor_reads_history() {
        isProblem(client.sendAs("hc", history("")), "forbidden");
        isProblem(exam.session().send(history("")), "forbidden");
        isProblem(
                client.sendAs("auditor", Call.get(Paths.events(UUID.randomUUID().toString()))), "not-found");
    }

    private List<AuditedEvent> events(String query) {
        return List.of(client.sendAs("auditor", history(query)).as(AuditedEvent[].class));
    }

    private Call history(String query) {
        return Call.get(Paths.events(exam.session().sessionId()) + query).atLeast(last.position());
    }
}
