package org.examledger.query.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.session.AbandonCause;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.Visibility;
import org.examledger.events.session.WorkerWithdrawn;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.examledger.query.world.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@QuerySideTest
class MonitorTest {
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

    private UUID exam;

    @BeforeEach
    void an_exam() {
        exam = story.exam("Watched");
        clock.set(Facts.OPENS.plusSeconds(60));
    }

    private MvcTestResult monitor() {
        return monitor("");
    }

    private MvcTestResult monitor(String query) {
        return browser.get("hc:hc-9", "/exams/" + exam + "/monitor" + query);
    }

    @Test
    void a_row_has_exactly_the_keys_that_hc_may_see() {
        var session = story.started(exam, "p-71", Facts.OPENS);
        var position = story.session(session, Facts.answer(12, List.of(2), 1, 1, 1), Facts.OPENS.plusSeconds(30));

        assertThat(monitor()).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"examId":"%s","title":"Watched","status":"OPEN","position":%d,"lagMillis":0,
                 "serverTime":"2026-05-04T08:01:00.000Z",
                 "counters":{"notStarted":0,"inProgress":1,"silent":0,"submitted":0,"closed":0,"timedOut":0,
                             "abandoned":0,"missed":0},
                 "rows":[{"sessionId":"%s","workerName":"Name of p-71","status":"IN_PROGRESS","answered":1,"total":4,
                          "pageIndex":1,"lastActivityAt":"2026-05-04T08:00:30.000Z","connection":"online",
                          "startedAt":"2026-05-04T08:00:00.000Z","remainingSeconds":3540,"score":null,
                          "result":null}]}""".formatted(exam, position, session));
    }

    @Test
    void a_session_is_there_as_soon_as_it_is_assigned() {
        story.assigned(exam, "p-72");

        assertThat(monitor()).bodyJson().extractingPath("$.counters.notStarted").isEqualTo(1);
        assertThat(monitor()).bodyJson().extractingPath("$.rows[0].status").isEqualTo("OPEN");
        assertThat(monitor()).bodyJson().extractingPath("$.rows[0].startedAt").isNull();
    }

    @Test
    void every_session_is_counted_where_it_is() {
        story.assigned(exam, "p-1");
        story.started(exam, "p-2", Facts.OPENS);
        story.started(exam, "p-3", Facts.OPENS.plusSeconds(590));
        var submitted = story.started(exam, "p-4", Facts.OPENS);
        story.session(submitted, Facts.submitted(1, 1), Facts.OPENS.plusSeconds(5));
        var closed = story.started(exam, "p-5", Facts.OPENS);
        story.session(closed, new ExamClosed("noise", CloseScoring.FROM_ANSWERS, null), Facts.OPENS.plusSeconds(6));
        story.started(exam, "p-6", Facts.OPENS.minusSeconds(3600));
        clock.set(Facts.OPENS.plusSeconds(600));

        assertThat(monitor())
                .bodyJson()
                .extractingPath("$.counters")
                .asMap()
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "notStarted",
                        1,
                        "inProgress",
                        1,
                        "silent",
                        1,
                        "submitted",
                        1,
                        "closed",
                        1,
                        "timedOut",
                        1,
                        "abandoned",
                        0,
                        "missed",
                        0));

        assertThat(monitor("?status=SILENT"))
                .bodyJson()
                .extractingPath("$.rows[*].workerName")
                .isEqualTo(List.of("Name of p-2"));
        assertThat(monitor("?status=SILENT"))
                .bodyJson()
                .extractingPath("$.counters.submitted")
                .isEqualTo(1);
        assertThat(monitor("?status=ASLEEP")).hasStatus(400);

        clock.set(Facts.WINDOW_ENDS);
        assertThat(monitor()).bodyJson().extractingPath("$.counters.missed").isEqualTo(1);
        assertThat(monitor()).bodyJson().extractingPath("$.status").isEqualTo("ENDED");
    }

    @Test
    void the_connection_follows_the_signs_of_life() {
        var session = story.started(exam, "p-73", Facts.OPENS);
        story.session(session, new HeartbeatReceived(Visibility.HIDDEN, 1, null, null), Facts.OPENS.plusSeconds(50));
        assertThat(monitor()).bodyJson().extractingPath("$.rows[0].connection").isEqualTo("idle");

        clock.set(Facts.OPENS.plusSeconds(126));
        assertThat(monitor()).bodyJson().extractingPath("$.rows[0].connection").isEqualTo("offline");

        clock.set(Facts.OPENS.plusSeconds(650));
        assertThat(monitor()).bodyJson().extractingPath("$.rows[0].connection").isEqualTo("silent");
    }

    @Test
    void score_and_result_are_there_once_the_session_is_scored() {
        var session = story.started(exam, "p-74", Facts.OPENS);
        story.session(session, Facts.answer(14, List.of(1), 1, 1, 1), Facts.OPENS.plusSeconds(10));
        story.session(session, Facts.answer(11, List.of(1), 0, 1, 2), Facts.OPENS.plusSeconds(20));
        assertThat(monitor()).bodyJson().extractingPath("$.rows[0].score").isNull();

        story.session(session, Facts.submitted(1, 3), Facts.OPENS.plusSeconds(30));
        assertThat(monitor()).bodyJson().extractingPath("$.rows[0].score").isEqualTo(7);
        assertThat(monitor()).bodyJson().extractingPath("$.rows[0].result").isEqualTo("Pass");
        assertThat(monitor()).bodyJson().extractingPath("$.rows[0].answered").isEqualTo(2);
    }

    @Test
    void an_erased_person_shows_as_his_opaque_id() {
        story.assigned(exam, "p-erased-75");
        people.erase("p-erased-75");

        assertThat(monitor()).bodyJson().extractingPath("$.rows[0].workerName").isEqualTo("p-erased-75");
    }

    @Test
    void only_what_hc_can_see_changing_changes_the_tag() {
        story.started(exam, "p-76", Facts.OPENS);
        var path = "/exams/" + exam + "/monitor";
        var tag = Browser.tagOf(monitor());
        story.exam("Elsewhere");
        monitor();
        clock.set(Facts.OPENS.plusSeconds(70));

        assertThat(browser.again("hc:hc-9", path, tag)).hasStatus(304).hasHeader("ETag", tag);

        clock.set(Facts.OPENS.plusSeconds(76));
        assertThat(browser.again("hc:hc-9", path, tag)).hasStatusOk();
    }

    @Test
    void an_unknown_exam_is_not_found() {
        exam = new UUID(7, 7);

        assertThat(monitor()).hasStatus(404);
    }

    @Test
    void a_date_opens_at_the_start_of_that_day_in_the_zone_of_the_exam() {
        exam = story.exam(Facts.openEnded("In Berlin"));
        clock.set(Instant.parse("2026-05-04T21:59:59Z"));
        assertThat(monitor()).bodyJson().extractingPath("$.status").isEqualTo("UPCOMING");

        clock.set(Instant.parse("2026-05-04T22:00:00Z"));
        assertThat(monitor()).bodyJson().extractingPath("$.status").isEqualTo("OPEN");
    }

    @Test
    void an_unchanged_monitor_is_answered_without_a_look_at_its_rows() {
        var session = story.started(exam, "p-77", Facts.OPENS);
        var path = "/exams/" + exam + "/monitor";
        var tag = Browser.tagOf(monitor());
        // Nobody does this; who sees it has read the row.
        setAnswered(session, 3);
        assertThat(browser.again("hc:hc-9", path, tag)).hasStatus(304).hasHeader("ETag", tag);
        assertThat(monitor()).bodyJson().extractingPath("$.rows[0].answered").isEqualTo(0);
        setAnswered(session, 0);

        story.session(session, Facts.page(1, 1, 1), Facts.OPENS.plusSeconds(5));
        assertThat(monitor()).bodyJson().extractingPath("$.rows[0].pageIndex").isEqualTo(1);
        assertThat(browser.again("hc:hc-9", path, tag)).hasStatusOk();
        // Other tests compare live rows with rebuilt ones.
        jdbc.sql("UPDATE session_row SET answered = 0 WHERE session_id = ?")
                .param(session)
                .update();
    }

    private void setAnswered(UUID session, int answered) {
        jdbc.sql("UPDATE session_row SET answered = ? WHERE session_id = ?")
                .param(answered)
                .param(session)
                .update();
    }

    @Test
    void what_the_clock_alone_changes_changes_the_tag() {
        story.assigned(exam, "p-78");
        story.started(exam, "p-79", Facts.OPENS);
        var path = "/exams/" + exam + "/monitor";
        var instants = List.of(
                Facts.OPENS.minusMillis(1),
                Facts.OPENS,
                Facts.OPENS.plusSeconds(75).plusNanos(1),
                Facts.OPENS.plusSeconds(600),
                Facts.OPENS.plusSeconds(3600),
                Facts.OPENS.plusSeconds(3720).plusNanos(1),
                Facts.WINDOW_ENDS);
        var seen = new HashSet<String>();
        for (var instant : instants) {
            clock.set(instant);
            assertThat(seen.add(Browser.tagOf(monitor()))).as("at " + instant).isTrue();
            var tag = Browser.tagOf(monitor());
            assertThat(browser.again("hc:hc-9", path, tag)).hasStatus(304);
        }
    }

    @Test
    void an_erased_name_is_gone_within_a_minute() {
        story.assigned(exam, "p-erased-80");
        var tag = Browser.tagOf(monitor());
        people.erase("p-erased-80");
        clock.set(Facts.OPENS.plusSeconds(120));

        assertThat(browser.again("hc:hc-9", "/exams/" + exam + "/monitor", tag)).hasStatusOk();
        assertThat(monitor()).bodyJson().extractingPath("$.rows[0].workerName").isEqualTo("p-erased-80");
    }

    @Test
    void a_filter_has_a_tag_of_its_own() {
        story.started(exam, "p-82", Facts.OPENS);

        assertThat(Browser.tagOf(monitor("?status=OPEN"))).isNotEqualTo(Browser.tagOf(monitor()));
    }

    @Test
    void withdrawn_and_cancelled_sessions_are_shown_and_not_counted() {
        var withdrawn = story.assigned(exam, "p-83");
        story.session(withdrawn, new WorkerWithdrawn("ill", null), Facts.OPENS.plusSeconds(7));
        var cancelled = story.assigned(exam, "p-84");
        story.session(cancelled, new SessionCancelled("no room", UUID.randomUUID()), Facts.OPENS.plusSeconds(8));
        var left = story.started(exam, "p-85", Facts.OPENS);
        story.session(left, new SessionAbandoned(AbandonCause.LEFT, 1, null), Facts.OPENS.plusSeconds(9));

        assertThat(monitor("?status=WITHDRAWN"))
                .bodyJson()
                .extractingPath("$.rows[*].sessionId")
                .isEqualTo(List.of(withdrawn.toString()));
        assertThat(monitor("?status=CANCELLED"))
                .bodyJson()
                .extractingPath("$.rows[0].score")
                .isNull();
        assertThat(monitor())
                .bodyJson()
                .extractingPath("$.counters")
                .isEqualTo(Map.of(
                        "notStarted",
                        0,
                        "inProgress",
                        0,
                        "silent",
                        0,
                        "submitted",
                        0,
                        "closed",
                        0,
                        "timedOut",
                        0,
                        "abandoned",
                        1,
                        "missed",
                        0));
    }
}
