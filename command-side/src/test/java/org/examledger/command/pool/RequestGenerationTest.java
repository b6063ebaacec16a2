package org.examledger.command.pool;

import java.time.Duration;
import org.examledger.command.pool.PoolReceipt.Outcome;
import org.examledger.events.pool.PoolGenerationFailed;
import org.examledger.events.pool.PoolGenerationRequested;
import org.examledger.events.pool.PoolPublished;
import org.examledger.events.rules.PoolGeneration;
import org.junit.jupiter.api.Test;

class RequestGenerationTest extends PoolSpec {
    private static final RequestGeneration AGAIN = new RequestGeneration(HIVE, SECOND, null);

    @Test
    void the_first_who_asks_starts_a_generation() {
        var result = fixture.givenCurrentTime(NOW)
                .when(new RequestGeneration(HIVE, FIRST, KEY))
                .expectEvents(new PoolGenerationRequested(FIRST, "Hive", "Beginner", KEY));
        expect(result, Outcome.STARTED, 0);
    }

    @Test
    void whoever_asks_meanwhile_joins_however_he_writes_the_name() {
        var typed = new RequestGeneration(new PoolTitle(" HIVE", "beginner "), SECOND, null);
        expect(pool(requested(FIRST)).when(typed).expectNoEvents(), Outcome.JOINED, 0);
    }

    @Test
    void a_generation_without_a_result_for_five_minutes_is_started_again() {
        var limit = PoolGeneration.GIVEN_UP_AFTER;
        pool(requested(FIRST))
                .andGivenCurrentTime(NOW.plus(limit).minus(Duration.ofMillis(1)))
                .when(AGAIN)
                .expectNoEvents();
        pool(requested(FIRST)).andGivenCurrentTime(NOW.plus(limit)).when(AGAIN).expectEvents(requested(SECOND));
    }

    @Test
    void after_a_result_the_next_request_starts_another() {
        pool(requested(FIRST), published(1, FIRST, 1)).when(AGAIN).expectEvents(requested(SECOND));
        pool(requested(FIRST), new PoolGenerationFailed(FIRST, "nobody knows"))
                .when(AGAIN)
                .expectEvents(requested(SECOND));
    }

    @Test
    void a_request_seen_again_joins_what_it_started() {
        var first = new PoolGenerationRequested(FIRST, "Hive", "Beginner", KEY);
        expect(
                pool(first, published(1, FIRST, 1))
                        .when(new RequestGeneration(HIVE, SECOND, KEY))
                        .expectNoEvents(),
                Outcome.JOINED,
                1);
    }

    @Test
    void a_command_id_of_a_publication_starts_nothing() {
        var first = new PoolPublished("Hive", "Beginner", 1, questions(1), null, KEY);
        expectReused(pool(first).when(new RequestGeneration(HIVE, SECOND, KEY)).expectNoEvents());
    }
}
