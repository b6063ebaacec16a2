package org.examledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.examledger.events.StreamId;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.query.feed.RebuildProgress.State;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@QuerySideTest
class ReplacementTest {
    @Autowired
    private TestLog log;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ReadPositions positions;

    @Autowired
    private RebuildProgress progress;

    @Autowired
    private JdbcClient jdbc;

    private RebuildRuns runs;
    private Rebuild.Parts parts;
    private TriedProjection tried;

    @BeforeEach
    void a_model_that_was_asked_for() {
        runs = new RebuildRuns(jdbc);
        parts = new Rebuild.Parts(log, new TransactionTemplate(transactions), positions, runs, jdbc);
        tried = new TriedProjection(jdbc);
        runs.request("tried");
        log.append(StreamId.ofExam(UUID.randomUUID()), new WorkersAssigned(List.of(), null), Facts.OPENS, Story.HC);
    }

    @AfterEach
    void forget() {
        positions.forget("tried");
        jdbc.sql("DELETE FROM rebuild_run WHERE model = 'tried'").update();
    }

    private void rebuild() throws InterruptedException {
        new Rebuild(parts, progress).run(UUID.randomUUID(), List.of(tried));
    }

    private RebuildProgress.Line line() {
        return progress.lines().stream()
                .filter(it -> it.model().equals("tried"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void new_tables_have_the_same_keys_indexes_and_parameters() throws InterruptedException {
        var before = tried.shape();
        rebuild();
        assertThat(line().state()).isEqualTo(State.DONE);
        assertThat(line().done()).isEqualTo(log.head());
        assertThat(positions.of("tried")).isEqualTo(log.head());
        assertThat(tried.notes()).containsExactly("new");
        assertThat(tried.shape()).isEqualTo(before).hasSizeGreaterThan(4);
    }

    @Test
    void a_rebuild_that_fails_leaves_the_old_rows_and_can_be_asked_for_again() throws InterruptedException {
        tried.failWith(new NoClassDefFoundError("planted"));
        rebuild();
        assertThat(line().state()).isEqualTo(State.FAILED);
        assertThat(line().failure()).contains("planted");
        assertThat(tried.notes()).containsExactly("old");
        assertThat(positions.of("tried")).isZero();

        tried.failWith(null);
        runs.request("tried");
        assertThat(line().state()).isEqualTo(State.REQUESTED);
        rebuild();
        assertThat(line().state()).isEqualTo(State.DONE);
        assertThat(tried.notes()).containsExactly("new");
    }

    @Test
    void a_run_that_was_overtaken_writes_nothing_more() {
        var overtaken = new Replacement(tried, UUID.randomUUID(), parts);
        overtaken.begin(log.head());
        var next = new Replacement(tried, UUID.randomUUID(), parts);
        next.begin(log.head());
        try (var pages = new LogPages(log, 0, tried::concerns)) {
            overtaken.take(pages.next(Rebuild.PAGE));
        }
        overtaken.finish();
        assertThat(overtaken.failed()).isTrue();
        assertThat(jdbc.sql("SELECT count(*) FROM rebuild.tried")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(line().state()).isEqualTo(State.RUNNING);

        next.finish();
        assertThat(line().state()).isEqualTo(State.DONE);
        assertThat(tried.notes()).containsExactly("new");
    }

    @Test
    void tables_that_a_migration_has_changed_meanwhile_stay() {
        var replacement = new Replacement(tried, UUID.randomUUID(), parts);
        replacement.begin(log.head());
        jdbc.sql("ALTER TABLE tried ADD COLUMN remark text").update();
        replacement.finish();
        assertThat(line().failure()).contains("a migration has changed tried");
        assertThat(tried.notes()).containsExactly("old");
    }
}
