package org.examledger.query.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.query.monitor.Received.waitUntil;

import java.util.UUID;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestAdmissions;
import org.examledger.query.world.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class StreamRouteTest {
    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestAdmissions admissions;

    @Autowired
    private Watchers watchers;

    @BeforeEach
    void tokens_end_late() {
        clock.set(Facts.OPENS.plusSeconds(60));
        admissions.until(TestAdmissions.FAR);
    }

    @Test
    void a_stream_says_what_it_is_and_that_nobody_may_keep_it() {
        var exam = story.exam("Streamed");
        admissions.until(Facts.OPENS.plusSeconds(61));
        var before = watchers.count();
        var stream = browser.open("hc:hc-9", "/exams/" + exam + "/monitor/stream");

        assertThat(stream)
                .hasStatusOk()
                .hasHeader("Content-Type", "text/event-stream")
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("X-Accel-Buffering", "no")
                .hasHeader("X-Read-Position", Long.toString(story.head()));
        waitUntil(() -> Browser.textOf(stream)
                .matches("(?s)retry: [2-4]\\d{3}\n\nid: " + story.head() + "\nevent: snapshot\ndata: \\{.+}\n\n"));
        assertThat(watchers.count()).isEqualTo(before + 1);

        clock.set(Facts.OPENS.plusSeconds(61));
        waitUntil(() -> watchers.count() == before);
    }

    @Test
    void what_cannot_be_watched_is_refused_as_for_the_monitor() {
        var exam = story.exam("Refused");
        var before = watchers.count();

        assertThat(browser.get("hc:hc-9", "/exams/" + new UUID(7, 8) + "/monitor/stream"))
                .hasStatus(404);
        assertThat(browser.get("hc:hc-9", "/exams/" + exam + "/monitor/stream?status=ASLEEP"))
                .hasStatus(400);
        assertThat(browser.exactly("hc:hc-9", "/exams/" + exam + "/monitor/stream?atLeast=soon"))
                .hasStatus(400);
        assertThat(watchers.count()).isEqualTo(before);
    }
}
