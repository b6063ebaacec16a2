package org.examledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.RandomSession;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@QuerySideTest
class PastStateTest {
    private static final String AUDITOR = "auditor:a-1";
    private static final String HC = "hc:hc-9";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    @ParameterizedTest
    @ValueSource(longs = {20261122, 7, 411})
    void the_state_as_of_a_fact_is_what_people_saw_when_it_was_the_newest(long seed) {
        var random = new Random(seed);
        var facts = new RandomSession(random);
        var exam = story.exam("Replayed " + seed);
        var session = UUID.randomUUID();
        var at = Facts.OPENS;
        story.session(session, facts.assigned(session, exam, "p-" + seed), at);
        var seen = new ArrayList<Seen>();
        var keyVersion = 1;
        for (var sequence = 1; sequence <= 60; sequence++) {
            at = at.plusMillis(random.nextInt(90_000));
            if (random.nextInt(12) == 0) {
                keyVersion++;
                story.exam(
                        exam,
                        new AnswerKeyCorrected(
                                11 + random.nextInt(4),
                                random.nextInt(3) == 0 ? List.of() : List.of(1 + random.nextInt(3)),
                                keyVersion,
                                "misprint",
                                null),
                        at);
            }
            story.session(session, facts.next(at), at);
            if (random.nextInt(4) == 0) {
                clock.set(at);
                seen.add(new Seen(sequence, live(session, "resume"), live(session, "result")));
            }
        }

        for (var moment : seen) {
            var past = past(session, "state?sequence=" + moment.sequence());
            assertThat(past.path("sequence").asInt()).isEqualTo(moment.sequence());
            for (var field : moment.resume().propertyNames()) {
                if (!field.equals("position")) {
                    assertThat(past.path(field))
                            .as("%s after fact %d, seed %d", field, moment.sequence(), seed)
                            .isEqualTo(moment.resume().path(field));
                }
            }
            for (var field :
                    List.of("score", "maximum", "percent", "passed", "computedFrom", "previous", "responses")) {
                assertThat(past.path(field))
                        .as("%s after fact %d, seed %d", field, moment.sequence(), seed)
                        .isEqualTo(moment.result().path(field));
            }
        }
    }

    private record Seen(int sequence, JsonNode resume, JsonNode result) {}

    @Test
    void a_time_between_two_facts_shows_the_older_one_and_the_time_that_was_left_then() {
        var session = story.started(story.exam("Timed"), "p-601", Facts.OPENS);
        story.session(session, Facts.answer(11, List.of(2), 0, 1, 1), Facts.OPENS.plusSeconds(100));
        story.session(session, Facts.answer(11, List.of(3), 0, 1, 2), Facts.OPENS.plusSeconds(200));

        var past = past(session, "state?at=2026-05-04T08:02:30.000Z");

        assertThat(past.path("answers")).isEqualTo(JSON.valueToTree(Map.of("11", List.of(2))));
        assertThat(past.path("sequence").asInt()).isEqualTo(2);
        assertThat(past.path("remainingSeconds").asInt()).isEqualTo(Facts.DURATION_SECONDS - 150);
        assertThat(past.path("serverTime").asString()).isEqualTo("2026-05-04T08:02:30.000Z");
    }

    @Test
    void a_key_that_was_corrected_later_does_not_change_what_the_answers_were_worth_before() {
        var exam = story.exam("Corrected");
        var session = story.started(exam, "p-602", Facts.OPENS);
        story.session(session, Facts.answer(11, List.of(3), 0, 1, 1), Facts.OPENS.plusSeconds(10));
        story.session(session, Facts.submitted(1, 2), Facts.OPENS.plusSeconds(20));
        story.exam(exam, new AnswerKeyCorrected(11, List.of(3), 2, "misprint", null), Facts.OPENS.plusSeconds(300));

        assertThat(past(session, "state?at=2026-05-04T08:04:59.999Z")
                        .path("score")
                        .asLong())
                .isZero();
        var after = past(session, "state?at=2026-05-04T08:05:00.000Z");
        assertThat(after.path("score").asLong()).isPositive();
        assertThat(after.path("computedFrom").path("keyVersion").asInt()).isEqualTo(2);
        assertThat(after.path("previous").get(0).path("score").asLong(-1)).isZero();
    }

    @Test
    void the_difference_between_two_moments_names_what_changed_and_nothing_else() {
        var session = story.started(story.exam("Differs"), "p-603", Facts.OPENS);
        story.session(session, Facts.answer(11, List.of(1), 0, 1, 1), Facts.OPENS.plusSeconds(10));
        story.session(session, Facts.answer(12, List.of(2), 0, 1, 2), Facts.OPENS.plusSeconds(20));
        story.session(session, Facts.answer(11, List.of(), 0, 1, 3), Facts.OPENS.plusSeconds(30));

        var difference = past(session, "difference?from=3&to=4");

        assertThat(difference.path("answers").toString())
                .isEqualTo("[{\"questionId\":11,\"before\":[1],\"after\":[]}]");
        assertThat(difference
                        .path("changed")
                        .valueStream()
                        .map(it -> it.path("field").asString()))
                .contains("answered")
                .doesNotContain("status", "pageIndex", "epoch", "attempt", "deadline", "keyVersion");
        assertThat(browser.get(AUDITOR, path(session, "difference?from=4&to=3")))
                .hasStatus(400);
    }

    @Test
    void a_difference_up_to_now_knows_what_happened_to_the_exam_after_the_sessions_last_fact() {
        var exam = story.exam("Corrected later");
        var session = story.started(exam, "p-605", Facts.OPENS);
        story.session(session, Facts.answer(11, List.of(3), 0, 1, 1), Facts.OPENS.plusSeconds(10));
        story.session(session, Facts.submitted(1, 2), Facts.OPENS.plusSeconds(20));
        story.exam(exam, new AnswerKeyCorrected(11, List.of(3), 2, "misprint", null), Facts.OPENS.plusSeconds(300));
        clock.set(Facts.OPENS.plusSeconds(400));

        var changed = past(session, "difference?from=3").path("changed");

        assertThat(changed.valueStream().map(it -> it.path("field").asString())).contains("score", "keyVersion");
    }

    @Test
    void moments_that_never_were_are_refused() {
        var session = story.started(story.exam("Short"), "p-604", Facts.OPENS);

        assertThat(browser.get(AUDITOR, path(session, "state?sequence=9"))).hasStatus(404);
        assertThat(browser.get(AUDITOR, path(session, "state?at=2020-01-01T00:00:00Z")))
                .hasStatus(404);
        assertThat(browser.get(AUDITOR, path(session, "state?at=yesterday"))).hasStatus(400);
        assertThat(browser.get(AUDITOR, path(session, "state?at=%2B999999999-12-31T23:59:59Z")))
                .hasStatus(400);
        assertThat(browser.get(AUDITOR, path(session, "state?sequence=1&at=2026-05-04T08:00:00Z")))
                .hasStatus(400);
        assertThat(browser.get(AUDITOR, path(new UUID(6, 6), "state"))).hasStatus(404);
    }

    private JsonNode live(UUID session, String what) {
        return JSON.readTree(Browser.textOf(browser.get(HC, "/sessions/" + session + "/" + what)));
    }

    private JsonNode past(UUID session, String what) {
        var reply = browser.get(AUDITOR, path(session, what));
        assertThat(reply).hasStatusOk();
        return JSON.readTree(Browser.textOf(reply));
    }

    private static String path(UUID session, String what) {
        return "/audit/sessions/" + session + "/" + what;
    }
}
