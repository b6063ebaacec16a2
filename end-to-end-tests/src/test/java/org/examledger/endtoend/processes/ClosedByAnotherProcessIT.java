package org.examledger.endtoend.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.http.TinyExam;
import org.junit.jupiter.api.Test;

/** What one process began for all sessions of an exam, another one brings to its end. */
class ClosedByAnotherProcessIT {
    private static final int SESSIONS = 2_000;

    /** The lease of the killed one and the sweep of the other, with room for a busy machine. */
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(60);

    @Test
    void each_session_is_closed_once_though_the_process_that_began_with_it_is_gone() {
        try (var processes = Processes.start()) {
            var exam = TinyExam.locked(processes.here(), SESSIONS);
            var close = Call.post(
                    "/api/v1/exams/" + exam.examId() + "/close", Map.of("reason", "alarm", "scoring", "ZERO"));

            processes.here().sendAs("hc", close).successful();
            await().pollInterval(Duration.ofMillis(5)).until(() -> done(processes, exam) > 0);
            processes.first().kill();
            var reached = done(processes, exam);
            assertThat(reached)
                    .as("INCONCLUSIVE: the kill did not come in the middle")
                    .isBetween(1, SESSIONS - 1);

            await().atMost(TAKEN_OVER_WITHIN).until(() -> done(processes, exam) == SESSIONS);
            assertThat(processes.value("SELECT count(*) || ' in ' || count(DISTINCT stream_id)"
                            + " FROM log_event_readable WHERE name = 'ExamClosed'"))
                    .as("%d of them by the process that was killed", reached)
                    .isEqualTo(SESSIONS + " in " + SESSIONS);
            var fanOut = processes
                    .there()
                    .sendAs("hc", Call.get("/api/v1/exams/" + exam.examId()))
                    .successful()
                    .json()
                    .path("fanOut");
            assertThat(fanOut.path("kind").asString()).isEqualTo("CLOSE");
            assertThat(fanOut.path("done").asInt()).isEqualTo(SESSIONS);
        }
    }

    private static int done(Processes processes, TinyExam exam) {
        var done =
                processes.value("SELECT coalesce(max(done), 0) FROM exam_fan_out WHERE kind = 'CLOSE' AND exam_id = '"
                        + exam.examId() + "'");
        return Integer.parseInt(done);
    }
}
