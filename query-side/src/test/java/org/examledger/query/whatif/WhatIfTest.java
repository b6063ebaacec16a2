package org.examledger.query.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.ProjectionStatus;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.RandomSession;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@QuerySideTest
class WhatIfTest {
    private static final Instant START = Facts.OPENS.plusSeconds(60);
    private static final List<List<Integer>> KEYS =
            List.of(List.of(1), List.of(2, 3), List.of(), List.of(4), List.of(1, 4));

    @Autowired
    private ProjectionStatus status;

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<Projection> projections;

    private UUID exam;

    @BeforeEach
    void an_exam() {
        exam = story.exam("Supposed");
        clock.set(START.plusSeconds(100));
    }

    private MvcTestResult whatIf(String body) {
        return whatIf("", body);
    }

    private MvcTestResult whatIf(String query, String body) {
        return browser.post("hc:hc-9", "/exams/" + exam + "/what-if" + query, body);
    }

    /** Right in question 13, for 4 of 14 points. */
    private UUID four(String person) {
        var session = story.started(exam, person, START);
        story.session(session, Facts.answer(13, List.of(4), 0, 1, 1), START.plusSeconds(1));
        story.session(session, Facts.submitted(1, 9), START.plusSeconds(9));
        return session;
    }

    /** Right in questions 13 and 12, for 7 of 14 points. */
    private UUID seven(String person) {
        var session = story.started(exam, person, START);
        story.session(session, Facts.answer(13, List.of(4), 0, 1, 1), START.plusSeconds(1));
        story.session(session, Facts.answer(12, List.of(2, 3), 1, 1, 2), START.plusSeconds(2));
        story.session(session, Facts.submitted(1, 9), START.plusSeconds(9));
        return session;
    }

    @Test
    void another_key_tells_who_would_have_another_score_and_how_the_exam_would_come_out() {
        var passed = seven("p-501");
        var failed = four("p-502");
        story.started(exam, "p-503", START);

        assertThat(whatIf("{\"questionId\":13,\"correct\":[1],\"reason\":\"asked for\"}"))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("X-Read-Position", Long.toString(story.head()));
        var told = Browser.textOf(whatIf("{\"questionId\":13,\"correct\":[1]}"));
        assertThat(JsonPath.<Map<String, Object>>read(told, "$"))
                .containsAllEntriesOf(Map.of(
                        "examId",
                        exam.toString(),
                        "keyVersion",
                        1,
                        "sessions",
                        2,
                        "changed",
                        2,
                        "passInstead",
                        0,
                        "failInstead",
                        1));
        assertThat(JsonPath.<Map<String, Object>>read(told, "$.before"))
                .isEqualTo(Map.of("passed", 1, "failed", 1, "meanScore", 5.5, "meanPercent", 39.0));
        assertThat(JsonPath.<Map<String, Object>>read(told, "$.after"))
                .isEqualTo(Map.of("passed", 0, "failed", 2, "meanScore", 1.5, "meanPercent", 10.5));
        assertThat(changeOf(told, passed))
                .isEqualTo(Map.of(
                        "sessionId",
                        passed.toString(),
                        "workerId",
                        "worker-of-p-501",
                        "workerName",
                        "Name of p-501",
                        "status",
                        "SUBMITTED",
                        "before",
                        Map.of("score", 7, "maximum", 14, "percent", 50, "passed", true),
                        "after",
                        Map.of("score", 3, "maximum", 14, "percent", 21, "passed", false)));
        assertThat(changeOf(told, failed))
                .containsEntry("after", Map.of("score", 0, "maximum", 14, "percent", 0, "passed", false));
    }

    private static Map<String, Object> changeOf(String told, UUID session) {
        return JsonPath.<List<Map<String, Object>>>read(told, "$.items[?(@.sessionId == '" + session + "')]")
                .getFirst();
    }

    @Test
    void a_dropped_question_leaves_the_maximum() {
        var session = four("p-511");

        assertThat(changeOf(Browser.textOf(whatIf("{\"questionId\":14,\"correct\":[]}")), session))
                .containsEntry("after", Map.of("score", 4, "maximum", 9, "percent", 44, "passed", false));
    }

    @Test
    void several_changes_are_taken_together_and_with_another_pass_mark() {
        var session = four("p-512");
        var body = """
                {"keys":[{"questionId":14,"correct":[]},{"questionId":12,"correct":[]}],"passPercentage":66}""";

        var told = Browser.textOf(whatIf(body));
        assertThat(changeOf(told, session))
                .containsEntry("after", Map.of("score", 4, "maximum", 6, "percent", 66, "passed", true));
        assertThat(JsonPath.<Integer>read(told, "$.passInstead")).isEqualTo(1);
        assertThat(changeOf(Browser.textOf(whatIf("{\"passPercentage\":28}")), session))
                .containsEntry("after", Map.of("score", 4, "maximum", 14, "percent", 28, "passed", true));
        assertThat(whatIf("{\"passPercentage\":29}"))
                .bodyJson()
                .extractingPath("$.changed")
                .isEqualTo(0);
    }

    @Test
    void a_session_that_hc_closed_with_zero_keeps_zero() {
        var session = story.started(exam, "p-513", START);
        story.session(session, Facts.answer(13, List.of(1), 0, 1, 1), START.plusSeconds(1));
        story.session(session, new ExamClosed("noise", CloseScoring.ZERO, null), START.plusSeconds(2));

        var told = whatIf("{\"questionId\":13,\"correct\":[1]}");
        assertThat(told).bodyJson().extractingPath("$.sessions").isEqualTo(1);
        assertThat(told).bodyJson().extractingPath("$.changed").isEqualTo(0);
    }

    @Test
    void nothing_of_it_is_stored() {
        seven("p-521");
        whatIf("{\"passPercentage\":1}");
        var head = story.head();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> status.lines().stream().allMatch(line -> line.position() >= head));
        var rows = rows();
        assertThat(whatIf("{\"questionId\":13,\"correct\":[1]}"))
                .bodyJson()
                .extractingPath("$.changed")
                .isEqualTo(1);
        assertThat(story.head()).isEqualTo(head);
        assertThat(rows()).isEqualTo(rows);
    }

    private Map<String, List<String>> rows() {
        var rows = new LinkedHashMap<String, List<String>>();
        projections.stream()
                .flatMap(it -> it.tables().stream())
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("SELECT to_jsonb(t)::text FROM " + table + " AS t ORDER BY 1")
                                .query(String.class)
                                .list()));
        return rows;
    }

    @Test
    void changes_come_page_by_page_and_on_demand_only_those_of_the_result() {
        var all = new ArrayList<String>();
        for (int number = 0; number < 5; number++) {
            all.add((number == 3 ? seven("p-53" + number) : four("p-53" + number)).toString());
        }
        var body = "{\"questionId\":13,\"correct\":[1]}";
        var seen = new ArrayList<String>();
        for (@Nullable String next = ""; next != null; ) {
            var text = Browser.textOf(whatIf("?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next), body));
            assertThat(JsonPath.<Integer>read(text, "$.changed")).isEqualTo(5);
            seen.addAll(JsonPath.read(text, "$.items[*].sessionId"));
            next = JsonPath.read(text, "$.next");
        }
        assertThat(seen).isSorted().containsExactlyInAnyOrderElementsOf(all);

        assertThat(whatIf("?resultOnly=true", body))
                .bodyJson()
                .extractingPath("$.items[*].sessionId")
                .isEqualTo(List.of(all.get(3)));
    }

    @Test
    void an_exam_nobody_has_a_score_in_comes_out_without_means() {
        var told = whatIf("{\"passPercentage\":1}");
        assertThat(told).bodyJson().extractingPath("$.sessions").isEqualTo(0);
        assertThat(told).bodyJson().extractingPath("$.before.meanScore").isNull();
        assertThat(told).bodyJson().extractingPath("$.items").asArray().isEmpty();
    }

    @Test
    void what_cannot_be_supposed_is_refused() {
        for (var senseless : List.of(
                "{}",
                "{\"questionId\":13}",
                "{\"correct\":[1]}",
                "{\"questionId\":13,\"correct\":[null]}",
                "{\"keys\":[null]}",
                "{\"keys\":[{\"questionId\":13}]}",
                "{\"questionId\":13,\"correct\":[1],\"keys\":[{\"questionId\":13,\"correct\":[2]}]}",
                "{\"passPercentage\":101}",
                "{\"passPercentage\":-1}")) {
            assertThat(whatIf(senseless)).as(senseless).hasStatus(400);
        }
        assertThat(whatIf("?limit=0", "{\"passPercentage\":1}")).hasStatus(400);
        for (var unknown : List.of(
                "{\"questionId\":99,\"correct\":[1]}",
                "{\"questionId\":13,\"correct\":[5]}",
                "{\"keys\":[{\"questionId\":13,\"correct\":[0]}]}")) {
            assertThat(whatIf(unknown))
                    .as(unknown)
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("not-on-paper");
        }
        exam = new UUID(8, 8);
        assertThat(whatIf("{\"passPercentage\":1}")).hasStatus(404);
    }

    /** Also while earlier corrections are still on their way to the rows. */
    @Test
    void what_is_supposed_of_a_key_is_what_comes_when_it_is_really_corrected() {
        var seed = new Random().nextLong();
        System.out.println("Seed of the keys that are supposed and then come: " + seed);
        var random = new Random(seed);
        var lives = new LinkedHashMap<UUID, RandomSession>();
        for (int number = 0; number < 12; number++) {
            var life = new RandomSession(random);
            var session = UUID.randomUUID();
            lives.put(session, life);
            story.session(session, life.assigned(session, exam, "p-54-" + number), START);
        }
        var at = START;
        var version = 1;
        var scored = 0;
        for (int round = 0; round < 12; round++) {
            for (var life : lives.entrySet()) {
                // Every other time nobody clicks, so that the last corrections are not in the rows yet.
                for (int click = 0; click < 8 * ((round + 1) % 2); click++) {
                    at = at.plusMillis(random.nextInt(1, 900));
                    story.session(life.getKey(), life.getValue().next(at), at);
                }
                if (round % 3 == 2) {
                    story.session(life.getKey(), life.getValue().end(at), at);
                }
            }
            clock.set(at);
            var changes = changes(random);
            var supposed = standingsIf(changes);
            for (var change : changes.entrySet()) {
                version++;
                story.exam(
                        exam, new AnswerKeyCorrected(change.getKey(), change.getValue(), version, "wrong", null), at);
            }
            assertThat(standings()).as("seed %s, round %s", seed, round).isEqualTo(supposed);
            scored += supposed.size();
        }
        assertThat(scored).as("rounds without scores would prove nothing").isGreaterThan(20);
    }

    private static Map<Integer, List<Integer>> changes(Random random) {
        var changes = new TreeMap<Integer, List<Integer>>();
        for (int count = random.nextInt(1, 4); count > 0; count--) {
            changes.put(random.nextInt(11, 15), KEYS.get(random.nextInt(KEYS.size())));
        }
        return changes;
    }

    private Map<String, Object> standingsIf(Map<Integer, List<Integer>> changes) {
        var keys = changes.entrySet().stream()
                .map(it -> "{\"questionId\":" + it.getKey() + ",\"correct\":" + it.getValue() + "}")
                .collect(Collectors.joining(","));
        var standings = standings();
        var told = Browser.textOf(whatIf("{\"keys\":[" + keys + "]}"));
        JsonPath.<List<Map<String, Object>>>read(told, "$.items")
                .forEach(it -> standings.put((String) it.get("sessionId"), it.get("after")));
        return standings;
    }

    /** Of those that have a score. */
    private Map<String, Object> standings() {
        var results = Browser.textOf(browser.get("hc:hc-9", "/exams/" + exam + "/results"));
        var standings = new HashMap<String, Object>();
        JsonPath.<List<Map<String, Object>>>read(results, "$.items[?(@.score != null)]")
                .forEach(it -> {
                    var standing = new LinkedHashMap<>(it);
                    standing.keySet().retainAll(List.of("score", "maximum", "percent", "passed"));
                    standings.put((String) it.get("sessionId"), standing);
                });
        return standings;
    }
}
