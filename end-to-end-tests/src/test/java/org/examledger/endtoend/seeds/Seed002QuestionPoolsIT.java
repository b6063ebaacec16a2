package org.examledger.endtoend.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.service.ServiceProcess;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What seed 002 asks for: three scenarios in which a pool broke, with a service that reads pools from a folder. */
class Seed002QuestionPoolsIT {
    private static final String POOLS = Paths.BASE + "/question-pools";

    private static ServiceProcess service;
    private static LedgerClient client;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        file("a.json", "Hive", "beginner", 6);
        Files.writeString(folder.resolve("b.json"), "{\"technology\":\"Hive\",\"level\":\"intermediate\",");
        file("c.json", "Hive", "expert", 2);
        service = ServiceProcess.start(SharedService.workDirectory(), "--exam.pools.folder=" + folder);
        client = new LedgerClient(service.baseUrl());
        await().atMost(Duration.ofSeconds(20)).until(() -> revision("Hive/expert") == 1);
    }

    @AfterAll
    static void stop() {
        client.close();
        service.close();
    }

    private static void file(String name, String technology, String level, int questions) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "{\"technology\":\"%s\",\"level\":\"%s\",\"questions\":%s}"
                        .formatted(technology, level, questions(level, questions)));
    }

    private static String questions(String text, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> """
                        {"id":%d,"text":"%s %d","points":3,"correct":[2],
                         "options":[{"id":1,"text":"a"},{"id":2,"text":"b"}]}""".formatted(id, text, id))
                .toList()
                .toString();
    }

    private static Reply hc(Call call) {
        return client.sendAs("hc", call);
    }

    private static JsonNode pool(String path) {
        return hc(Call.get(POOLS + "/" + path)).json();
    }

    private static int revision(String path) {
        return pool(path).path("revision").asInt(0);
    }

    private static Reply generate(String technology, String... levels) {
        return hc(Call.post(POOLS + "/" + technology + "/generate", Map.of("levels", List.of(levels))));
    }

    /** Scenario 3: one pool that is broken at the start leaves the others as they are. */
    @Test
    void a_broken_file_at_the_start_keeps_none_of_the_good_ones() throws IOException {
        assertThat(pool("hive/BEGINNER").path("questions").size()).isEqualTo(6);
        assertThat(pool("Hive/expert").path("questions").size()).isEqualTo(2);
        assertThat(hc(Call.get(POOLS + "/Hive/intermediate")).status()).isEqualTo(404);
        assertThat(Files.readString(service.output())).contains("b.json").contains("is left out");
    }

    /** Scenario 1: whoever clicks twice, or two who click at once, get one pool and no error. */
    @Test
    void clicking_twice_replaces_and_never_fails() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var click = (Callable<Reply>) () -> generate("Hive", "beginner");
            for (Future<Reply> reply :
                    threads.invokeAll(List.of(click, click, click, click, click, click, click, click))) {
                assertThat(reply.get().status()).isEqualTo(202);
            }
        }
        await().until(() -> !pool("Hive/beginner").path("generating").asBoolean());
        assertThat(revision("Hive/beginner"))
                .as("the same content again changes nothing")
                .isEqualTo(1);
        assertThat(pool("Hive/beginner").path("failure").isNull()).isTrue();
    }

    /** Scenario 2: three levels, one of which cannot be brought. */
    @Test
    void a_level_that_fails_keeps_none_of_the_others() throws IOException {
        file("d.json", "Spark", "beginner", 3);
        file("e.json", "Spark", "expert", 4);

        var entries = generate("Spark", "beginner", "intermediate", "expert");

        assertThat(entries.json().valueStream().map(it -> it.path("outcome").asString()))
                .containsExactly("started", "started", "started");
        await().until(() -> revision("Spark/beginner") == 1 && revision("Spark/expert") == 1);
        await().until(() ->
                !pool("Spark/intermediate").path("failure").asString("").isEmpty());
        assertThat(revision("Spark/intermediate")).isZero();
    }

    @Test
    void a_pool_is_replaced_by_hand_and_then_has_the_next_revision() {
        for (var content : List.of("first", "second")) {
            hc(Call.put(POOLS + "/Ada/beginner", "{\"questions\":%s}".formatted(questions(content, 2))))
                    .successful();
        }
        var reply = hc(Call.put(POOLS + "/ADA/Beginner", "{\"questions\":%s}".formatted(questions("second", 2))));

        assertThat(reply.json().path("outcome").asString()).isEqualTo("unchanged");
        assertThat(reply.json().path("revision").asInt()).isEqualTo(2);
        var broken = hc(Call.put(POOLS + "/Ada/beginner", "{\"questions\":[{\"id\":1}],\"size\":2}"));
        assertThat(broken.json()
                        .path("errors")
                        .valueStream()
                        .map(it -> it.path("field").asString()))
                .contains("size", "questions[0].text", "questions[0].points", "questions[0].options");
    }

    @Test
    void what_a_draft_wants_of_a_pool_is_drawn_when_it_is_locked() {
        var draft = Map.of(
                "title",
                "Hive for beginners",
                "opensAt",
                "2026-01-01",
                "durationMinutes",
                30,
                "passPercentage",
                50,
                "workers",
                List.of(Map.of("workerId", "worker-820001", "name", "Bo")),
                "questions",
                List.of(Map.of("pool", Map.of("technology", "Hive", "level", "beginner", "count", 7))));
        var draftId = hc(Call.post(Paths.DRAFTS, draft)).json().path("draftId").asString();

        var tooMany = hc(Call.post(Paths.lock(draftId)));
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.json().path("errors").get(0).path("message").asString())
                .isEqualTo("has 6 questions, 7 are needed");

        var place = Map.of("pool", Map.of("technology", "Hive", "level", "beginner", "count", 4));
        hc(Call.put(Paths.draft(draftId), Map.of("questions", List.of(place)))).successful();
        var locked = hc(Call.post(Paths.lock(draftId))).successful();
        var session = locked.json().path("sessions").get(0).path("sessionId").asString();
        var started = client.sendAs(
                        "worker-820001", Call.post(Paths.session(session, "start"), Map.of("clientId", "c")))
                .successful();
        var paper = client.sendAs(
                        "worker-820001",
                        Call.get(Paths.session(session, "paper"))
                                .atLeast(started.json().path("position").asLong()))
                .successful();
        var texts = new HashSet<String>();
        for (var number = 1; number <= 6; number++) {
            if (paper.text().contains("\"beginner " + number + "\"")) {
                texts.add("beginner " + number);
            }
        }
        assertThat(texts).as(paper.text()).hasSize(4);
    }
}
