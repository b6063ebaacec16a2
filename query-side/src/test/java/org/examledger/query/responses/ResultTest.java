package org.examledger.query.responses;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.ExamRescheduled;
import org.examledger.events.exam.ReviewPolicyChanged;
import org.examledger.events.session.AbandonCause;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionReopened;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.WorkerWithdrawn;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@QuerySideTest
class ResultTest {
    private static final Instant START = Facts.OPENS.plusSeconds(600);

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private UUID session;

    @BeforeEach
    void a_session_with_two_right_answers_and_a_wrong_one() {
        session = answeredSessionOf(story.exam("Scored"));
        clock.set(START.plusSeconds(100));
    }

    private UUID answeredSessionOf(UUID exam) {
        var id = story.started(exam, "p-61", START);
        story.session(id, Facts.answer(13, List.of(1), 0, 1, 1), START.plusSeconds(11));
        story.session(id, Facts.answer(13, List.of(4), 0, 1, 2), START.plusSeconds(12));
        story.session(id, Facts.answer(12, List.of(3, 2), 1, 1, 3), START.plusSeconds(13));
        story.session(id, Facts.answer(11, List.of(2), 0, 1, 4), START.plusSeconds(14));
        return id;
    }

    private MvcTestResult result(String caller) {
        return browser.get(caller, "/sessions/" + session + "/result");
    }

    @Test
    void hc_sees_the_score_what_it_was_computed_from_and_each_response() {
        var position = story.session(session, Facts.submitted(1, 5), START.plusSeconds(20));

        var result = result("hc:hc-9");
        assertThat(result).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(result).bodyJson().isStrictlyEqualTo("""
                {"sessionId":"%s","status":"SUBMITTED","attempt":1,"score":7,"maximum":14,"percent":50,"passed":true,
                 "computedFrom":{"position":%d,"keyVersion":1,"ruleVersion":1},"previous":[],
                 "responses":[
                  {"questionId":13,"optionIds":[4],"correct":true,"points":4,
                   "answeredAt":"2026-05-04T08:10:12.000Z","changes":1},
                  {"questionId":11,"optionIds":[2],"correct":false,"points":0,
                   "answeredAt":"2026-05-04T08:10:14.000Z","changes":0},
                  {"questionId":14,"optionIds":[],"correct":false,"points":0,"answeredAt":null,"changes":0},
                  {"questionId":12,"optionIds":[3,2],"correct":true,"points":3,
                   "answeredAt":"2026-05-04T08:10:13.000Z","changes":0}]}""".formatted(session, position));
    }

    @Test
    void a_running_session_has_no_score_and_shows_its_worker_no_responses() {
        assertThat(result("worker:p-61")).bodyJson().extractingPath("$.score").isNull();
        assertThat(result("worker:p-61")).bodyJson().extractingPath("$.passed").isNull();
        assertThat(result("worker:p-61"))
                .bodyJson()
                .extractingPath("$.responses")
                .asArray()
                .isEmpty();
    }

    @Test
    void a_session_past_deadline_and_grace_is_scored_before_any_fact_says_so() {
        clock.set(START.plusSeconds(3600 + 121));

        assertThat(result("worker:p-61")).bodyJson().extractingPath("$.status").isEqualTo("TIMED_OUT");
        assertThat(result("worker:p-61")).bodyJson().extractingPath("$.score").isEqualTo(7);
    }

    @Test
    void a_closed_session_is_scored_as_hc_decided() {
        story.session(session, new ExamClosed("fire alarm", CloseScoring.ZERO, null), START.plusSeconds(30));
        assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.score").isEqualTo(0);
        assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.passed").isEqualTo(false);

        session = answeredSessionOf(story.exam("Closed from answers"));
        story.session(session, new ExamClosed("fire alarm", CloseScoring.FROM_ANSWERS, null), START.plusSeconds(31));
        assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.score").isEqualTo(7);
    }

    @Test
    void a_late_arrival_of_an_older_click_changes_no_score() {
        story.session(session, Facts.answer(13, List.of(2), 0, 1, 1), START.plusSeconds(15));
        story.session(session, Facts.submitted(1, 5), START.plusSeconds(20));

        assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.score").isEqualTo(7);
    }

    @Test
    void the_worker_sees_right_answers_once_the_window_has_ended() {
        story.session(session, Facts.submitted(1, 5), START.plusSeconds(20));
        assertThat(result("worker:p-61")).bodyJson().extractingPath("$.score").isEqualTo(7);
        assertThat(result("worker:p-61"))
                .bodyJson()
                .extractingPath("$.responses")
                .asArray()
                .isEmpty();

        clock.set(Facts.WINDOW_ENDS);
        assertThat(result("worker:p-61"))
                .bodyJson()
                .extractingPath("$.responses")
                .asArray()
                .hasSize(4);
    }

    @Test
    void the_worker_sees_right_answers_at_once_when_the_exam_says_so() {
        session = answeredSessionOf(story.exam("Reviewed at once", true));
        assertThat(result("worker:p-61"))
                .bodyJson()
                .extractingPath("$.responses")
                .asArray()
                .isEmpty();

        story.session(session, Facts.submitted(1, 5), START.plusSeconds(20));
        assertThat(result("worker:p-61"))
                .bodyJson()
                .extractingPath("$.responses")
                .asArray()
                .hasSize(4);
    }

    @Test
    void without_an_end_of_the_window_there_is_nothing_to_wait_for() {
        session = answeredSessionOf(story.exam(Facts.openEnded("Never over")));
        story.session(session, Facts.submitted(1, 5), START.plusSeconds(20));
        clock.set(Facts.WINDOW_ENDS.plusSeconds(86_400));

        assertThat(result("worker:p-61"))
                .bodyJson()
                .extractingPath("$.responses")
                .asArray()
                .isEmpty();
    }

    @Test
    void an_attempt_that_never_was_is_not_found() {
        assertThat(browser.get("hc:hc-9", "/sessions/" + session + "/result?attempt=2"))
                .hasStatus(404);
        assertThat(browser.get("hc:hc-9", "/sessions/" + session + "/result?attempt=1"))
                .hasStatusOk();
    }

    private UUID examOf(UUID id) {
        return jdbc.sql("SELECT exam_id FROM session_row WHERE session_id = ?")
                .param(id)
                .query(UUID.class)
                .single();
    }

    private long corrected(int question, List<Integer> correct, int version) {
        result("hc:hc-9");
        return story.exam(
                examOf(session),
                new AnswerKeyCorrected(question, correct, version, "typing error", null),
                START.plusSeconds(40));
    }

    @Test
    void a_corrected_key_changes_the_score_and_keeps_the_old_one_visible() {
        var end = story.session(session, Facts.submitted(1, 5), START.plusSeconds(20));
        var correction = corrected(13, List.of(3), 2);

        var result = result("hc:hc-9");
        assertThat(result).bodyJson().extractingPath("$.score").isEqualTo(3);
        assertThat(result).bodyJson().extractingPath("$.passed").isEqualTo(false);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.computedFrom")
                .asMap()
                .containsEntry("keyVersion", 2)
                .containsEntry("position", (int) correction);
        assertThat(result).bodyJson().extractingPath("$.responses[0].correct").isEqualTo(false);
        assertThat(JsonPath.<List<Object>>read(Browser.textOf(result), "$.previous")
                        .toString())
                .isEqualTo("[{\"attempt\":1,\"score\":7,\"maximum\":14,\"percent\":50,\"passed\":true,"
                        + "\"computedFrom\":{\"position\":" + end + ",\"keyVersion\":1,\"ruleVersion\":1}}]");
    }

    @Test
    void a_void_question_counts_for_nobody_until_it_gets_an_answer_again() {
        story.session(session, Facts.submitted(1, 5), START.plusSeconds(20));
        corrected(14, List.of(), 2);
        assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.maximum").isEqualTo(9);
        assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.percent").isEqualTo(77);

        corrected(13, List.of(), 3);
        assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.score").isEqualTo(3);
        assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.maximum").isEqualTo(5);

        corrected(13, List.of(4), 4);
        assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.score").isEqualTo(7);
        assertThat(result("hc:hc-9"))
                .bodyJson()
                .extractingPath("$.previous[*].computedFrom.keyVersion")
                .isEqualTo(List.of(3, 2, 1));
        assertThat(result("hc:hc-9"))
                .bodyJson()
                .extractingPath("$.previous[*].score")
                .isEqualTo(List.of(3, 7, 7));
    }

    @Test
    void who_is_still_writing_when_the_key_is_corrected_is_scored_by_the_new_one_only() {
        corrected(13, List.of(3), 2);
        story.session(session, Facts.answer(13, List.of(3), 0, 1, 9), START.plusSeconds(50));
        story.session(session, Facts.submitted(1, 10), START.plusSeconds(60));

        assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.score").isEqualTo(7);
        assertThat(result("hc:hc-9"))
                .bodyJson()
                .extractingPath("$.previous")
                .asArray()
                .isEmpty();
    }

    @Test
    void a_reopened_session_has_no_score_until_it_ends_again() {
        story.session(session, Facts.submitted(1, 5), START.plusSeconds(20));
        story.session(
                session,
                new SessionReopened("by accident", 300, 3900, START.plusSeconds(330), null),
                START.plusSeconds(30));
        assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.score").isNull();

        story.session(session, Facts.answer(14, List.of(1), 1, 1, 11), START.plusSeconds(40));
        story.session(session, Facts.submitted(1, 12), START.plusSeconds(50));
        assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.score").isEqualTo(12);
    }

    @Test
    void each_attempt_has_its_own_result_by_its_own_pass_mark() {
        story.session(session, new ExamClosed("fire alarm", CloseScoring.ZERO, null), START.plusSeconds(30));
        story.session(session, Facts.reset(2, TimerPolicy.WALL_CLOCK), START.plusSeconds(40));
        story.session(session, Facts.started(2, START.plusSeconds(50)), START.plusSeconds(50));
        story.session(session, Facts.answer(14, List.of(1), 0, 2, 1), START.plusSeconds(60));
        story.session(session, Facts.submitted(2, 2), START.plusSeconds(70));

        var newest = result("hc:hc-9");
        assertThat(newest).bodyJson().extractingPath("$.attempt").isEqualTo(2);
        assertThat(newest).bodyJson().extractingPath("$.score").isEqualTo(5);
        assertThat(newest).bodyJson().extractingPath("$.maximum").isEqualTo(10);
        assertThat(newest).bodyJson().extractingPath("$.percent").isEqualTo(50);
        assertThat(newest).bodyJson().extractingPath("$.passed").isEqualTo(false);
        assertThat(newest).bodyJson().extractingPath("$.previous[0].attempt").isEqualTo(1);
        assertThat(newest).bodyJson().extractingPath("$.previous[0].score").isEqualTo(0);
        assertThat(newest)
                .bodyJson()
                .extractingPath("$.responses[*].questionId")
                .isEqualTo(List.of(12, 14, 11));

        var first = browser.get("hc:hc-9", "/sessions/" + session + "/result?attempt=1");
        assertThat(first).bodyJson().extractingPath("$.status").isEqualTo("CLOSED");
        assertThat(first).bodyJson().extractingPath("$.score").isEqualTo(0);
        assertThat(first).bodyJson().extractingPath("$.responses[0].optionIds").isEqualTo(List.of(4));
    }

    @Test
    void who_left_was_withdrawn_or_cancelled_has_no_score_and_no_result() {
        var ends = List.of(
                new SessionAbandoned(AbandonCause.LEFT, 1, null),
                new WorkerWithdrawn("ill", null),
                new SessionCancelled("no room", UUID.randomUUID()));
        for (var end : ends) {
            session = answeredSessionOf(story.exam("Without a score"));
            story.session(session, end, START.plusSeconds(30));
            assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.score").isNull();
            assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.percent").isNull();
            assertThat(result("hc:hc-9")).bodyJson().extractingPath("$.passed").isNull();
        }
    }

    @Test
    void a_changed_review_policy_and_a_moved_window_decide_when_right_answers_are_shown() {
        story.session(session, Facts.submitted(1, 5), START.plusSeconds(20));
        result("hc:hc-9");
        story.exam(examOf(session), new ReviewPolicyChanged(true, "asked for", null), START.plusSeconds(30));
        assertThat(result("worker:p-61"))
                .bodyJson()
                .extractingPath("$.responses")
                .asArray()
                .hasSize(4);

        story.exam(examOf(session), new ReviewPolicyChanged(false, "taken back", null), START.plusSeconds(31));
        story.exam(
                examOf(session),
                new ExamRescheduled("2026-05-04T08:00", "2026-05-04T19:00", "longer", null),
                START.plusSeconds(32));
        clock.set(Facts.WINDOW_ENDS);
        assertThat(result("worker:p-61"))
                .bodyJson()
                .extractingPath("$.responses")
                .asArray()
                .isEmpty();

        clock.set(Facts.WINDOW_ENDS.plusSeconds(3600));
        assertThat(result("worker:p-61"))
                .bodyJson()
                .extractingPath("$.responses")
                .asArray()
                .hasSize(4);
    }
}
