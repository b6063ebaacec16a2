package org.examledger.endtoend.exams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.LockedExam;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.client.SavedDraft;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** HC's hand on a locked exam, as everybody on it feels it. */
@ExtendWith(SharedService.class)
class ManageExamIT {
    private final LedgerClient client;

    ManageExamIT(LedgerClient client) {
        this.client = client;
    }

    @Test
    void who_is_put_on_late_gets_the_exams_current_times_and_nobody_else_is_touched() {
        var exam = TinyExam.locked(client, 1);
        reached(exam, post(exam, "extend", Map.of("seconds", 300, "reason", "noise", "includeNotStarted", true)));
        var late = "late-" + UUID.randomUUID();
        var workers = Map.of(
                "workers",
                List.of(
                        Map.of("workerId", exam.session().workerId(), "name", "Other", "extraMinutes", 50),
                        Map.of("workerId", late, "name", "Late Comer", "extraMinutes", 10)));

        var first = post(exam, "workers", workers);
        var again = post(exam, "workers", workers);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.json().path("sessions")).isEqualTo(first.json().path("sessions"));
        assertThat(first.json().path("sessions").size()).isEqualTo(2);
        assertThat(first.json().path("sessions").get(0).path("sessionId").asString())
                .isEqualTo(exam.session().sessionId());
        assertThat(first.json().path("sessions").get(1).path("workerId").asString())
                .isEqualTo(late);
        var session = first.json().path("sessions").get(1).path("sessionId").asString();
        assertThat(facts(session)
                        .getFirst()
                        .path("timing")
                        .path("durationSeconds")
                        .asInt())
                .isEqualTo(60 * (45 + 10) + 300);
        assertThat(types(session)).containsExactly("SessionAssigned");
        assertThat(types(exam.session().sessionId())).containsExactly("SessionAssigned", "TimeExtended");
    }

    @Test
    void extending_for_all_reaches_those_who_sit_and_the_others_only_when_it_says_so() {
        var exam = TinyExam.locked(client, 3);
        var sitting = exam.session();
        sitting.start(UUID.randomUUID()).successful();

        reached(exam, post(exam, "extend", Map.of("seconds", 120, "reason", "drill")));
        reached(exam, post(exam, "extend", Map.of("seconds", 60, "reason", "noise", "includeNotStarted", true)));

        assertThat(types(sitting.sessionId()).stream().filter("TimeExtended"::equals))
                .hasSize(2);
        assertThat(types(exam.sessions().getLast().sessionId())).containsExactly("SessionAssigned", "TimeExtended");
    }

    @Test
    void a_command_for_all_that_is_sent_twice_is_carried_out_once() {
        var exam = TinyExam.locked(client, 2);
        var extend = Call.post(
                        path(exam, "extend"), Map.of("seconds", 60, "reason", "noise", "includeNotStarted", true))
                .withKey(UUID.randomUUID());

        var first = reached(exam, hc(extend));
        var second = reached(exam, hc(extend));

        assertThat(second.json().path("sequence")).isEqualTo(first.json().path("sequence"));
        assertThat(first.json().path("sessions").asInt()).isEqualTo(2);
        assertThat(types(exam.session().sessionId())).containsExactly("SessionAssigned", "TimeExtended");
        isProblem(
                hc(new Call(
                        "POST",
                        path(exam, "extend"),
                        null,
                        extend.headers(),
                        "{\"seconds\":61,\"reason\":\"noise\",\"includeNotStarted\":true}"
                                .getBytes(StandardCharsets.UTF_8))),
                "command-reused");
    }

    @Test
    void an_exam_that_is_moved_lets_nobody_in_before_its_new_time() {
        var exam = TinyExam.locked(client, 1);
        var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);

        reached(exam, post(exam, "reschedule", Map.of("opensAt", tomorrow.toString(), "reason", "snow")));

        isProblem(exam.session().start(UUID.randomUUID()), "not-open");
        isProblem(post(exam, "reschedule", Map.of("opensAt", "soon", "reason", "snow")), "invalid-request");
        reached(exam, post(exam, "reschedule", Map.of("opensAt", "2025-03-01", "reason", "thaw")));
        assertThat(exam.session().start(UUID.randomUUID()).status()).isEqualTo(200);
    }

    @Test
    void a_cancelled_exam_ends_for_everybody_without_a_score_and_takes_nothing_more() {
        var exam = TinyExam.locked(client, 2);
        exam.session().start(UUID.randomUUID()).successful();

        reached(exam, post(exam, "cancel", Map.of("reason", "the paper was published")));

        for (var session : exam.sessions()) {
            hasStatus(session, "CANCELLED");
        }
        isProblem(post(exam, "extend", Map.of("seconds", 60, "reason", "late")), "exam-closed");
        var newcomer = Map.of("workers", List.of(Map.of("workerId", "new-" + UUID.randomUUID(), "name", "New")));
        var refused = post(exam, "workers", newcomer);
        isProblem(refused, "exam-closed");
        assertThat(refused.json().path("examStatus").asString()).isEqualTo("CANCELLED");
        assertThat(post(exam, "cancel", Map.of("reason", "again")).status()).isEqualTo(200);
    }

    @Test
    void a_worker_is_taken_off_with_a_reason_in_the_body_or_in_the_query() {
        var exam = TinyExam.locked(client, 2);
        var first = path(exam, "workers/" + exam.session().workerId());
        var second = path(exam, "workers/" + exam.sessions().getLast().workerId());

        isProblem(hc(Call.delete(first)), "invalid-request");
        isProblem(hc(Call.delete(path(exam, "workers/nobody") + "?reason=ill")), "not-found");
        assertThat(hc(Call.delete(first + "?reason=fallen%20ill")).status()).isEqualTo(200);
        var inBody = new Call(
                "DELETE",
                second,
                null,
                Map.of("Content-Type", "application/json"),
                "{\"reason\":\"moved\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(hc(inBody).status()).isEqualTo(200);

        hasStatus(exam.session(), "WITHDRAWN");
        assertThat(facts(exam.session().sessionId()).getLast().path("reason").asString())
                .isEqualTo("fallen ill");
        assertThat(facts(exam.sessions().getLast().sessionId())
                        .getLast()
                        .path("reason")
                        .asString())
                .isEqualTo("moved");
        assertThat(facts(exam.session().sessionId())).hasSize(2);
    }

    @Test
    void an_access_token_is_asked_for_at_the_first_start_only_and_a_renewed_one_replaces_it() {
        var exam = TinyExam.locked(client, 2);
        post(exam, "access-token", Map.of("accessToken", "Hall-7")).successful();
        var session = exam.session();

        isProblem(session.start(UUID.randomUUID()), "token-required");
        assertThat(startWith(session, "hall-7 ").status()).isEqualTo(200);
        post(exam, "access-token", Map.of("accessToken", "Hall-8")).successful();
        assertThat(session.start(UUID.randomUUID()).status()).as("coming back").isEqualTo(200);
        isProblem(startWith(exam.sessions().getLast(), "Hall-7"), "token-required");
        assertThat(startWith(exam.sessions().getLast(), "HALL-8").status()).isEqualTo(200);
    }

    @Test
    void a_key_is_corrected_once_and_only_for_what_is_on_the_exam() {
        var exam = TinyExam.locked(client, 1);

        var corrected = post(exam, "answer-key", Map.of("questionId", 11, "correct", List.of(1), "reason", "typo"));
        var same = post(exam, "answer-key", Map.of("questionId", 11, "correct", List.of(1), "reason", "again"));

        assertThat(corrected.json().path("keyVersion").asInt()).isEqualTo(2);
        assertThat(same.json().path("keyVersion").asInt()).isEqualTo(2);
        assertThat(same.json().path("sequence")).isEqualTo(corrected.json().path("sequence"));
        isProblem(
                post(exam, "answer-key", Map.of("questionId", 11, "correct", List.of(9), "reason", "odd")),
                "not-on-paper");
        isProblem(
                post(exam, "answer-key", Map.of("questionId", 99, "correct", List.of(1), "reason", "odd")),
                "not-on-paper");
        isProblem(post(exam, "review-policy", Map.of("reason", "none said")), "invalid-request");
        assertThat(post(exam, "review-policy", Map.of("reviewAfterEnd", true, "reason", "asked for"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void packages_take_turns_on_each_paper_and_the_worker_sees_his_own() {
        var draft = hc(Call.post(Paths.DRAFTS, packages(7, 3, 9))).as(SavedDraft.class);
        var exam = hc(Call.post(Paths.lock(String.valueOf(draft.draftId())))).as(LockedExam.class);

        for (var session : exam.sessions()) {
            var worker = new SessionClient(client, session.workerId(), session.sessionId());
            var started = worker.start(UUID.randomUUID()).as(Receipt.class);
            var paper = facts(session.sessionId()).getFirst().path("paper");
            var ids = paper.path("questions")
                    .valueStream()
                    .map(it -> it.path("questionId").asInt())
                    .toList();
            assertThat(ids).hasSize(3).doesNotHaveDuplicates();
            assertThat(ids.stream().map(id -> id / 100))
                    .as("one of each package")
                    .containsExactlyInAnyOrder(1, 2, 3);
            var seen = worker.read("paper", started.position())
                    .json()
                    .path("pages")
                    .valueStream()
                    .flatMap(page -> page.path("questions").valueStream())
                    .map(it -> it.path("id").asInt())
                    .toList();
            assertThat(seen).isEqualTo(ids);
        }
        assertThat(exam.sessions().stream()
                        .map(it -> facts(it.sessionId())
                                .getFirst()
                                .path("paper")
                                .path("hash")
                                .asString())
                        .distinct()
                        .count())
                .as("different papers among neighbours")
                .isGreaterThan(1);
    }

    @Test
    void an_unknown_exam_is_not_found() {
        isProblem(
                hc(Call.post(
                        "/api/v1/exams/" + UUID.randomUUID() + "/close", Map.of("reason", "alarm", "scoring", "ZERO"))),
                "not-found");
    }

    private static Map<String, Object> packages(int... sizes) {
        return Map.of(
                "title",
                "Packages",
                "category",
                "walk",
                "opensAt",
                "2025-03-01",
                "zone",
                "UTC",
                "durationMinutes",
                45,
                "passPercentage",
                60,
                "workers",
                IntStream.range(0, 20)
                        .mapToObj(it -> Map.of("workerId", "worker-" + (960_000 + it), "name", "Packed " + it))
                        .toList(),
                "packages",
                IntStream.range(0, sizes.length)
                        .mapToObj(it -> Map.of(
                                "name",
                                "Package " + it,
                                "questions",
                                IntStream.range(0, sizes[it])
                                        .mapToObj(id -> question(100 * (it + 1) + id))
                                        .toList()))
                        .toList());
    }

    private static Map<String, Object> question(int id) {
        return Map.of(
                "id",
                id,
                "text",
                "Question " + id,
                "options",
                List.of(Map.of("id", 1, "text", "yes"), Map.of("id", 2, "text", "no")),
                "correct",
                List.of(1),
                "points",
                1);
    }

    /** Waits until all sessions have heard of what the command brought. */
    private Reply reached(TinyExam exam, Reply accepted) {
        accepted.successful();
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    var fanOut = hc(Call.get("/api/v1/exams/" + exam.examId()))
                            .json()
                            .path("fanOut");
                    return fanOut.path("done").asInt() == fanOut.path("total").asInt();
                });
        return accepted;
    }

    private static void hasStatus(SessionClient session, String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> session.read("status", 0)
                        .json()
                        .path("status")
                        .asString()
                        .equals(status));
    }

    private Reply startWith(SessionClient session, String accessToken) {
        return session.send(Call.post(
                Paths.session(session.sessionId(), "start"), Map.of("clientId", "page", "accessToken", accessToken)));
    }

    private Reply post(TinyExam exam, String what, Object body) {
        return hc(Call.post(path(exam, what), body));
    }

    private static String path(TinyExam exam, String what) {
        return "/api/v1/exams/" + exam.examId() + "/" + what;
    }

    private Reply hc(Call call) {
        return client.sendAs("hc", call);
    }

    private List<String> types(String sessionId) {
        return new AuditTrail(client)
                .of(sessionId, 0).stream().map(it -> it.type()).toList();
    }

    private List<JsonNode> facts(String sessionId) {
        return new AuditTrail(client)
                .of(sessionId, 0).stream().map(it -> it.payload()).toList();
    }
}
