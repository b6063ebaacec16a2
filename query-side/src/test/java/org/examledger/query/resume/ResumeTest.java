package org.examledger.query.resume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.TimerPolicy;
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
class ResumeTest {
    private static final Instant START = Facts.OPENS.plusSeconds(900);

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    private UUID session;

    @BeforeEach
    void a_started_session() {
        session = story.started(story.exam("Resuming"), "p-21", START);
        clock.set(START.plusSeconds(60));
    }

    private MvcTestResult resume() {
        return browser.get("worker:p-21", "/sessions/" + session + "/resume");
    }

    @Test
    void the_page_the_answers_and_the_time_left_come_back() {
        story.session(session, Facts.answer(13, List.of(4), 0, 1, 1), START.plusSeconds(10));
        var position = story.session(session, Facts.answer(12, List.of(3, 2), 1, 1, 2), START.plusSeconds(20));

        assertThat(resume()).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"sessionId":"%s","status":"IN_PROGRESS","epoch":1,"attempt":1,"pageIndex":1,"pages":2,
                 "questionsPerPage":2,"answers":{"12":[3,2],"13":[4]},"lastClientSeq":2,"answered":2,"total":4,
                 "elapsedSeconds":60,"remainingSeconds":3540,"deadline":"2026-05-04T09:15:00.000Z",
                 "serverTime":"2026-05-04T08:16:00.000Z","position":%d}""".formatted(session, position));
    }

    @Test
    void the_last_click_wins_whatever_the_order_of_arrival() {
        story.session(session, Facts.answer(11, List.of(3), 1, 1, 5), START.plusSeconds(1));
        story.session(session, Facts.answer(11, List.of(2), 0, 1, 4), START.plusSeconds(2));
        story.session(session, Facts.page(0, 1, 3), START.plusSeconds(3));

        assertThat(resume()).bodyJson().extractingPath("$.answers.11").isEqualTo(List.of(3));
        assertThat(resume()).bodyJson().extractingPath("$.pageIndex").isEqualTo(1);
        assertThat(resume()).bodyJson().extractingPath("$.lastClientSeq").isEqualTo(5);
    }

    @Test
    void a_cleared_question_is_not_among_the_answers_and_keeps_its_place_in_the_order() {
        story.session(session, Facts.answer(11, List.of(2), 0, 1, 1), START.plusSeconds(1));
        story.session(session, Facts.answer(11, List.of(), 0, 1, 7), START.plusSeconds(2));
        story.session(session, Facts.answer(11, List.of(4), 0, 1, 6), START.plusSeconds(3));

        assertThat(resume()).bodyJson().extractingPath("$.answers").asMap().isEmpty();
        assertThat(resume()).bodyJson().extractingPath("$.answered").isEqualTo(0);
    }

    @Test
    void the_last_client_sequence_is_the_one_of_the_newest_epoch() {
        story.session(session, Facts.answer(11, List.of(2), 0, 1, 40), START.plusSeconds(1));
        story.session(session, new SessionResumed(2, "client-2", null, null), START.plusSeconds(2));
        story.session(session, Facts.page(1, 2, 3), START.plusSeconds(3));

        assertThat(resume()).bodyJson().extractingPath("$.epoch").isEqualTo(2);
        assertThat(resume()).bodyJson().extractingPath("$.lastClientSeq").isEqualTo(3);
    }

    @Test
    void a_page_that_is_not_on_the_paper_falls_back_to_the_first() {
        story.session(session, Facts.page(9, 1, 1), START.plusSeconds(1));

        assertThat(resume()).bodyJson().extractingPath("$.pageIndex").isEqualTo(0);
    }

    @Test
    void what_ticks_takes_no_part_in_the_tag() {
        var first = resume();
        assertThat(first)
                .hasHeader("Cache-Control", "no-cache, private")
                .headers()
                .containsHeader("X-Read-Position");
        var tag = Browser.tagOf(first);
        clock.set(START.plusSeconds(75));

        var same = browser.again("worker:p-21", "/sessions/" + session + "/resume", tag);
        assertThat(same).hasStatus(304).hasHeader("ETag", tag).headers().containsHeader("X-Read-Position");
        assertThat(same).hasBodyTextEqualTo("");

        story.session(session, Facts.answer(14, List.of(1), 1, 1, 9), START.plusSeconds(80));
        resume();
        assertThat(browser.again("worker:p-21", "/sessions/" + session + "/resume", tag))
                .hasStatusOk();
    }

    @Test
    void the_status_follows_the_clock_without_any_fact() {
        assertThat(status()).bodyJson().isStrictlyEqualTo("""
                {"status":"IN_PROGRESS","closed":false,"deadline":"2026-05-04T09:15:00.000Z",
                 "remainingSeconds":3540,"serverTime":"2026-05-04T08:16:00.000Z"}""");

        clock.set(START.plusSeconds(600));
        assertThat(status()).bodyJson().extractingPath("$.status").isEqualTo("SILENT");

        clock.set(START.plusSeconds(3600 + 121));
        assertThat(status()).bodyJson().extractingPath("$.status").isEqualTo("TIMED_OUT");
        assertThat(status()).bodyJson().extractingPath("$.closed").isEqualTo(true);
        assertThat(status()).bodyJson().extractingPath("$.remainingSeconds").isEqualTo(0);
    }

    @Test
    void an_ended_session_leads_to_its_result_or_to_the_list_when_it_has_none() {
        story.session(session, Facts.submitted(1, 2), START.plusSeconds(5));
        assertThat(status()).bodyJson().extractingPath("$.redirect").isEqualTo("/exam/results/" + session);

        session = story.assigned(story.exam("Cancelled"), "p-21");
        story.session(session, new SessionCancelled("no room", UUID.randomUUID()), START.plusSeconds(6));
        assertThat(status()).bodyJson().extractingPath("$.status").isEqualTo("CANCELLED");
        assertThat(status()).bodyJson().extractingPath("$.redirect").isEqualTo("/exam/");
    }

    @Test
    void another_attempt_begins_without_answers_and_waits_for_its_start() {
        story.session(session, Facts.answer(11, List.of(2), 1, 1, 7), START.plusSeconds(1));
        story.session(session, Facts.reset(2, TimerPolicy.WALL_CLOCK), START.plusSeconds(9));

        assertThat(resume()).bodyJson().extractingPath("$.status").isEqualTo("OPEN");
        assertThat(resume()).bodyJson().extractingPath("$.attempt").isEqualTo(2);
        assertThat(resume()).bodyJson().extractingPath("$.total").isEqualTo(3);
        assertThat(resume()).bodyJson().extractingPath("$.answers").asMap().isEmpty();
        assertThat(resume()).bodyJson().extractingPath("$.pageIndex").isEqualTo(0);
        assertThat(resume()).bodyJson().extractingPath("$.deadline").isNull();
    }

    private MvcTestResult status() {
        return browser.get("hc:hc-9", "/sessions/" + session + "/status");
    }

    @Test
    void a_foreign_and_an_unknown_session_differ_in_the_instance_only() {
        for (var route : List.of("resume", "status", "result", "paper")) {
            var foreign = browser.get("worker:p-22", "/sessions/" + session + "/" + route);
            var unknown = browser.get("worker:p-22", "/sessions/" + new UUID(4, 2) + "/" + route);
            assertThat(foreign).hasStatus(404).hasContentType("application/problem+json");
            assertThat(foreign).bodyJson().extractingPath("$.code").isEqualTo("not-found");
            assertThat(Browser.textOf(foreign).replace(session.toString(), new UUID(4, 2).toString()))
                    .isEqualTo(Browser.textOf(unknown));
        }
    }
}
