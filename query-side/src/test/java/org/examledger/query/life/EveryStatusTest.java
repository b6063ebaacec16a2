package org.examledger.query.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.AbandonCause;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionRescheduled;
import org.examledger.events.session.WorkerWithdrawn;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** R8, R9: whoever looks at a session, and wherever, sees the same status at the same instant. */
@QuerySideTest
class EveryStatusTest {
    private static final Instant NOW = Facts.OPENS.plusSeconds(7200);

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    @Test
    void every_list_shows_every_status_there_is_and_all_show_the_same() {
        clock.set(NOW);
        var exam = story.exam("In every status");
        var told = new TreeMap<String, String>();
        for (var status : SessionStatus.values()) {
            told.put(in(status, exam).toString(), status.name());
        }

        assertThat(statuses("hc:hc-9", "/exams/" + exam + "/monitor", "$.rows")).isEqualTo(told);
        assertThat(statuses("hc:hc-9", "/exams/" + exam + "/results", "$.items"))
                .isEqualTo(told);
        assertThat(statuses("hc:hc-9", "/exams/" + exam, "$.workers")).isEqualTo(told);
        var listed = new HashMap<String, String>();
        for (var status : SessionStatus.values()) {
            listed.putAll(statuses("worker:" + personIn(status), "/me/sessions", "$"));
        }
        assertThat(listed).isEqualTo(told);
        told.forEach((session, status) -> assertThat(browser.get("hc:hc-9", "/sessions/" + session + "/status"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo(status));
    }

    private Map<String, String> statuses(String caller, String path, String rows) {
        List<Map<String, String>> read =
                JsonPath.read(Browser.textOf(browser.get(caller, path)), rows + "[*]['sessionId','status']");
        var statuses = new TreeMap<String, String>();
        read.forEach(it -> statuses.put(it.get("sessionId"), it.get("status")));
        return statuses;
    }

    private static String personIn(SessionStatus status) {
        return "p-in-" + status;
    }

    private UUID in(SessionStatus status, UUID exam) {
        var person = personIn(status);
        var at = NOW.minusSeconds(30);
        return switch (status) {
            case OPEN -> story.assigned(exam, person);
            case UPCOMING -> moved(story.assigned(exam, person), NOW.plusSeconds(1), null);
            case MISSED -> moved(story.assigned(exam, person), Facts.OPENS, NOW.minusSeconds(1));
            case IN_PROGRESS -> story.started(exam, person, at);
            case SILENT -> story.started(exam, person, NOW.minusSeconds(601));
            case TIMED_OUT -> story.started(exam, person, NOW.minusSeconds(Facts.DURATION_SECONDS + 121));
            case SUBMITTED -> {
                var session = story.started(exam, person, at);
                story.session(session, Facts.submitted(1, 1), at);
                yield session;
            }
            case CLOSED -> {
                var session = story.assigned(exam, person);
                story.session(session, new ExamClosed("noise", CloseScoring.ZERO, null), at);
                yield session;
            }
            case ABANDONED -> {
                var session = story.started(exam, person, at);
                story.session(session, new SessionAbandoned(AbandonCause.LEFT, 1, null), at);
                yield session;
            }
            case WITHDRAWN -> {
                var session = story.assigned(exam, person);
                story.session(session, new WorkerWithdrawn("ill", null), at);
                yield session;
            }
            case CANCELLED -> {
                var session = story.assigned(exam, person);
                story.session(session, new SessionCancelled("no room", UUID.randomUUID()), at);
                yield session;
            }
        };
    }

    private UUID moved(UUID session, Instant opens, @Nullable Instant windowEnds) {
        story.session(session, new SessionRescheduled(opens, windowEnds, "moved", UUID.randomUUID()), NOW);
        return session;
    }
}
