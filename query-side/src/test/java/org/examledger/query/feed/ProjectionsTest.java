package org.examledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.groups.Tuple;
import org.examledger.events.StreamId;
import org.examledger.events.draft.DraftStarted;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.session.AnswerSelected;
import org.examledger.query.world.Facts;
import org.examledger.query.world.FragileProjection;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.StatementCounter;
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
class ProjectionsTest {
    @Autowired
    private Story story;

    @Autowired
    private TestLog log;

    @Autowired
    private FragileProjection fragile;

    @Autowired
    private ReadPositions positions;

    @Autowired
    private ProjectionStatus status;

    @Autowired
    private Projections projections;

    @Autowired
    private List<Projection> all;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private UUID exam = new UUID(0, 0);

    @BeforeEach
    void lockAnExam() {
        exam = story.exam("Projections");
    }

    @AfterEach
    void heal() {
        log.failWith(null);
        fragile.failWith(null);
        awaitAllAt(story.head());
    }

    private long append() {
        return log.append(StreamId.ofExam(exam), new WorkersAssigned(List.of(), null), Facts.OPENS, Story.HC);
    }

    private void awaitAllAt(long position) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> status.lines().stream().allMatch(line -> line.position() >= position));
    }

    @Test
    void positions_move_past_facts_that_concern_no_row() {
        var head = story.draft(UUID.randomUUID(), new DraftStarted(new UUID(1, 2), null, null), Facts.OPENS, "hc-31");

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(status.lines())
                        .extracting(ProjectionStatus.Line::model, ProjectionStatus.Line::position)
                        .contains(
                                Tuple.tuple("sessions", head),
                                Tuple.tuple("responses", head),
                                Tuple.tuple("drafts", head),
                                Tuple.tuple("paper", head)));
    }

    /** Once in a while is enough on a busy machine: without care, each would take half a second or several. */
    @Test
    void positions_move_past_foreign_facts_within_a_tenth_of_a_second() {
        var quickest = LongStream.generate(() -> {
                    var start = System.nanoTime();
                    var head = append();
                    await().pollInterval(Duration.ofMillis(2)).until(() -> positionsOfAll() >= head);
                    return System.nanoTime() - start;
                })
                .limit(20)
                .min()
                .orElseThrow();
        assertThat(Duration.ofNanos(quickest)).isLessThan(Duration.ofMillis(100));
    }

    private long positionsOfAll() {
        return status.lines().stream()
                .mapToLong(ProjectionStatus.Line::position)
                .min()
                .orElseThrow();
    }

    @Test
    void a_batch_of_a_thousand_answers_is_folded_to_few_statements() {
        var exam = story.exam("Many answers");
        var sessions = IntStream.range(0, 40)
                .mapToObj(number -> story.started(exam, "p-" + number, Facts.OPENS))
                .toList();
        awaitAllAt(story.head());
        var answers = LongStream.rangeClosed(1, 1000)
                .mapToObj(number -> new Recorded(
                        StreamId.ofSession(sessions.get((int) number % 40)),
                        Facts.answer(11 + (int) number % 4, List.of(1), 0, 1, number),
                        "somebody",
                        Facts.OPENS.plusSeconds(number),
                        story.head() + number))
                .toList();
        for (var projection : all) {
            if (projection.concerns(AnswerSelected.class)) {
                new TransactionTemplate(transactions).executeWithoutResult(nothingStays -> {
                    nothingStays.setRollbackOnly();
                    assertThat(StatementCounter.sentBy(() -> projection.apply(answers)))
                            .as(projection.model())
                            .isBetween(2, 8);
                });
            }
        }
    }

    @Test
    void a_failing_projection_stands_still_visibly_and_skips_nothing_when_it_heals() {
        stands_still_and_goes_on_after(new IllegalStateException("planted"));
    }

    @Test
    void an_error_of_the_virtual_machine_is_survived_as_well() {
        stands_still_and_goes_on_after(new NoClassDefFoundError("planted"));
    }

    @Test
    void a_log_that_cannot_be_read_is_visible_and_every_projection_goes_on_afterwards() {
        stands_still_while_the_log_fails_with(new IllegalStateException("planted"));
    }

    @Test
    void an_error_of_the_virtual_machine_while_reading_ends_no_projection() {
        stands_still_while_the_log_fails_with(new NoClassDefFoundError("planted"));
    }

    private void stands_still_while_the_log_fails_with(Throwable planted) {
        var before = story.head();
        log.failWith(planted);
        await().untilAsserted(() -> assertThat(status.lines())
                .allSatisfy(line -> assertThat(line.error()).contains("planted")));
        assertThat(status.isHealthy()).isFalse();

        var later = append();
        log.failWith(null);
        awaitAllAt(later);
        await().until(status::isHealthy);
        assertThat(fragile.taken())
                .filteredOn(it -> it > before)
                .endsWith(later)
                .doesNotHaveDuplicates();
    }

    private void stands_still_and_goes_on_after(Throwable planted) {
        var before = append();
        awaitAllAt(before);
        fragile.failWith(planted);
        var poison = append();

        await().until(() -> line("fragile").error() != null);
        assertThat(line("fragile").error()).contains("planted");
        assertThat(line("fragile").position()).isEqualTo(before);
        assertThat(status.isHealthy()).isFalse();
        await().until(() -> positions.of("sessions") >= poison);

        var later = append();
        fragile.failWith(null);
        awaitAllAt(later);
        assertThat(fragile.taken()).filteredOn(it -> it >= before).containsExactly(before, poison, later);
        assertThat(status.isHealthy()).isTrue();
    }

    private ProjectionStatus.Line line(String model) {
        return status.lines().stream()
                .filter(it -> it.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    /** Projections commit without waiting for the disk, so a crash of the database takes back their last moments. */
    @Test
    void what_a_crash_took_back_is_taken_in_again_also_when_nothing_comes_after_it() {
        var lost = appendAndLoseWhatWasMadeOfIt();

        awaitAllAt(lost);

        assertThat(fragile.taken()).filteredOn(it -> it == lost).hasSize(2);
    }

    @Test
    void what_a_crash_took_back_is_taken_in_again_before_what_comes_after_it() {
        var lost = appendAndLoseWhatWasMadeOfIt();
        var later = append();

        awaitAllAt(later);

        assertThat(fragile.taken()).filteredOn(it -> it >= lost).containsExactly(lost, lost, later);
    }

    private long appendAndLoseWhatWasMadeOfIt() {
        var before = append();
        awaitAllAt(before);
        var token = jdbc.sql("SELECT token FROM token_entry WHERE processor_name = 'fragile'")
                .query(byte[].class)
                .single();
        var lost = append();
        awaitAllAt(lost);
        new TransactionTemplate(transactions).executeWithoutResult(crash -> {
            jdbc.sql("UPDATE read_position SET position = ? WHERE model = 'fragile'")
                    .param(before)
                    .update();
            jdbc.sql("UPDATE token_entry SET token = ? WHERE processor_name = 'fragile'")
                    .param(token)
                    .update();
        });
        return lost;
    }

    @Test
    void only_models_that_exist_are_rebuilt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> projections.rebuild("nonsense"))
                .withMessageContaining("nonsense");
    }
}
