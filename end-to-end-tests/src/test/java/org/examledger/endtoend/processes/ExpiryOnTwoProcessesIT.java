package org.examledger.endtoend.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ExtendTime;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.http.TinyExam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hall that ends while one of two processes dies: every session expires, once, and nobody else's time is touched. */
class ExpiryOnTwoProcessesIT {
    private static final int SESSIONS = 60;
    private static final int ALLOWED = 45 * 60;
    private static final int SECONDS_LEFT = 15;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private Processes processes;

    @BeforeEach
    void start() {
        processes = Processes.start("--exam.sweep=1s", "--exam.grace=1s");
    }

    @AfterEach
    void stop() {
        processes.close();
    }

    private int count(String name) {
        return Integer.parseInt(processes.value("SELECT count(*) FROM log_event_readable WHERE name = '" + name + "'"));
    }

    @Test
    void each_session_expires_once_although_a_process_dies_in_the_middle() {
        var exam = TinyExam.locked(processes.here(), SESSIONS);
        exam.sessions().forEach(session -> {
            var unused = session.start(UUID.randomUUID()).successful();
            var shortened = new ExtendTime(SECONDS_LEFT - ALLOWED, "the hall is needed");
            var reply = processes
                    .there()
                    .sendAs("hc", Call.post(Paths.session(session.sessionId(), "extend"), shortened))
                    .successful();
            assertThat(reply.status()).isEqualTo(200);
        });

        await().atMost(LONG_ENOUGH).pollInterval(Duration.ofMillis(20)).until(() -> count("SessionTimedOut") > 0);
        processes.first().kill();

        await().atMost(LONG_ENOUGH).until(() -> count("SessionTimedOut") == SESSIONS);
        assertThat(processes.value(
                        "SELECT count(DISTINCT stream_id) FROM log_event_readable WHERE name = 'SessionTimedOut'"))
                .isEqualTo(Integer.toString(SESSIONS));
        assertThat(count("TimeExtended")).as("no outage was made up").isEqualTo(SESSIONS);
    }
}
