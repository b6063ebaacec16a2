package org.examledger.command.pool;

import org.examledger.command.pool.PoolReceipt.Outcome;
import org.examledger.events.pool.PoolGenerationFailed;
import org.junit.jupiter.api.Test;

class FailGenerationTest extends PoolSpec {
    private static final FailGeneration FAIL = new FailGeneration(HIVE, FIRST, "nobody knows");

    @Test
    void a_failed_generation_leaves_the_pool_as_it_was() {
        expect(
                pool(published(1, null, 4), requested(FIRST))
                        .when(FAIL)
                        .expectEvents(new PoolGenerationFailed(FIRST, "nobody knows")),
                Outcome.FAILED,
                1);
    }

    @Test
    void the_failure_of_an_older_generation_is_of_no_matter() {
        expect(pool(requested(FIRST), requested(SECOND)).when(FAIL).expectNoEvents(), Outcome.OVERTAKEN, 0);
    }
}
