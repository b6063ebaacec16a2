package org.examledger.query.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.WorkerWithdrawn;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class PaperTest {
    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Test
    void the_owner_reads_the_questions_in_paper_order_page_by_page_without_the_key() {
        var session = story.started(story.exam("Read"), "p-91", Facts.OPENS);

        var paper = browser.get("worker:p-91", "/sessions/" + session + "/paper");
        assertThat(paper)
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .headers()
                .containsHeader("X-Read-Position");
        assertThat(paper)
                .bodyJson()
                .extractingPath("$.pages[*].questions[*].id")
                .asArray()
                .containsExactly(13, 11, 14, 12);
        assertThat(paper)
                .bodyJson()
                .extractingPath("$.pages[*].pageIndex")
                .asArray()
                .containsExactly(0, 1);
        assertThat(paper).bodyJson().extractingPath("$.questionsPerPage").isEqualTo(2);
        assertThat(paper)
                .bodyJson()
                .extractingPath("$.pages[0].questions[0].options[*].id")
                .asArray()
                .containsExactly(4, 3, 2, 1);
        assertThat(paper)
                .bodyJson()
                .extractingPath("$.pages[0].questions[0].text")
                .isEqualTo("Question 13?");
        assertThat(paper)
                .bodyJson()
                .extractingPath("$.pages[1].questions[1].multiple")
                .isEqualTo(true);
        assertThat(Browser.textOf(paper)).doesNotContain("correct");
    }

    @Test
    void nobody_reads_questions_before_he_has_started() {
        var session = story.assigned(story.exam("Sealed"), "p-92");

        var paper = browser.get("worker:p-92", "/sessions/" + session + "/paper");
        assertThat(paper).hasStatus(409);
        assertThat(paper).bodyJson().extractingPath("$.code").isEqualTo("not-started");
    }

    @Test
    void hc_reads_nobodys_paper() {
        var session = story.started(story.exam("Private"), "p-93", Facts.OPENS);

        assertThat(browser.get("hc:hc-9", "/sessions/" + session + "/paper")).hasStatus(404);
    }

    @Test
    void another_attempt_brings_another_paper_which_is_sealed_until_its_start() {
        var session = story.started(story.exam("Again"), "p-94", Facts.OPENS);
        story.session(session, Facts.reset(2, TimerPolicy.WALL_CLOCK), Facts.OPENS.plusSeconds(60));
        assertThat(browser.get("worker:p-94", "/sessions/" + session + "/paper"))
                .hasStatus(409);

        story.session(session, Facts.started(2, Facts.OPENS.plusSeconds(70)), Facts.OPENS.plusSeconds(70));
        var paper = browser.get("worker:p-94", "/sessions/" + session + "/paper");
        assertThat(paper).bodyJson().extractingPath("$.attempt").isEqualTo(2);
        assertThat(paper)
                .bodyJson()
                .extractingPath("$.pages[*].questions[*].id")
                .asArray()
                .containsExactly(12, 14, 11);
        assertThat(paper).bodyJson().extractingPath("$.pages").asArray().hasSize(3);
    }

    @Test
    void however_an_attempt_ended_its_owner_may_read_the_paper_again() {
        var session = story.started(story.exam("Over"), "p-95", Facts.OPENS);
        story.session(session, new WorkerWithdrawn("ill", null), Facts.OPENS.plusSeconds(60));

        assertThat(browser.get("worker:p-95", "/sessions/" + session + "/paper"))
                .hasStatusOk();
    }
}
