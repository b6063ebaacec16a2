package org.examledger.query.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.query.feed.Projection;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.StatementCounter;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.examledger.query.world.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@QuerySideTest
class ResultsTest {
    private static final Instant START = Facts.OPENS.plusSeconds(60);

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<Projection> projections;

    private UUID exam;

    @BeforeEach
    void an_exam() {
        exam = story.exam("Rated");
        clock.set(START.plusSeconds(100));
    }

    private MvcTestResult results(String more) {
        return browser.get("hc:hc-9", "/exams/" + exam + "/results" + more);
    }

    /** Right in 13 (4 points) and 12 (3 points) of 14 points. */
    private UUID submitted(String person) {
        var id = story.started(exam, person, START);
        story.session(id, Facts.answer(13, List.of(4), 0, 1, 1), START.plusSeconds(1));
        story.session(id, Facts.answer(12, List.of(2, 3), 1, 1, 2), START.plusSeconds(2));
        story.session(id, Facts.submitted(1, 3), START.plusSeconds(9));
        return id;
    }

    @Test
    void each_session_has_its_score_what_it_comes_from_and_what_it_was_before() {
        var session = submitted("p-301");
        var first = story.head();
        var correction = story.exam(exam, new AnswerKeyCorrected(13, List.of(1), 2, "typing error", null), START);

        assertThat(results("")).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(results("")).bodyJson().isStrictlyEqualTo("""
                {"items":[{"sessionId":"%s","workerId":"worker-of-p-301","workerName":"Name of p-301",
                  "status":"SUBMITTED","attempt":1,"answered":2,"total":4,"score":3,"maximum":14,"percent":21,
                  "passed":false,"startedAt":"2026-05-04T08:01:00.000Z","endedAt":"2026-05-04T08:01:09.000Z",
                  "computedFrom":{"position":%d,"keyVersion":2,"ruleVersion":1},
                  "previous":[{"attempt":1,"score":7,"maximum":14,"percent":50,"passed":true,
                    "computedFrom":{"position":%d,"keyVersion":1,"ruleVersion":1}}]}],
                 "next":null}""".formatted(session, correction, first));
    }

    @Test
    void who_has_no_score_yet_is_listed_without_one() {
        story.started(exam, "p-302", START);

        var results = results("");
        assertThat(results).bodyJson().extractingPath("$.items[0].status").isEqualTo("IN_PROGRESS");
        for (var field : List.of("score", "percent", "passed", "endedAt", "computedFrom")) {
            assertThat(results).bodyJson().extractingPath("$.items[0]." + field).isNull();
        }
    }

    @Test
    void time_that_ran_out_ends_a_session_at_its_deadline_before_any_fact_says_so() {
        story.started(exam, "p-303", START);
        clock.set(START.plusSeconds(3600 + 121));

        assertThat(results("")).bodyJson().extractingPath("$.items[0].status").isEqualTo("TIMED_OUT");
        assertThat(results("")).bodyJson().extractingPath("$.items[0].score").isEqualTo(0);
        assertThat(results("")).bodyJson().extractingPath("$.items[0].endedAt").isEqualTo("2026-05-04T09:01:00.000Z");
    }

    @Test
    void page_by_page_every_session_comes_once() {
        var told = new ArrayList<String>();
        for (int number = 0; number < 7; number++) {
            told.add(story.assigned(exam, "p-31" + number).toString());
        }
        var seen = new ArrayList<String>();
        for (@Nullable String next = ""; next != null; ) {
            var text = Browser.textOf(results("?limit=3" + (next.isEmpty() ? "" : "&cursor=" + next)));
            seen.addAll(JsonPath.read(text, "$.items[*].sessionId"));
            next = JsonPath.read(text, "$.next");
        }
        assertThat(seen).isSorted().containsExactlyInAnyOrderElementsOf(told);
        for (var wrong : List.of("?cursor=x", "?limit=0", "?limit=501", "?atLeast=-1")) {
            assertThat(results(wrong)).as(wrong).hasStatus(400);
        }
    }

    @Test
    void the_number_of_statements_does_not_grow_with_the_sessions() {
        submitted("p-321");
        results("");
        var few = StatementCounter.sentBy(() -> browser.exactly("hc:hc-9", "/exams/" + exam + "/results"));
        for (int number = 2; number < 9; number++) {
            submitted("p-32" + number);
        }
        results("");
        assertThat(StatementCounter.sentBy(() -> browser.exactly("hc:hc-9", "/exams/" + exam + "/results")))
                .isEqualTo(few);
    }

    @Test
    void names_are_joined_when_read_and_stand_in_no_row_of_any_model() {
        submitted("p-331");
        assertThat(Browser.textOf(results(""))).contains("Name of p-331", "worker-of-p-331");
        for (var projection : projections) {
            for (var table : projection.tables()) {
                assertThat(jdbc.sql("SELECT count(*) FROM " + table + " AS t WHERE to_jsonb(t)::text ~ ?")
                                .param("Name of p-|worker-of-p-")
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        }

        people.erase("p-331");
        assertThat(results(""))
                .bodyJson()
                .extractingPath("$.items[0].workerName")
                .isNull();
        assertThat(results("")).bodyJson().extractingPath("$.items[0].workerId").isNull();
        assertThat(results("")).bodyJson().extractingPath("$.items[0].score").isEqualTo(7);
    }

    @Test
    void an_unknown_exam_is_not_found_in_any_form() {
        exam = new UUID(8, 8);
        for (var form : List.of("", ".csv", ".xlsx")) {
            assertThat(results(form)).as(form).hasStatus(404);
        }
    }
}
