package org.examledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.TimeExtended;
import org.examledger.events.session.Visibility;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class AuditTest {
    private static final String AUDITOR = "auditor:a-1";

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestPeople people;

    private UUID exam;
    private UUID session;

    @BeforeEach
    void a_session_with_a_gap_more_time_and_a_close() {
        exam = story.exam("Told");
        session = story.started(exam, "p-701", Facts.OPENS);
        story.session(session, Facts.answer(11, List.of(2), 0, 1, 1), Facts.OPENS.plusSeconds(10));
        story.session(
                session,
                new TimeExtended(
                        300, "noise", Facts.DURATION_SECONDS + 240, Facts.OPENS.plusSeconds(3840), UUID.randomUUID()),
                Facts.OPENS.plusSeconds(60));
        story.session(session, new SessionResumed(2, "client-2", null, null), Facts.OPENS.plusSeconds(110));
        story.session(session, Facts.page(1, 2, 1), Facts.OPENS.plusSeconds(120));
        story.session(session, new HeartbeatReceived(Visibility.LEAVING, 2, null, null), Facts.OPENS.plusSeconds(195));
        story.session(
                session, new ExamClosed("power cut", CloseScoring.FROM_ANSWERS, null), Facts.OPENS.plusSeconds(300));
        story.session(
                session, new LateAnswerReceived(12, List.of(1), 1, 2, 2, null, null), Facts.OPENS.plusSeconds(301));
    }

    @Test
    void the_timeline_has_silences_time_changes_and_what_staff_did_as_entries_of_their_own() {
        var reply = browser.get(AUDITOR, "/audit/sessions/" + session + "/timeline");

        assertThat(reply)
                .bodyJson()
                .extractingPath("$[*].kind")
                .asArray()
                .containsExactly(
                        "ASSIGNED",
                        "STARTED",
                        "ANSWER",
                        "TIME_CHANGE",
                        // From the answer to the resumption, whatever HC did meanwhile.
                        "SILENCE",
                        "STARTED",
                        "PAGE",
                        "SIGN_OF_LIFE",
                        "SILENCE",
                        "STAFF_ACTION",
                        "LATE_ANSWER");
        assertThat(reply)
                .bodyJson()
                .extractingPath("$[4]")
                .asMap()
                .containsEntry("at", "2026-05-04T08:00:10.000Z")
                .containsEntry("until", "2026-05-04T08:01:50.000Z")
                .containsEntry("seconds", 100);
        assertThat(reply).bodyJson().extractingPath("$[3].seconds").isEqualTo(240);
        assertThat(reply).bodyJson().extractingPath("$[3].payload.of").isEqualTo("session:" + session);
    }

    @Test
    void names_are_joined_when_read_and_are_gone_when_the_person_is() {
        var path = "/audit/sessions?examId=" + exam;
        assertThat(browser.get(AUDITOR, path))
                .bodyJson()
                .extractingPath("$[0]")
                .asMap()
                .containsEntry("sessionId", session.toString())
                .containsEntry("title", "Told")
                .containsEntry("workerId", "worker-of-p-701")
                .containsEntry("workerName", "Name of p-701")
                .containsEntry("status", "CLOSED");

        people.erase("p-701");

        assertThat(browser.get(AUDITOR, path))
                .bodyJson()
                .extractingPath("$[0]")
                .asMap()
                .containsEntry("person", "p-701")
                .containsEntry("workerId", null)
                .containsEntry("workerName", null);
        assertThat(browser.get(AUDITOR, "/audit/sessions?workerId=worker-of-p-701"))
                .hasBodyTextEqualTo("[]");
    }

    @Test
    void sessions_are_found_by_exam_worker_and_time_and_listed_piece_by_piece() {
        var other = story.started(exam, "p-702", Facts.OPENS.plusSeconds(3_000));
        story.started(story.exam("Another"), "p-701", Facts.OPENS.plusSeconds(3_000));

        assertThat(idsOf("?workerId=worker-of-p-701")).hasSize(2).contains(session.toString());
        assertThat(idsOf("?examId=" + exam)).containsExactlyInAnyOrder(session.toString(), other.toString());
        assertThat(idsOf("?title=tOL&workerId=worker-of-p-701")).containsExactly(session.toString());
        assertThat(idsOf("?sessionId=" + session)).containsExactly(session.toString());
        assertThat(idsOf("?sessionId=" + session + "&title=Another")).isEmpty();
        assertThat(idsOf("?title=a%00b")).isEmpty();
        assertThat(idsOf("?examId=" + exam + "&from=2026-05-04T08:50:00Z")).containsExactly(other.toString());
        assertThat(idsOf("?examId=" + exam + "&to=2026-05-04T08:50:00Z")).containsExactly(session.toString());
        var first = idsOf("?examId=" + exam + "&limit=1");
        assertThat(first).hasSize(1);
        assertThat(idsOf("?examId=" + exam + "&limit=1&after=" + first.getFirst()))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first);
        assertThat(idsOf("?workerId=nobody")).isEmpty();
        assertThat(browser.get(AUDITOR, "/audit/sessions?from=today")).hasStatus(400);
        assertThat(browser.get(AUDITOR, "/audit/sessions?to=%2B300000-01-01T00:00:00Z"))
                .hasStatus(400);
        assertThat(idsOf("?workerId=a%00b")).isEmpty();
    }

    @Test
    void an_auditor_reads_what_the_worker_was_asked_but_not_what_is_right() {
        var reply = browser.get(AUDITOR, "/audit/sessions/" + session + "/papers");

        assertThat(reply).bodyJson().extractingPath("$.length()").isEqualTo(1);
        assertThat(reply)
                .bodyJson()
                .extractingPath("$[0].questions[0].questionId")
                .isEqualTo(13);
        assertThat(reply)
                .bodyJson()
                .extractingPath("$[0].questions[0].pictures")
                .asArray()
                .isEmpty();
        assertThat(Browser.textOf(reply)).contains("\"optionId\":2").doesNotContain("correct");
        assertThat(browser.get(AUDITOR, "/audit/sessions/" + UUID.randomUUID() + "/papers"))
                .hasStatus(404);
    }

    @Test
    void the_session_is_told_in_the_words_of_xapi_without_a_name() {
        var reply = browser.get(AUDITOR, "/audit/sessions/" + session + "/xapi");

        assertThat(reply)
                .bodyJson()
                .extractingPath("$[*].verb.display.en")
                .asArray()
                .containsExactly("initialized", "answered", "resumed", "suspended", "terminated");
        assertThat(reply).bodyJson().extractingPath("$[1].result.response").isEqualTo("2");
        assertThat(reply).bodyJson().extractingPath("$[1].context.registration").isEqualTo(session.toString());
        assertThat(reply).bodyJson().extractingPath("$[1].actor.account.name").isEqualTo("p-701");
        assertThat(reply).bodyJson().extractingPath("$[4].result.score.max").isEqualTo(14);
        assertThat(Browser.textOf(reply)).doesNotContain("Name of");
    }

    private List<String> idsOf(String query) {
        var reply = browser.get(AUDITOR, "/audit/sessions" + query);
        assertThat(reply).hasStatusOk();
        return JsonPath.read(Browser.textOf(reply), "$[*].sessionId");
    }
}
