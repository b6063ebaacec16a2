package org.examledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.examledger.query.feed.RebuildProgress.State;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.RandomStory;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** R15: the rows are functions of the facts. */
@QuerySideTest
class RebuildTest {
    @Autowired
    private Story story;

    @Autowired
    private TestLog log;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Projections rebuilding;

    @Autowired
    private List<Projection> projections;

    @Autowired
    private ReadPositions positions;

    @Autowired
    private RebuildProgress progress;

    @Test
    void every_model_rebuilt_from_the_log_equals_the_live_one_row_by_row() {
        var seed = new Random().nextLong();
        System.out.println("Seed of the story that is rebuilt: " + seed);
        new RandomStory(story, new Random(seed)).tell(12, 600);

        for (var projection : projections) {
            awaitHead(projection);
            var live = rowsOf(projection);
            rebuild(projection);
            assertThat(rowsOf(projection)).as(projection.model()).isEqualTo(live);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM responses").query(Long.class).single())
                .as("a story without answers would prove nothing")
                .isGreaterThan(20L);
    }

    @Test
    void facts_seen_twice_change_nothing() {
        var before = log.head();
        new RandomStory(story, new Random(20260504)).tell(6, 200);
        var told = log.head() - before;

        for (var projection : projections) {
            awaitHead(projection);
            var once = rowsOf(projection);
            seeAgain(projection, log.between(before, log.head()));
            seeAgain(projection, log.between(before + told / 3, before + told / 2));
            assertThat(rowsOf(projection)).as(projection.model()).isEqualTo(once);
        }
    }

    private void seeAgain(Projection projection, List<Recorded> facts) {
        var concerning = facts.stream()
                .filter(it -> projection.concerns(it.fact().getClass()))
                .toList();
        new TransactionTemplate(transactions).executeWithoutResult(status -> projection.apply(concerning));
    }

    private void rebuild(Projection projection) {
        rebuilding.rebuild(projection.model());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> stateOf(projection) != State.REQUESTED && stateOf(projection) != State.RUNNING);
        assertThat(stateOf(projection)).as(projection.model()).isEqualTo(State.DONE);
    }

    private State stateOf(Projection projection) {
        return progress.lines().stream()
                .filter(it -> it.model().equals(projection.model()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void awaitHead(Projection projection) {
        var head = story.head();
        await().atMost(Duration.ofSeconds(20)).until(() -> positions.of(projection.model()) >= head);
    }

    private Map<String, List<Map<String, Object>>> rowsOf(Projection projection) {
        var rows = new LinkedHashMap<String, List<Map<String, Object>>>();
        for (var table : projection.tables()) {
            rows.put(
                    table,
                    jdbc.sql("SELECT to_jsonb(t)::text AS row FROM " + table + " AS t ORDER BY 1")
                            .query()
                            .listOfRows());
        }
        return rows;
    }
}
