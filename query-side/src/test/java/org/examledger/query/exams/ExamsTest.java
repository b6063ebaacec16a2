package org.examledger.query.exams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.examledger.events.exam.AccessToken;
import org.examledger.events.exam.AccessTokenRenewed;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.exam.ExamRescheduled;
import org.examledger.events.exam.ReviewPolicyChanged;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.WorkerWithdrawn;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.StatementCounter;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.examledger.query.world.TestFanOuts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@QuerySideTest
class ExamsTest {
    private static final Instant NOW = Facts.OPENS.plusSeconds(60);

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestFanOuts fanOuts;

    private UUID exam;

    @BeforeEach
    void an_exam() {
        exam = story.exam("Kept");
        clock.set(NOW);
    }

    private MvcTestResult detail() {
        return browser.get("hc:hc-9", "/exams/" + exam);
    }

    private void statusIs(String status) {
        assertThat(detail()).bodyJson().extractingPath("$.status").isEqualTo(status);
        assertThat(browser.get("hc:hc-9", "/exams/" + exam + "/monitor"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo(status);
        var listed = JsonPath.<List<String>>read(
                Browser.textOf(browser.get("hc:hc-9", "/exams?limit=200")),
                "$.items[?(@.examId == '" + exam + "')].status");
        assertThat(listed).containsExactly(status);
    }

    @Test
    void the_status_is_computed_when_it_is_read_and_is_the_same_everywhere() {
        clock.set(Facts.OPENS.minusMillis(1));
        statusIs("UPCOMING");
        clock.set(Facts.OPENS);
        statusIs("OPEN");
        clock.set(Facts.WINDOW_ENDS.minusMillis(1));
        statusIs("OPEN");
        clock.set(Facts.WINDOW_ENDS);
        statusIs("ENDED");
    }

    @Test
    void an_exam_has_not_ended_while_somebody_still_writes() {
        story.started(exam, "p-11", Facts.WINDOW_ENDS.minusSeconds(60));
        clock.set(Facts.WINDOW_ENDS.plusSeconds(60));
        statusIs("OPEN");
        clock.set(Facts.WINDOW_ENDS.plusSeconds(3600 + 61));
        statusIs("ENDED");
    }

    @Test
    void a_moved_window_moves_the_status() {
        story.exam(exam, new ExamRescheduled("2026-05-05", "2026-05-06", "room taken", null), NOW);
        statusIs("UPCOMING");
        assertThat(detail()).bodyJson().extractingPath("$.windowEndsAt").isEqualTo("2026-05-07T00:00:00.000Z");
        assertThat(detail()).bodyJson().extractingPath("$.written.opensAt").isEqualTo("2026-05-05");

        story.exam(exam, new ExamRescheduled("2026-05-04T08:00", null, "room free", null), NOW);
        clock.set(Facts.WINDOW_ENDS.plusSeconds(86_400));
        statusIs("OPEN");
    }

    @Test
    void a_closed_and_a_cancelled_exam_say_so_and_why() {
        story.exam(exam, new ExamClosedEarly("fire alarm", CloseScoring.ZERO, null), NOW);
        statusIs("CLOSED");
        assertThat(detail()).bodyJson().extractingPath("$.endReason").isEqualTo("fire alarm");
        assertThat(detail()).bodyJson().extractingPath("$.endedAt").isEqualTo("2026-05-04T08:01:00.000Z");

        exam = story.exam("Not held");
        story.exam(exam, new ExamCancelled("nobody came", null), NOW);
        statusIs("CANCELLED");
    }

    @Test
    void hc_finds_the_policy_the_key_and_its_corrections() {
        story.exam(exam, new AnswerKeyCorrected(13, List.of(2), 2, "typing error", null), NOW);
        story.exam(exam, new AnswerKeyCorrected(14, List.of(), 3, "no right option", null), NOW.plusSeconds(1));
        story.exam(exam, new ReviewPolicyChanged(true, "asked for", null), NOW);
        story.exam(exam, new AccessTokenRenewed(new AccessToken("00", 1000, "ff"), null), NOW);

        var detail = detail();
        assertThat(detail).bodyJson().extractingPath("$.keyVersion").isEqualTo(3);
        assertThat(detail).bodyJson().extractingPath("$.reviewAfterEnd").isEqualTo(true);
        assertThat(detail).bodyJson().extractingPath("$.accessTokenRequired").isEqualTo(true);
        assertThat(Browser.textOf(detail)).doesNotContain("ff\"");
        assertThat(detail)
                .bodyJson()
                .extractingPath("$.questions[*].correct")
                .isEqualTo(List.of(List.of(1), List.of(2, 3), List.of(2), List.of()));
        assertThat(detail)
                .bodyJson()
                .extractingPath("$.corrections[*].reason")
                .isEqualTo(List.of("typing error", "no right option"));
    }

    @Test
    void hc_finds_each_worker_with_his_status_and_how_far_a_change_has_come() {
        var withdrawn = story.assigned(exam, "p-21");
        story.session(withdrawn, new WorkerWithdrawn("ill", null), NOW);
        fanOuts.goesOn(exam, new FanOuts.FanOut("EXTEND", 7, 19));

        assertThat(detail())
                .bodyJson()
                .extractingPath("$.workers[0]")
                .asMap()
                .containsEntry("sessionId", withdrawn.toString())
                .containsEntry("workerId", "worker-of-p-21")
                .containsEntry("name", "Name of p-21")
                .containsEntry("status", "WITHDRAWN");
        assertThat(detail())
                .bodyJson()
                .extractingPath("$.fanOut")
                .asMap()
                .containsEntry("kind", "EXTEND")
                .containsEntry("done", 7)
                .containsEntry("total", 19);
    }

    @Test
    void the_list_counts_every_session_where_it_is() {
        story.assigned(exam, "p-31");
        story.started(exam, "p-32", NOW);
        story.started(exam, "p-33", NOW.minusSeconds(601));
        story.started(exam, "p-34", NOW.minusSeconds(3600 + 121));
        var closed = story.assigned(exam, "p-35");
        story.session(closed, new ExamClosed("noise", CloseScoring.ZERO, null), NOW);
        var cancelled = story.assigned(exam, "p-36");
        story.session(cancelled, new SessionCancelled("noise", UUID.randomUUID()), NOW);

        var inList = JsonPath.<List<Object>>read(
                Browser.textOf(browser.get("hc:hc-9", "/exams?limit=200")),
                "$.items[?(@.examId == '" + exam + "')].counters");
        var inMonitor =
                JsonPath.read(Browser.textOf(browser.get("hc:hc-9", "/exams/" + exam + "/monitor")), "$.counters");
        assertThat(inList).containsExactly((Object) inMonitor);
        assertThat(JsonPath.<Integer>read(inMonitor, "$.silent")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(inMonitor, "$.timedOut")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(inMonitor, "$.closed")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(inMonitor, "$.notStarted")).isEqualTo(1);
    }

    @Test
    void page_by_page_the_list_tells_every_exam_once_in_order() {
        for (int number = 0; number < 5; number++) {
            story.exam("Page " + number);
        }
        var seen = new ArrayList<String>();
        var opened = new ArrayList<String>();
        var path = "/exams?limit=2";
        for (@Nullable String next = ""; next != null; ) {
            var text = Browser.textOf(browser.get("hc:hc-9", path + (next.isEmpty() ? "" : "&cursor=" + next)));
            seen.addAll(JsonPath.read(text, "$.items[*].examId"));
            opened.addAll(JsonPath.read(text, "$.items[*].opensAt"));
            next = JsonPath.read(text, "$.next");
        }
        assertThat(seen).hasSameSizeAs(new HashSet<>(seen)).contains(exam.toString());
        assertThat(opened).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(browser.get("hc:hc-9", "/exams?cursor=bm9uc2Vuc2U")).hasStatus(400);
        assertThat(browser.get("hc:hc-9", "/exams?limit=0")).hasStatus(400);
    }

    @Test
    void exams_of_some_days_are_found_by_the_day_in_their_own_zone() {
        // Midnight of 5 May in Berlin is still 4 May in UTC.
        var berlin = story.exam(Facts.openEnded("In Berlin")).toString();
        var fourth = story.exam("Also on the fourth").toString();

        assertThat(opening("&from=2026-05-05&to=2026-05-05")).contains(berlin).doesNotContain(fourth);
        assertThat(opening("&from=2026-05-04&to=2026-05-04")).contains(fourth).doesNotContain(berlin);
        assertThat(opening("&to=2026-05-04")).contains(fourth).doesNotContain(berlin);
        assertThat(opening("&from=2026-05-06")).doesNotContain(fourth, berlin);
        for (var wrong : List.of("from=yesterday", "to=%2B10000-01-01", "from=-0001-01-01")) {
            assertThat(browser.get("hc:hc-9", "/exams?" + wrong)).as(wrong).hasStatus(400);
        }
        var farAway = Base64.getUrlEncoder().encodeToString(("+999999-01-01T00:00:00Z/" + berlin).getBytes(UTF_8));
        assertThat(browser.get("hc:hc-9", "/exams?cursor=" + farAway)).hasStatus(400);
    }

    /** Page by page, each smaller than what is left out between two of the wanted ones may be. */
    private List<String> opening(String days) {
        var seen = new ArrayList<String>();
        for (@Nullable String next = ""; next != null; ) {
            var text = Browser.textOf(
                    browser.get("hc:hc-9", "/exams?limit=3" + days + (next.isEmpty() ? "" : "&cursor=" + next)));
            seen.addAll(JsonPath.read(text, "$.items[*].examId"));
            next = JsonPath.read(text, "$.next");
        }
        assertThat(seen).doesNotHaveDuplicates();
        return seen;
    }

    @Test
    void whoever_locked_an_exam_finds_his_own() {
        assertThat(browser.get("hc:hc-9", "/exams?mine=true&limit=1"))
                .bodyJson()
                .extractingPath("$.items[0].mine")
                .isEqualTo(true);
        assertThat(browser.get("hc:hc-8", "/exams?mine=true"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @Test
    void the_number_of_statements_does_not_grow_with_exams_and_workers() {
        detail();
        var few = StatementCounter.sentBy(() -> browser.exactly("hc:hc-9", "/exams/" + exam));
        var fewExams = StatementCounter.sentBy(() -> browser.exactly("hc:hc-9", "/exams?limit=1"));
        for (int number = 0; number < 7; number++) {
            story.started(exam, "p-4" + number, NOW);
            story.assigned(story.exam("More " + number), "p-5" + number);
        }
        detail();

        assertThat(StatementCounter.sentBy(() -> browser.exactly("hc:hc-9", "/exams/" + exam)))
                .isEqualTo(few);
        assertThat(StatementCounter.sentBy(() -> browser.exactly("hc:hc-9", "/exams?limit=8")))
                .isEqualTo(fewExams);
    }

    @Test
    void an_unknown_exam_is_not_found() {
        exam = new UUID(8, 8);

        assertThat(detail()).hasStatus(404);
    }
}
