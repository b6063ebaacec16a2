package org.examledger.query.mysessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.session.AbandonCause;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.WorkerWithdrawn;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class MySessionsTest {
    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    @Test
    void a_worker_sees_his_own_sessions_and_their_scores_and_nobody_elses() {
        clock.set(Facts.OPENS.plusSeconds(120));
        var welding = story.exam("Welding");
        var open = story.assigned(welding, "p-81");
        var exam = story.exam("Driving");
        var submitted = story.started(exam, "p-82", Facts.OPENS);
        story.session(submitted, Facts.answer(12, List.of(2, 3), 1, 1, 1), Facts.OPENS.plusSeconds(9));
        story.session(submitted, Facts.submitted(1, 2), Facts.OPENS.plusSeconds(10));

        assertThat(browser.get("worker:p-81", "/me/sessions"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                [{"sessionId":"%s","examId":"%s","title":"Welding","category":"Category of Welding",
                  "status":"OPEN","opensAt":"2026-05-04T08:00:00.000Z","windowEndsAt":"2026-05-04T18:00:00.000Z",
                  "durationMinutes":60,"answered":0,"total":4}]""".formatted(open, welding));
        assertThat(browser.get("worker:p-82", "/me/sessions")).bodyJson().isStrictlyEqualTo("""
                [{"sessionId":"%s","examId":"%s","title":"Driving","category":"Category of Driving",
                  "status":"SUBMITTED","opensAt":"2026-05-04T08:00:00.000Z","windowEndsAt":"2026-05-04T18:00:00.000Z",
                  "durationMinutes":60,"answered":1,"total":4,"score":3,"result":"Fail"}]""".formatted(
                        submitted, exam));
    }

    @Test
    void upcoming_turns_open_when_read_without_any_fact() {
        story.assigned(story.exam("At eight"), "p-83");
        clock.set(Facts.OPENS.minusSeconds(1));
        var tag = Browser.tagOf(browser.get("worker:p-83", "/me/sessions"));
        assertThat(browser.get("worker:p-83", "/me/sessions"))
                .bodyJson()
                .extractingPath("$[0].status")
                .isEqualTo("UPCOMING");
        assertThat(browser.again("worker:p-83", "/me/sessions", tag)).hasStatus(304);

        clock.set(Facts.OPENS);
        assertThat(browser.again("worker:p-83", "/me/sessions", tag))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].status")
                .isEqualTo("OPEN");
    }

    @Test
    void a_worker_without_sessions_has_an_empty_list() {
        assertThat(browser.get("worker:p-nobody", "/me/sessions")).hasStatusOk().hasBodyTextEqualTo("[]");
    }

    @Test
    void however_a_session_ended_it_stays_on_the_list_with_a_score_only_when_it_has_one() {
        clock.set(Facts.OPENS.plusSeconds(120));
        var ends = Map.<String, SessionFact>of(
                "CLOSED", new ExamClosed("fire alarm", CloseScoring.ZERO, null),
                "ABANDONED", new SessionAbandoned(AbandonCause.LEFT, 1, null),
                "WITHDRAWN", new WorkerWithdrawn("ill", null),
                "CANCELLED", new SessionCancelled("no room", UUID.randomUUID()));
        ends.forEach((status, end) -> {
            var person = "p-84-" + status;
            var session = story.started(story.exam("Ends " + status), person, Facts.OPENS);
            story.session(session, end, Facts.OPENS.plusSeconds(30));
            var list = browser.get("worker:" + person, "/me/sessions");
            assertThat(list).bodyJson().extractingPath("$[0].status").isEqualTo(status);
            if (status.equals("CLOSED")) {
                assertThat(list).bodyJson().extractingPath("$[0].score").isEqualTo(0);
                assertThat(list).bodyJson().extractingPath("$[0].result").isEqualTo("Fail");
            } else {
                assertThat(list).bodyJson().doesNotHavePath("$[0].score");
                assertThat(list).bodyJson().doesNotHavePath("$[0].result");
            }
        });
    }
}
