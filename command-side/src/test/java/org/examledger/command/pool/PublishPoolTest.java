package org.examledger.command.pool;

import java.util.List;
import java.util.UUID;
import org.examledger.command.pool.PoolReceipt.Outcome;
import org.examledger.events.pool.PoolPublished;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishPoolTest extends PoolSpec {
    private static PublishPool publish(@Nullable UUID generationId, @Nullable UUID commandId, int... numbers) {
        return new PublishPool(HIVE, questions(numbers), generationId, commandId);
    }

    @Test
    void publishing_makes_a_pool() {
        var result = fixture.givenCurrentTime(NOW)
                .when(publish(null, KEY, 1, 2))
                .expectEvents(new PoolPublished("Hive", "Beginner", 1, questions(1, 2), null, KEY));
        expect(result, Outcome.PUBLISHED, 1);
    }

    @Test
    void publishing_again_replaces_the_questions_under_a_new_revision() {
        expect(
                pool(published(1, null, 1, 2)).when(publish(null, null, 2, 3)).expectEvents(published(2, null, 2, 3)),
                Outcome.PUBLISHED,
                2);
    }

    @Test
    void the_same_content_again_changes_nothing() {
        expect(pool(published(1, null, 1, 2)).when(publish(null, null, 1, 2)).expectNoEvents(), Outcome.UNCHANGED, 1);
    }

    @Test
    void a_generation_that_brings_the_same_content_has_ended_and_changes_no_revision() {
        expect(
                pool(published(1, null, 1), requested(FIRST))
                        .when(publish(FIRST, null, 1))
                        .expectEvents(published(1, FIRST, 1)),
                Outcome.UNCHANGED,
                1);
    }

    @Test
    void a_result_that_comes_after_another_generation_was_started_replaces_nothing() {
        expect(
                pool(requested(FIRST), requested(SECOND))
                        .when(publish(FIRST, null, 1))
                        .expectNoEvents(),
                Outcome.OVERTAKEN,
                0);
        expect(
                pool(requested(FIRST), requested(SECOND), published(1, SECOND, 7))
                        .when(publish(FIRST, null, 1))
                        .expectNoEvents(),
                Outcome.OVERTAKEN,
                1);
    }

    @Test
    void publishing_by_hand_meanwhile_does_not_end_a_generation() {
        pool(requested(FIRST), published(1, null, 4))
                .when(publish(FIRST, null, 5))
                .expectEvents(published(2, FIRST, 5));
    }

    @Test
    void a_publication_seen_again_has_no_second_effect_and_its_id_names_no_other() {
        var first = new PoolPublished("Hive", "Beginner", 1, questions(1), null, KEY);
        expect(pool(first, published(2, null, 9)).when(publish(null, KEY, 1)).expectNoEvents(), Outcome.UNCHANGED, 2);
        expectReused(pool(first).when(publish(null, KEY, 3)).expectNoEvents());
        expectReused(pool(first).when(new RequestGeneration(HIVE, FIRST, KEY)).expectNoEvents());
        expectReused(
                pool(first).when(new PublishPool(HIVE, List.of(), null, KEY)).expectNoEvents());
    }
}
