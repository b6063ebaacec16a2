package org.examledger.endtoend.exams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Seed 004: an upcoming exam opens by itself when its time has come, for everybody at once, and nobody writes it down. */
@ExtendWith(SharedService.class)
class Seed004UpcomingToOpenIT {
    private final LedgerClient client;

    Seed004UpcomingToOpenIT(LedgerClient client) {
        this.client = client;
    }

    @Test
    void every_reader_sees_the_exam_open_at_the_very_instant_and_the_worker_can_start() {
        var jakarta = ZoneId.of("Asia/Jakarta");
        var opens = LocalDateTime.now(jakarta).plusSeconds(6).truncatedTo(ChronoUnit.SECONDS);
        var exam = TinyExam.lockedTo(client, 2, opens.toString(), jakarta.getId());
        var opensAt = opens.atZone(jakarta).toInstant();
        var session = exam.session();

        var early = session.start(UUID.randomUUID());
        assertThat(early.status()).as(early.text()).isEqualTo(409);
        assertThat(early.json().path("code").asString()).isEqualTo("not-open");
        assertThat(early.json().path("sessionStatus").asString()).isEqualTo("UPCOMING");

        var seen = new HashSet<String>();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    var monitor = monitor(exam);
                    for (var reader :
                            List.of(status(session), status(exam.sessions().getLast()), monitor)) {
                        var status = reader.path("status").asString();
                        var now = Instant.parse(reader.path("serverTime").asString());
                        assertThat(status).as("at %s", now).isEqualTo(now.isBefore(opensAt) ? "UPCOMING" : "OPEN");
                        seen.add(status);
                    }
                    assertThat(monitor.path("rows")
                                    .valueStream()
                                    .map(row -> row.path("status").asString()))
                            .as("siblings at %s", monitor.path("serverTime"))
                            .containsOnly(monitor.path("status").asString());
                    return monitor.path("status").asString().equals("OPEN");
                });
        assertThat(seen).containsExactlyInAnyOrder("UPCOMING", "OPEN");
        assertThat(mine(session)).isEqualTo("OPEN");

        assertThat(facts(session)).as("reading and opening leave no fact").containsExactly("SessionAssigned");
        assertThat(session.start(UUID.randomUUID()).status()).isEqualTo(200);
        assertThat(facts(session)).containsExactly("SessionAssigned", "SessionStarted");
        assertThat(facts(exam.sessions().getLast())).containsExactly("SessionAssigned");
    }

    @Test
    void a_date_opens_at_midnight_of_the_exams_zone_and_not_of_anybody_elses() {
        var east = ZoneId.of("Pacific/Kiritimati");
        var today = LocalDate.now(east);
        var open = TinyExam.lockedTo(client, 1, today.toString(), east.getId());
        var upcoming = TinyExam.lockedTo(client, 1, today.toString(), "Pacific/Pago_Pago");

        assertThat(status(open.session()).path("status").asString()).isEqualTo("OPEN");
        assertThat(mine(open.session())).isEqualTo("OPEN");
        assertThat(monitor(open).path("status").asString()).isEqualTo("OPEN");
        assertThat(open.session().start(UUID.randomUUID()).status()).isEqualTo(200);

        assertThat(status(upcoming.session()).path("status").asString()).isEqualTo("UPCOMING");
        assertThat(mine(upcoming.session())).isEqualTo("UPCOMING");
        assertThat(monitor(upcoming).path("status").asString()).isEqualTo("UPCOMING");
        assertThat(upcoming.session().start(UUID.randomUUID()).status()).isEqualTo(409);
    }

    @Test
    void nothing_that_is_read_may_be_kept_by_a_browser_without_asking_again() {
        var exam = TinyExam.lockedTo(client, 1, LocalDate.now(ZoneOffset.UTC).toString(), "UTC");

        for (var reply : List.of(
                exam.session().read("status", exam.position()),
                client.sendAs("hc", Call.get(Paths.monitor(exam.examId())).atLeast(exam.position())))) {
            assertThat(reply.header("Cache-Control").orElse(""))
                    .contains("no-cache")
                    .contains("private");
        }
    }

    private JsonNode status(SessionClient session) {
        return session.read("status", 0).successful().json();
    }

    private JsonNode monitor(TinyExam exam) {
        return client.sendAs("hc", Call.get(Paths.monitor(exam.examId())).atLeast(exam.position()))
                .successful()
                .json();
    }

    private String mine(SessionClient session) {
        return session.send(Call.get(Paths.MY_SESSIONS))
                .successful()
                .json()
                .valueStream()
                .filter(it -> it.path("sessionId").asString().equals(session.sessionId()))
                .map(it -> it.path("status").asString())
                .findAny()
                .orElse("not listed");
    }

    private List<String> facts(SessionClient session) {
        return new AuditTrail(client)
                .of(session.sessionId(), 0).stream().map(it -> it.type()).toList();
    }
}
