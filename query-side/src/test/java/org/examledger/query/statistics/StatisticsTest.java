package org.examledger.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.session.AcceptedAnswer;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.LateAnswersAccepted;
import org.examledger.events.session.SessionResumed;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@QuerySideTest
class StatisticsTest {
    private static final Instant START = Facts.OPENS.plusSeconds(60);

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    private UUID exam;
    private long clicks;

    @BeforeEach
    void an_exam() {
        exam = story.exam("Examined");
        clock.set(START.plusSeconds(200));
    }

    private MvcTestResult statistics() {
        return browser.get("hc:hc-9", "/exams/" + exam + "/questions/statistics");
    }

    private Map<String, Object> of(int question) {
        return JsonPath.<List<Map<String, Object>>>read(
                        Browser.textOf(statistics()), "$[?(@.questionId == " + question + ")]")
                .getFirst();
    }

    private UUID started(String person) {
        return story.started(exam, person, START);
    }

    private void answered(UUID session, int question, List<Integer> options, int second) {
        clicks++;
        story.session(session, Facts.answer(question, options, 0, 1, clicks), START.plusSeconds(second));
    }

    private void submitted(UUID session, int second) {
        clicks++;
        story.session(session, Facts.submitted(1, clicks), START.plusSeconds(second));
    }

    /**
     * Five sessions, of which (right in 11 for 2 points, 12 for 3, 13 for 4, 14 for 5):
     *
     * <pre>
     *      11  12  13  14   points
     *   A   1   1   1   0      9
     *   B   1   –   0   1      7
     *   C   0   1   1   1     12
     *   D   0   –   –   –      0
     *   E   1   –   –   –      2
     * </pre>
     */
    private void five() {
        var a = started("p-601");
        answered(a, 13, List.of(4), 10);
        answered(a, 11, List.of(1), 30);
        answered(a, 12, List.of(2, 3), 35);
        answered(a, 14, List.of(2), 65);
        submitted(a, 70);
        var b = started("p-602");
        answered(b, 11, List.of(1), 7);
        answered(b, 13, List.of(1), 20);
        answered(b, 14, List.of(1), 21);
        submitted(b, 70);
        var c = started("p-603");
        answered(c, 11, List.of(2), 4);
        answered(c, 12, List.of(2, 3), 10);
        answered(c, 13, List.of(4), 14);
        answered(c, 14, List.of(2), 15);
        answered(c, 14, List.of(1), 25);
        story.session(c, new ExamClosed("over", CloseScoring.FROM_ANSWERS, null), START.plusSeconds(70));
        var d = started("p-604");
        answered(d, 11, List.of(3), 100);
        submitted(d, 101);
        var e = started("p-605");
        answered(e, 11, List.of(1), 8);
        submitted(e, 70);
    }

    /** None of them says anything about a question, but the closed ones have a result. */
    private void some_who_do_not_count() {
        answered(started("p-611"), 13, List.of(4), 5);
        var zero = started("p-612");
        answered(zero, 13, List.of(4), 5);
        story.session(zero, new ExamClosed("cheated", CloseScoring.ZERO, null), START.plusSeconds(6));
        var absent = story.assigned(exam, "p-613");
        story.session(absent, new ExamClosed("over", CloseScoring.FROM_ANSWERS, null), START.plusSeconds(7));
    }

    /**
     * By hand, with y = points of the other questions: r = (Σxy − n·x̄·ȳ) / √(Σ(x−x̄)²·Σ(y−ȳ)²). For question 13 x is
     * 1 0 1 0 0 and y is 5 7 8 0 2: (13 − 5·0.4·4.4) / √(1.2 · 45.2) = 4.2 / √54.24 = 0.5703. For 11: −2.4 / √123.36, for
     * 12: 5.4 / √65.76, for 14: 1 / √69.6.
     */
    @Test
    void difficulty_discrimination_time_and_changes_are_what_one_computes_by_hand() {
        five();
        some_who_do_not_count();

        assertThat(statistics()).hasStatusOk();
        assertThat(statistics()).bodyJson().isStrictlyEqualTo("""
                [{"questionId":11,"voided":false,"asked":5,"answered":5,"correct":3,"difficulty":0.6,
                  "discrimination":-0.2161,"medianSeconds":8.0,"changes":0},
                 {"questionId":12,"voided":false,"asked":5,"answered":2,"correct":2,"difficulty":0.4,
                  "discrimination":0.6659,"medianSeconds":5.5,"changes":0},
                 {"questionId":13,"voided":false,"asked":5,"answered":3,"correct":2,"difficulty":0.4,
                  "discrimination":0.5703,"medianSeconds":10.0,"changes":0},
                 {"questionId":14,"voided":false,"asked":5,"answered":3,"correct":2,"difficulty":0.4,
                  "discrimination":0.1199,"medianSeconds":11.0,"changes":1}]""");
    }

    @Test
    void an_unchanged_statistic_is_not_sent_again() {
        five();
        var tag = Browser.tagOf(statistics());

        assertThat(browser.again("hc:hc-9", "/exams/" + exam + "/questions/statistics", tag))
                .hasStatus(304);
    }

    @Test
    void where_nothing_differs_there_is_no_correlation_and_nobody_asked_is_no_difficulty() {
        assertThat(of(11)).containsEntry("asked", 0).containsEntry("difficulty", null);
        for (var person : List.of("p-621", "p-622", "p-623")) {
            var session = started(person);
            answered(session, 11, List.of(person.equals("p-621") ? 1 : 2), 3);
            answered(session, 12, List.of(2, 3), 4);
            submitted(session, 9);
        }
        // All others have the same rest for 11, and everybody is right in 12.
        assertThat(of(11)).containsEntry("discrimination", null);
        assertThat(of(12)).containsEntry("discrimination", null).containsEntry("difficulty", 1.0);
        assertThat(of(14)).containsEntry("medianSeconds", null);
    }

    @Test
    void a_void_question_is_neither_easy_nor_hard_and_not_in_the_rest_of_the_others() {
        five();
        story.exam(exam, new AnswerKeyCorrected(13, List.of(), 2, "no right option", null), START.plusSeconds(90));

        assertThat(of(13))
                .containsEntry("voided", true)
                .containsEntry("answered", 3)
                .containsEntry("correct", 0)
                .containsEntry("difficulty", null)
                .containsEntry("discrimination", null);
        // x: 0 1 1 0 0, y: 5 2 3 0 2: (5 − 5·0.4·2.4) / √(1.2 · 13.2) = 0.2 / √15.84
        assertThat(of(14)).containsEntry("discrimination", 0.0503);
    }

    @Test
    void a_corrected_key_counts_at_once() {
        five();
        story.exam(exam, new AnswerKeyCorrected(13, List.of(1), 2, "typing error", null), START.plusSeconds(90));

        assertThat(of(13)).containsEntry("correct", 1).containsEntry("difficulty", 0.2);
    }

    @Test
    void a_break_and_answers_that_arrive_together_tell_nothing_about_time() {
        var session = started("p-631");
        story.session(session, new SessionResumed(2, "client-2", null, null), START.plusSeconds(50));
        story.session(session, Facts.answer(11, List.of(1), 0, 2, 1), START.plusSeconds(53));
        story.session(session, Facts.answer(12, List.of(2, 3), 0, 2, 2), START.plusSeconds(53));
        story.session(session, Facts.answer(13, List.of(4), 0, 2, 3), START.plusSeconds(60));
        // An older click that comes late changes neither the answer nor the time.
        story.session(session, Facts.answer(13, List.of(1), 0, 1, 9), START.plusSeconds(64));
        story.session(session, Facts.answer(13, List.of(3), 0, 2, 4), START.plusSeconds(66));
        story.session(session, Facts.submitted(2, 5), START.plusSeconds(70));
        story.session(
                session,
                new LateAnswersAccepted(
                        List.of(new AcceptedAnswer(14, List.of(1), 0, 2, 8, START.plusSeconds(90))), UUID.randomUUID()),
                START.plusSeconds(95));

        assertThat(of(11)).containsEntry("medianSeconds", 3.0);
        assertThat(of(12)).containsEntry("medianSeconds", null);
        assertThat(of(13)).containsEntry("medianSeconds", 13.0);
        assertThat(of(14)).containsEntry("medianSeconds", null).containsEntry("correct", 1);
    }

    @Test
    void results_spread_over_ten_buckets_that_know_who_passed() {
        five();
        some_who_do_not_count();
        var distribution = browser.get("hc:hc-9", "/exams/" + exam + "/results/distribution");

        // 64, 50, 85, 0, 14 percent, and twice 0 of those who were closed.
        assertThat(distribution).bodyJson().isStrictlyEqualTo("""
                {"sessions":7,"passed":3,"failed":4,"passPercentage":50,"meanPercent":30.43,"medianPercent":14.0,
                 "buckets":[{"from":0,"to":9,"passed":0,"failed":3},{"from":10,"to":19,"passed":0,"failed":1},
                  {"from":20,"to":29,"passed":0,"failed":0},{"from":30,"to":39,"passed":0,"failed":0},
                  {"from":40,"to":49,"passed":0,"failed":0},{"from":50,"to":59,"passed":1,"failed":0},
                  {"from":60,"to":69,"passed":1,"failed":0},{"from":70,"to":79,"passed":0,"failed":0},
                  {"from":80,"to":89,"passed":1,"failed":0},{"from":90,"to":100,"passed":0,"failed":0}]}""");
    }

    @Test
    void all_points_belong_to_the_last_bucket() {
        var session = started("p-641");
        answered(session, 11, List.of(1), 1);
        answered(session, 12, List.of(3, 2), 2);
        answered(session, 13, List.of(4), 3);
        answered(session, 14, List.of(1), 4);
        submitted(session, 5);

        assertThat(browser.get("hc:hc-9", "/exams/" + exam + "/results/distribution"))
                .bodyJson()
                .extractingPath("$.buckets[9].passed")
                .isEqualTo(1);
    }

    @Test
    void an_unknown_exam_is_not_found() {
        exam = new UUID(8, 8);

        assertThat(statistics()).hasStatus(404);
        assertThat(browser.get("hc:hc-9", "/exams/" + exam + "/results/distribution"))
                .hasStatus(404);
    }
}
