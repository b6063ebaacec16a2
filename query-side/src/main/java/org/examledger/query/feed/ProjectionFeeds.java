package org.examledger.query.feed;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds for each projection the processor that feeds it from the log. */
final class ProjectionFeeds {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionFeeds.class);
    private static final int BATCH_SIZE = 1000;
    private static final long EXTEND_CLAIM_AFTER_MILLIS = 1_500;
    private static final long LOOK_FOR_CLAIMS_EACH_MILLIS = 1_000;

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final ReadPositions positions;
    private final ProjectionStatus status;

    ProjectionFeeds(
            StreamableMessageSource<TrackedEventMessage<?>> log,
            TokenStore tokens,
            TransactionManager transactions,
            ReadPositions positions,
            ProjectionStatus status) {
        this.log = log;
        this.tokens = tokens;
        this.transactions = transactions;
        this.positions = positions;
        this.status = status;
    }

    Map<String, PooledStreamingEventProcessor> of(Collection<Projection> projections) {
        var feeds = new LinkedHashMap<String, PooledStreamingEventProcessor>();
        projections.forEach(it -> feeds.put(it.model(), feed(it)));
        return feeds;
    }

    private PooledStreamingEventProcessor feed(Projection projection) {
        return PooledStreamingEventProcessor.builder()
                .name(projection.model())
                .eventHandlerInvoker(new ProjectionInvoker(projection, positions, status))
                .errorHandler(context -> {
                    status.failed(projection.model(), context.error(), firstOf(context.failedEvents()));
                    LOG.error("The read model {} stands still", projection.model(), context.error());
                    // Axon's worker thread survives exceptions only, so an Error is wrapped as well.
                    throw new ProjectionFailed(projection.model(), context.error());
                })
                .messageSource(new WatchedLog(log, projection.model(), status))
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(EagerCoordinator::new)
                .workerExecutor(GatheringWriter::new)
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(1)
                .batchSize(BATCH_SIZE)
                .tokenClaimInterval(LOOK_FOR_CLAIMS_EACH_MILLIS)
                .claimExtensionThreshold(EXTEND_CLAIM_AFTER_MILLIS)
                .build();
    }

    private static long firstOf(List<? extends EventMessage<?>> failed) {
        return failed.stream().mapToLong(Messages::positionOf).min().orElse(Long.MAX_VALUE);
    }
}
