package org.examledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.examledger.query.feed.RebuildProgress.State;
import org.examledger.query.world.Facts;
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

    @Autowired
    private Readings readings;

    @Test
    void every_model_rebuilt_from_the_log_equals_the_live_one_row_by_row() {
        var seed = new Random().nextLong();
        System.out.println("Seed of the story that is rebuilt: " + seed);
        new RandomStory(story, new Random(seed)).tell(12, 600);

        for (var projection : projections) {
            awaitHead(projection);
            var live = rowsOf(projection);
            rebuilding.rebuild(projection.model());
            awaitAllDone();
            assertThat(rowsOf(projection)).as(projection.model()).isEqualTo(live);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM responses").query(Long.class).single())
                .as("a story without answers would prove nothing")
                .isGreaterThan(20L);
        assertThat(jdbc.sql("SELECT count(*) FROM response_previous")
                        .query(Long.class)
                        .single())
                .as("nor would one without scores by an earlier key")
                .isPositive();
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

    @Test
    void rebuilt_while_facts_arrive_every_model_equals_the_one_that_is_rebuilt_in_peace() {
        var story = CompletableFuture.runAsync(
                () -> {
                    for (int chapter = 0; chapter < 3 || isAnyOpen(); chapter++) {
                        new RandomStory(this.story, new Random(chapter)).tell(6, 100);
                        awaitHead(projections.getFirst());
                    }
                },
                Thread::startVirtualThread);
        for (int time = 0; time < 3; time++) {
            rebuilding.rebuildAll();
            awaitAllDone();
        }
        story.join();
        projections.forEach(this::awaitHead);
        var underLoad = rowsOfAll();
        rebuilding.rebuildAll();
        awaitAllDone();
        assertThat(rowsOfAll()).isEqualTo(underLoad);
    }

    @Test
    void readers_see_old_rows_or_new_ones_and_never_something_between() {
        var exam = story.exam("Read while it is rebuilt");
        var session = story.started(exam, "p-81", Facts.OPENS);
        projections.forEach(this::awaitHead);
        var reading = new AtomicBoolean(true);
        var seen = new ConcurrentSkipListSet<Long>();
        var clicks = CompletableFuture.runAsync(
                () -> {
                    for (int click = 1; reading.get(); click++) {
                        story.session(session, Facts.page(click % 2, 1, click), Facts.OPENS.plusSeconds(click));
                        assertThat(readings.read(List.of("sessions"), Long.toString(story.head()), () -> "rows"))
                                .isNotNull();
                    }
                },
                Thread::startVirtualThread);
        var reader = CompletableFuture.runAsync(
                () -> {
                    while (reading.get()) {
                        // Every fact of this test is one of this session, so its row tells the position.
                        var found = readings.read(
                                List.of("sessions", "responses"), null, () -> positionOfRow("session_row", session));
                        assertThat(found.value()).isGreaterThanOrEqualTo(found.position());
                        var exact =
                                readings.read(List.of("sessions"), null, () -> positionOfRow("session_row", session));
                        assertThat(exact.value()).isEqualTo(exact.position());
                        assertThat(seen.isEmpty() || exact.position() >= seen.last())
                                .isTrue();
                        seen.add(exact.position());
                    }
                },
                Thread::startVirtualThread);
        try {
            for (int time = 0; time < 6; time++) {
                rebuilding.rebuildAll();
                awaitAllDone();
            }
        } finally {
            reading.set(false);
        }
        clicks.join();
        reader.join();
        assertThat(seen).hasSizeGreaterThan(10);
    }

    private long positionOfRow(String table, UUID session) {
        return jdbc.sql("SELECT position FROM " + table + " WHERE session_id = ?")
                .param(session)
                .query(Long.class)
                .single();
    }

    @Test
    void a_long_read_holds_the_exchange_back_and_dams_up_nobody_else() {
        readings.read(List.of("paper"), null, () -> {
            // The reader's own transaction neither may write nor sees what happens meanwhile.
            return CompletableFuture.supplyAsync(
                            () -> {
                                rebuilding.rebuild("paper");
                                await().until(() -> isAnybodyHeldBack());
                                // It gives up after a while, lets this one pass, and tries again.
                                readings.read(List.of("sessions"), null, () -> "passes");
                                await().until(() -> isAnybodyHeldBack());
                                return assertThat(stateOf("paper")).isEqualTo(State.RUNNING);
                            },
                            Thread::startVirtualThread)
                    .join();
        });
        awaitAllDone();
        assertThat(stateOf("paper")).isEqualTo(State.DONE);
    }

    private boolean isAnybodyHeldBack() {
        return jdbc.sql("""
                        SELECT count(*) FROM pg_locks
                        WHERE relation = CAST('read_position' AS regclass) AND mode = 'AccessExclusiveLock'
                          AND NOT granted
                        """).query(Long.class).single() > 0;
    }

    @Test
    void a_rebuild_that_a_process_left_in_the_middle_is_begun_anew() {
        new RandomStory(story, new Random(7)).tell(3, 50);
        projections.forEach(this::awaitHead);
        var live = rowsOfAll();
        jdbc.sql("DROP TABLE IF EXISTS rebuild.session_row").update();
        jdbc.sql("CREATE TABLE rebuild.session_row AS SELECT * FROM session_row LIMIT 1")
                .update();
        jdbc.sql("""
                INSERT INTO rebuild_run AS stored (model, state, run, requested_at, started_at, seen_at, position, goal)
                VALUES ('sessions', 'RUNNING', gen_random_uuid(), now(), now(), now(), 17, 18)
                ON CONFLICT (model) DO UPDATE SET (state, run, position) = ('RUNNING', excluded.run, 17)
                """).update();
        awaitAllDone();
        assertThat(stateOf("sessions")).isEqualTo(State.DONE);
        assertThat(rowsOfAll()).isEqualTo(live);
    }

    private void awaitAllDone() {
        await().atMost(Duration.ofSeconds(40)).until(() -> !isAnyOpen());
        assertThat(progress.lines()).allMatch(it -> it.state() == State.DONE);
    }

    private boolean isAnyOpen() {
        return progress.lines().stream().anyMatch(it -> it.state() == State.REQUESTED || it.state() == State.RUNNING);
    }

    private State stateOf(String model) {
        return progress.lines().stream()
                .filter(it -> it.model().equals(model))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private Map<String, Map<String, List<Map<String, Object>>>> rowsOfAll() {
        var rows = new LinkedHashMap<String, Map<String, List<Map<String, Object>>>>();
        projections.forEach(it -> rows.put(it.model(), rowsOf(it)));
        return rows;
    }

    private long scoresBehindTheirKey() {
        return jdbc.sql("""
                SELECT count(*) FROM response_score JOIN response_exam USING (exam_id)
                WHERE response_score.key_version < response_exam.key_version
                """).query(Long.class).single();
    }

    private void seeAgain(Projection projection, List<Recorded> facts) {
        var concerning = facts.stream()
                .filter(it -> projection.concerns(it.fact().getClass()))
                .toList();
        new TransactionTemplate(transactions).executeWithoutResult(status -> projection.apply(concerning));
    }

    private void awaitHead(Projection projection) {
        var head = story.head();
        await().atMost(Duration.ofSeconds(20)).until(() -> positions.of(projection.model()) >= head);
        await().atMost(Duration.ofSeconds(20)).until(() -> scoresBehindTheirKey() == 0);
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
