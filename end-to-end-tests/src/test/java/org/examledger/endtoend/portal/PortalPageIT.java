package org.examledger.endtoend.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.AuditedEvent;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.LockedExam;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.SavedDraft;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.client.SessionResult;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal's page sits whole exams over a lossy line; what it was told is held against the log. */
@ExtendWith(SharedService.class)
class PortalPageIT {
    private static final int QUESTIONS = 12;
    private static final int PER_PAGE = 4;
    private static final int POINTS = 5;
    private static final AtomicInteger NEXT = new AtomicInteger(960_001);

    /** One worker's session as the portal knows it, started. */
    private record Sitting(LedgerClient client, String worker, int number, SessionClient session) {
        PortalTab tab(LossyLine line) {
            var signIn = client.send(Call.post("/sign-in", Map.of("username", worker, "password", "demo")));
            var cookie = signIn.header("Set-Cookie").orElseThrow().split(";", 2)[0];
            var me = client.send(Call.get("/api/v1/me").with("Cookie", cookie));
            return new PortalTab(line.baseUrl(), cookie, me.json().path("csrf").asString(), number);
        }

        /** The options that count, by question id: of each question the newest answer of the log. */
        Map<Integer, Integer> answersIn(List<AuditedEvent> log) {
            var answers = new HashMap<Integer, Integer>();
            log.stream()
                    .filter(it -> it.type().equals("AnswerSelected"))
                    .forEach(it -> answers.put(
                            it.payload().path("questionId").asInt(),
                            it.payload().path("optionIds").path(0).asInt()));
            return answers;
        }

        List<AuditedEvent> log() {
            return new AuditTrail(client).of(session.sessionId(), 0);
        }
    }

    @Test
    void a_page_on_a_bad_line_loses_no_answer_that_it_was_told_is_saved(LedgerClient client) throws Exception {
        var seed = new Random().nextInt(1_000_000);
        System.out.println("The portal's page on a bad line, seed " + seed);
        var sittings = sittings(client, 4);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Boolean>>();
            for (var index = 0; index < sittings.size(); index++) {
                var sitting = sittings.get(index);
                var random = new Random(seed + index);
                var tabs = 1 + index % 2;
                all.add(() -> sit(sitting, random, tabs));
            }
            for (var one : threads.invokeAll(all)) {
                assertThat(one.get()).as("seed %d", seed).isTrue();
            }
        }
    }

    private static boolean sit(Sitting sitting, Random random, int tabs) throws IOException {
        try (var line = new LossyLine(sitting.client().baseUrl(), random.nextLong());
                var first = sitting.tab(line);
                var second = sitting.tab(line)) {
            var open = tabs == 1 ? List.of(first) : List.of(first, second);
            for (var page = 0; page < QUESTIONS / PER_PAGE; page++) {
                for (var clicks = 0; clicks < 14; clicks++) {
                    var tab = open.get(random.nextInt(open.size()));
                    tab.click(1 + page * PER_PAGE + random.nextInt(PER_PAGE), 1 + random.nextInt(3));
                }
                open.forEach(PortalTab::settle);
                for (var tab : open) {
                    tab.turnTo(Math.min(page + 1, QUESTIONS / PER_PAGE - 1));
                }
            }
            open.getLast().beacon(0);
            isHeld(sitting, open);
            handIn(sitting, first);
        }
        return true;
    }

    /** Every acknowledged save is in the log; with one tab it is the one that counts. No place is given twice. */
    private static void isHeld(Sitting sitting, List<PortalTab> tabs) {
        var log = sitting.log();
        var places = new HashSet<String>();
        var saved = new HashSet<String>();
        for (var event : log) {
            var payload = event.payload();
            if (payload.has("clientSeq")) {
                assertThat(places.add(payload.path("epoch") + "/" + payload.path("clientSeq")))
                        .as("%s has a place of its own", event)
                        .isTrue();
            }
            if (event.type().equals("AnswerSelected")) {
                saved.add(payload.path("questionId") + "="
                        + payload.path("optionIds").path(0));
            }
        }
        assertThat(log).extracting(AuditedEvent::type).doesNotContain("AnswerSuperseded");
        for (var tab : tabs) {
            assertThat(tab.acknowledged).isNotEmpty();
            tab.acknowledged.forEach((question, option) -> assertThat(saved).contains(question + "=" + option));
        }
        if (tabs.size() == 1) {
            assertThat(sitting.answersIn(log)).containsAllEntriesOf(tabs.getFirst().acknowledged);
        }
    }

    private static void handIn(Sitting sitting, PortalTab tab) throws IOException {
        var review = tab.submitForm("/CMP/ExamSummary");
        assertThat(review.statusCode()).isEqualTo(303);
        assertThat(review.headers().firstValue("Location")).contains("/CMP/ExamSummary?id=" + sitting.number());
        assertThat(sitting.answersIn(sitting.log())).containsAllEntriesOf(tab.shown());

        var client = sitting.client();
        var page = client.sendAs(sitting.worker(), Call.get("/CMP/ExamSummary?id=" + sitting.number()));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("name=\"id\" value=\"%d\"".formatted(sitting.number()));

        var handedIn = tab.submitForm("/CMP/SubmitExam");
        assertThat(handedIn.statusCode()).isEqualTo(303);
        assertThat(handedIn.headers().firstValue("Location")).contains("/CMP/Results/" + sitting.number());
        var log = sitting.log();
        assertThat(log).extracting(AuditedEvent::type).containsOnlyOnce("SessionSubmitted");
        var answers = sitting.answersIn(log);
        var right = answers.entrySet().stream()
                .filter(it -> it.getValue() == 1 + it.getKey() % 3)
                .count();
        var result = sitting.session().read("result", log.getLast().position()).as(SessionResult.class);
        assertThat(result.status()).isEqualTo("SUBMITTED");
        assertThat(result.score()).isEqualByComparingTo("" + right * POINTS);
        isSeen(sitting, log.getLast().position(), right * POINTS);
    }

    /** The page is told that it is over, and the portal's monitor shows how it ended. */
    private static void isSeen(Sitting sitting, long position, long points) {
        var client = sitting.client();
        assertThat(sitting.session().read("status", position).status()).isEqualTo(200);
        var status = client.sendAs(sitting.worker(), Call.get("/CMP/CheckExamStatus?sessionId=" + sitting.number()));
        assertThat(status.text())
                .isEqualTo("{\"closed\":true,\"redirectUrl\":\"/CMP/Results/%d\"}".formatted(sitting.number()));
        var group = "?title=The%20portal%27s%20exam&category=walk&scheduleDate=2025-03-01";
        var monitor = client.sendAs("hc", Call.get("/CMP/GetMonitoringProgress" + group));
        assertThat(monitor.json()
                        .valueStream()
                        .filter(it -> it.path("sessionId").asInt() == sitting.number()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("status").asString()).isEqualTo("Completed");
                    assertThat(it.path("score").asLong()).isEqualTo(points);
                });
    }

    @Test
    void saves_that_come_at_once_leave_one_answer_and_each_its_own_place(LedgerClient client) throws Exception {
        var sitting = sittings(client, 1).getFirst();
        var token = client.token(sitting.worker());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var saves = IntStream.range(0, 60)
                    .mapToObj(each -> (Callable<String>) () -> client.send(new Call(
                                    "POST",
                                    "/CMP/SaveAnswer",
                                    token,
                                    Map.of("Content-Type", "application/x-www-form-urlencoded"),
                                    "sessionId=%d&questionId=3&optionId=%d"
                                            .formatted(sitting.number(), 1 + each % 3)
                                            .getBytes(StandardCharsets.US_ASCII)))
                            .text())
                    .toList();
            for (var one : threads.invokeAll(saves)) {
                assertThat(one.get()).isEqualTo("{\"success\":true}");
            }
        }
        var log = sitting.log();
        var sequences = log.stream()
                .filter(it -> it.type().equals("AnswerSelected"))
                .map(it -> it.payload().path("clientSeq").asInt())
                .toList();
        assertThat(sequences)
                .isNotEmpty()
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, sequences.size()).boxed().toList());
        assertThat(log).extracting(AuditedEvent::type).containsOnlyOnce("SessionResumed");
        var resumed = sitting.session().read("resume", log.getLast().position()).json();
        assertThat(resumed.path("answers").path("3").path(0).asInt())
                .isEqualTo(sitting.answersIn(log).get(3));
        assertThat(resumed.path("answered").asInt()).isEqualTo(1);
    }

    private static List<Sitting> sittings(LedgerClient client, int count) {
        var numbers =
                IntStream.range(0, count).mapToObj(it -> NEXT.getAndIncrement()).toList();
        var draft = Map.of(
                "title",
                "The portal's exam",
                "category",
                "walk",
                "opensAt",
                "2025-03-01",
                "durationMinutes",
                45,
                "passPercentage",
                60,
                "questionsPerPage",
                PER_PAGE,
                "workers",
                numbers.stream()
                        .map(it -> Map.of("workerId", "worker-" + it, "portalSessionId", it))
                        .toList(),
                "questions",
                IntStream.rangeClosed(1, QUESTIONS)
                        .mapToObj(PortalPageIT::question)
                        .toList());
        var draftId = client.sendAs("hc", Call.post(Paths.DRAFTS, draft))
                .as(SavedDraft.class)
                .draftId();
        var exam = client.sendAs("hc", Call.post(Paths.lock("" + draftId))).as(LockedExam.class);
        return numbers.stream()
                .map(it -> {
                    var worker = "worker-" + it;
                    var session = new SessionClient(
                            client, worker, exam.sessionsByWorker().getOrDefault(worker, "none"));
                    var unused = session.start(UUID.randomUUID()).successful();
                    return new Sitting(client, worker, it, session);
                })
                .toList();
    }

    /** Right is 1 + the question's number modulo 3. */
    private static Map<String, Object> question(int id) {
        return Map.of(
                "id",
                id,
                "text",
                "question " + id,
                "points",
                POINTS,
                "correct",
                List.of(1 + id % 3),
                "options",
                IntStream.rangeClosed(1, 3)
                        .mapToObj(it -> Map.of("id", it, "text", "option " + it))
                        .toList());
    }
}
