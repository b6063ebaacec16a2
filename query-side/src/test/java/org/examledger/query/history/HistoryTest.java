package org.examledger.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.examledger.events.catalog.FactCatalog;
import org.examledger.events.draft.DraftStarted;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.session.SessionFact;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.RandomSession;
import org.examledger.query.world.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class HistoryTest {
    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    private UUID session;

    @BeforeEach
    void a_session_with_three_facts() {
        session = story.started(story.exam("Audited"), "p-111", Facts.OPENS);
        story.session(session, Facts.page(1, 1, 1), Facts.OPENS.plusMillis(7));
    }

    private String path(String query) {
        return "/audit/sessions/" + session + "/events" + query;
    }

    @Test
    void the_auditor_reads_the_rows_as_they_are_stored() {
        var reply = browser.get("auditor:a-1", path("?after=1"));

        assertThat(reply).hasStatusOk().hasHeader("X-Read-Position", "" + story.head());
        assertThat(reply).bodyJson().isStrictlyEqualTo("""
                [{"sequence":2,"position":%1$d,"type":"PageChanged","revision":1,"at":"2026-05-04T08:00:00.007Z",
                  "actor":{"person":"somebody","role":"worker"},"payload":{"of":"session:%2$s"},"hash":"%3$02x7f"}]
                """.formatted(story.head(), session, (byte) story.head()));
        assertThat(Browser.textOf(reply))
                .as("the stored bytes, spaces included")
                .contains("{ \"of\":\"session:" + session + "\" }");
    }

    @Test
    void rows_come_from_the_start_and_as_many_as_asked_for() {
        assertThat(browser.get("auditor:a-1", path("")))
                .bodyJson()
                .extractingPath("$[*].sequence")
                .asArray()
                .containsExactly(0, 1, 2);
        assertThat(browser.get("auditor:a-1", path("?limit=2")))
                .bodyJson()
                .extractingPath("$[*].type")
                .asArray()
                .containsExactly("SessionAssigned", "SessionStarted");
        assertThat(browser.get("auditor:a-1", path("?after=2"))).hasStatusOk().hasBodyTextEqualTo("[]");
        assertThat(browser.get("auditor:a-1", path("?limit=0"))).hasStatus(400);
        assertThat(browser.get("auditor:a-1", path("?limit=100001"))).hasStatus(400);
        assertThat(browser.get("auditor:a-1", path("?limit=100000"))).hasStatusOk();
    }

    @Test
    void an_unknown_session_is_not_found_and_a_position_to_come_is_unavailable() {
        assertThat(browser.exactly("auditor:a-1", path("?atLeast=" + (story.head() + 1))))
                .hasStatus(503);
        session = new UUID(3, 9);
        assertThat(browser.get("auditor:a-1", path(""))).hasStatus(404);
    }

    @Test
    void every_kind_of_fact_about_a_session_is_in_its_history_by_its_own_name() {
        var random = new RandomSession(new Random(20261122));
        session = UUID.randomUUID();
        story.session(session, random.assigned(session, story.exam("Long"), "p-112"), Facts.OPENS);
        for (int second = 1; second < 1_000; second++) {
            var at = Facts.OPENS.plusSeconds(second);
            story.session(session, random.next(at), at);
        }

        var types = JsonPath.<List<String>>read(Browser.textOf(browser.get("auditor:a-1", path(""))), "$[*].type");
        assertThat(types).hasSize(1_000);
        assertThat(Set.copyOf(types))
                .isEqualTo(FactCatalog.entries().stream()
                        .filter(it -> SessionFact.class.isAssignableFrom(it.type()))
                        .map(FactCatalog.Entry::name)
                        .collect(Collectors.toSet()));
    }

    @Test
    void what_happened_to_an_exam_is_read_from_its_own_stream() {
        var exam = story.exam("Corrected");
        story.exam(exam, new AnswerKeyCorrected(11, List.of(3), 2, "misprint", null), Facts.OPENS);

        assertThat(browser.get("auditor:a-1", "/audit/exams/" + exam + "/events"))
                .bodyJson()
                .extractingPath("$[*].type")
                .asArray()
                .containsExactly("ExamLocked", "AnswerKeyCorrected");
        assertThat(browser.get("auditor:a-1", "/audit/exams/" + session + "/events"))
                .hasStatus(404);
    }

    @Test
    void what_a_person_did_is_found_in_all_streams_in_the_order_of_the_log() {
        var draft = UUID.randomUUID();
        var first = story.draft(draft, new DraftStarted(UUID.randomUUID(), null, null), Facts.OPENS, "author-9");
        story.session(session, Facts.page(2, 1, 2), Facts.OPENS.plusSeconds(1));
        story.draft(
                UUID.randomUUID(),
                new DraftStarted(UUID.randomUUID(), null, null),
                Facts.OPENS.plusSeconds(2),
                "author-9");

        var reply = browser.get("auditor:a-1", "/audit/people/worker-of-author-9/actions");
        assertThat(reply)
                .bodyJson()
                .extractingPath("$[*].type")
                .asArray()
                .containsExactly("DraftStarted", "DraftStarted");
        assertThat(reply).bodyJson().extractingPath("$[0].stream").isEqualTo("draft:" + draft);
        assertThat(reply).bodyJson().extractingPath("$[0].actor.role").isEqualTo("hc");
        assertThat(browser.get("auditor:a-1", "/audit/people/author-9/actions?after=" + first))
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .hasSize(1);
    }
}
