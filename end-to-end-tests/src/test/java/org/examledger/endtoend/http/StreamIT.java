package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;
import static org.examledger.endtoend.http.ContractAssertions.isReceipt;
import static org.examledger.endtoend.http.TinyExam.answer;

import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.EventStream;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
class StreamIT {
    private final LedgerClient client;
    private TinyExam exam;
    private Receipt started;

    StreamIT(LedgerClient client) {
        this.client = client;
    }

    @BeforeEach
    void start() {
        exam = TinyExam.locked(client, 2);
        started = exam.start();
    }

    private EventStream open(Call call) {
        return client.open(call.as(client.token("hc")));
    }

    private Call stream() {
        return Call.get(Paths.monitorStream(exam.examId())).atLeast(started.position());
    }

    @Test
    void who_watches_sees_a_click_and_who_comes_back_what_he_missed() {
        long seen;
        try (var stream = open(stream())) {
            assertThat(stream.header("Content-Type")).contains("text/event-stream");
            assertThat(stream.header("Cache-Control").orElse("")).contains("no-store");
            assertThat(stream.header("X-Accel-Buffering")).contains("no");
            var snapshot = stream.next();
            assertThat(snapshot.name()).isEqualTo("snapshot");
            var monitor = client.sendAs(
                            "hc", Call.get(Paths.monitor(exam.examId())).atLeast(snapshot.id()))
                    .json();
            assertThat(snapshot.data().propertyNames()).containsExactlyInAnyOrderElementsOf(monitor.propertyNames());
            assertThat(snapshot.data().path("counters")).isEqualTo(monitor.path("counters"));
            assertThat(snapshot.data().path("rows").size()).isEqualTo(2);
            assertThat(metrics()).contains("exam_monitor_watchers 1.0", "exam_monitor_watched");
            // It takes no place among the polls that are being answered.
            assertThat(metrics()).contains("exam_requests_running{asked=\"poll\"} 0.0");

            var click = isReceipt(exam.session().answer(answer(started.epoch(), 1, 11, 2)), "stored");
            var delta = stream.next(event -> event.id() >= click.position());
            assertThat(delta.name()).isEqualTo("delta");
            assertThat(delta.data().path("rows").size()).isEqualTo(1);
            var row = delta.data().path("rows").get(0);
            assertThat(row.propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            monitor.path("rows").get(0).propertyNames());
            assertThat(row.path("answered").asInt()).isEqualTo(1);
            seen = delta.id();
        }
        var missed = isReceipt(exam.session().answer(answer(started.epoch(), 2, 12, 3)), "stored");
        try (var stream = open(Call.get(Paths.monitorStream(exam.examId()))
                .atLeast(missed.position())
                .with("Last-Event-ID", Long.toString(seen)))) {
            var first = stream.next();
            assertThat(first.name()).isEqualTo("delta");
            assertThat(first.id()).isGreaterThanOrEqualTo(missed.position());
            assertThat(first.data().path("rows").get(0).path("answered").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void who_may_not_watch_gets_a_problem_and_no_stream() {
        isProblem(exam.session().send(stream()), "forbidden");
        isProblem(client.send(stream()), "unauthenticated");
        isProblem(
                client.sendAs("hc", Call.get(Paths.monitorStream("00000000-0000-0000-0000-00000000abcd"))),
                "not-found");
        isProblem(client.sendAs("hc", Call.get(stream().path() + "&status=ASLEEP")), "invalid-request");
    }

    private String metrics() {
        return client.sendAs("admin", Call.get("/actuator/prometheus")).text();
    }
}
