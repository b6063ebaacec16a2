package org.examledger.query.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.pool.PoolGenerationFailed;
import org.examledger.events.pool.PoolGenerationRequested;
import org.examledger.events.pool.PoolPublished;
import org.examledger.events.rules.PoolGeneration;
import org.examledger.query.world.Browser;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@QuerySideTest
class PoolsTest {
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    private static PoolPublished published(
            String technology, int revision, @Nullable UUID generation, String... texts) {
        var number = new int[1];
        var questions = List.of(texts).stream()
                .map(text -> new ExamQuestion(
                        ++number[0],
                        text,
                        List.of(new ExamOption(1, "yes"), new ExamOption(2, "no")),
                        List.of(2),
                        false,
                        3))
                .toList();
        return new PoolPublished(technology, "Expert", revision, questions, generation, null);
    }

    private JsonNode line(String technology) {
        var reply = browser.get("hc:hc-1", "/question-pools").getResponse();
        return JsonMapper.shared()
                .readTree(reply.getContentAsByteArray())
                .valueStream()
                .filter(it -> it.path("technology").asString().equals(technology))
                .findAny()
                .orElseThrow();
    }

    @Test
    void a_pool_holds_what_was_published_last_and_is_found_however_its_name_is_written() {
        story.pool(published("Ada", 1, null, "one"), NOON);
        story.pool(published("Ada", 2, null, "one", "two"), NOON.plusSeconds(5));
        clock.set(NOON.plusSeconds(9));

        assertThat(browser.get("hc:hc-1", "/question-pools/ADA/expert"))
                .bodyJson()
                .isStrictlyEqualTo("""
                {"technology":"Ada","level":"Expert","revision":2,"publishedAt":"2026-04-01T12:00:05.000Z",
                 "generating":false,"failure":null,
                 "questions":[
                  {"id":1,"text":"one","options":[{"id":1,"text":"yes"},{"id":2,"text":"no"}],"correct":[2],
                   "multiple":false,"points":3},
                  {"id":2,"text":"two","options":[{"id":1,"text":"yes"},{"id":2,"text":"no"}],"correct":[2],
                   "multiple":false,"points":3}]}""");
        assertThat(line("Ada").path("questions").asInt()).isEqualTo(2);
        assertThat(browser.get("hc:hc-1", "/question-pools/Ada/beginner")).hasStatus(404);
    }

    @Test
    void a_generation_is_waited_for_until_it_has_a_result_and_five_minutes_at_most() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        story.pool(new PoolGenerationRequested(first, "Basic", "Expert", null), NOON);
        clock.set(NOON.plus(PoolGeneration.GIVEN_UP_AFTER).minusMillis(1));
        assertThat(line("Basic").path("generating").asBoolean()).isTrue();
        clock.set(NOON.plus(PoolGeneration.GIVEN_UP_AFTER));
        assertThat(line("Basic").path("generating").asBoolean()).isFalse();

        clock.set(NOON.plusSeconds(60));
        story.pool(published("Basic", 1, first, "one"), NOON.plusSeconds(1));
        assertThat(line("Basic").path("generating").asBoolean()).isFalse();

        story.pool(new PoolGenerationRequested(second, "Basic", "Expert", null), NOON.plusSeconds(2));
        story.pool(published("Basic", 2, null, "by hand"), NOON.plusSeconds(3));
        assertThat(line("Basic").path("generating").asBoolean()).isTrue();

        story.pool("Basic", "Expert", new PoolGenerationFailed(second, "Nobody answers."), NOON.plusSeconds(4));
        assertThat(line("Basic").path("generating").asBoolean()).isFalse();
        assertThat(line("Basic").path("failure").asString()).isEqualTo("Nobody answers.");
        assertThat(line("Basic").path("revision").asInt()).isEqualTo(2);
    }
}
