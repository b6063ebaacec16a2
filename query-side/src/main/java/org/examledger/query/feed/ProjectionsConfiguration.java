package org.examledger.query.feed;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires every projection to the log by hand: nothing is left to Axon's auto-configuration or scanning. */
@Configuration(proxyBeanMethods = false)
public class ProjectionsConfiguration {
    @Bean
    ReadPositions readPositions(JdbcClient jdbc) {
        return new ReadPositions(jdbc);
    }

    @Bean
    Readings readings(ReadPositions positions, PlatformTransactionManager transactions) {
        return new Readings(positions, transactions);
    }

    @Bean
    ProjectionStatus projectionStatus(List<Projection> projections, ReadPositions positions) {
        return new ProjectionStatus(projections.stream().map(Projection::model).toList(), positions);
    }

    @Bean
    RebuildProgress rebuildProgress(JdbcClient jdbc) {
        return new RebuildProgress(jdbc);
    }

    @Bean
    Rebuilds rebuilds(
            List<Projection> projections,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            PlatformTransactionManager transactions,
            ReadPositions positions,
            RebuildProgress progress,
            JdbcClient jdbc,
            DataSource database) {
        var runs = new RebuildRuns(jdbc);
        var parts = new Rebuild.Parts(log, new TransactionTemplate(transactions), positions, runs, jdbc);
        return new Rebuilds(projections, runs, new Rebuild(parts, progress), database);
    }

    @Bean
    Settling settling(List<Projection> projections, ReadPositions positions, PlatformTransactionManager transactions) {
        return new Settling(projections, positions, new TransactionTemplate(transactions));
    }

    @Bean
    Projections projections(
            List<Projection> projections,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            TokenStore tokens,
            TransactionManager transactions,
            ReadPositions positions,
            ProjectionStatus status,
            Rebuilds rebuilds) {
        var feeds = new ProjectionFeeds(log, tokens, transactions, positions, status);
        return new Projections(feeds.of(projections), rebuilds);
    }
}
