package org.examledger.command.pool;

import org.examledger.command.handling.Command;
import org.examledger.events.StreamId;
import org.examledger.events.rules.PoolName;

/** Everything that can be asked of a pool. */
sealed interface PoolCommand extends Command permits PublishPool, RequestGeneration, FailGeneration {
    PoolTitle title();

    default PoolName pool() {
        return title().name();
    }

    @Override
    default String stream() {
        return StreamId.ofPool(pool().path());
    }
}
