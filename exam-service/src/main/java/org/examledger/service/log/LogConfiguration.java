package org.examledger.service.log;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.examledger.events.catalog.FactCatalog;
import org.examledger.query.feed.ProjectionTokens;
import org.examledger.store.AppendNotifier;
import org.examledger.store.Appender;
import org.examledger.store.AppenderSettings;
import org.examledger.store.EventType;
import org.examledger.store.EventTypes;
import org.examledger.store.FactSerializer;
import org.examledger.store.FeedSignal;
import org.examledger.store.FeedWatch;
import org.examledger.store.LogEventStore;
import org.examledger.store.LogReader;
import org.examledger.store.PostgresEventStorageEngine;
import org.examledger.store.TokenSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/** Every Axon bean that both sides share, by name; {@link SelfCheck} refuses to start on any other. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {
    /** The tables must be there before the first reader asks for them. */
    private static final String MIGRATIONS = "flywayInitializer";

    /** The time for whoever asks; facts take theirs from a clock of their own that reads this one. */
    @Bean(destroyMethod = "close")
    @Primary
    ServerClock serverClock(DataSource database) {
        return new ServerClock(Clock.systemUTC(), () -> timeOf(database)).started();
    }

    private static Instant timeOf(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.createStatement();
                var rows = query.executeQuery("SELECT clock_timestamp()")) {
            rows.next();
            return rows.getTimestamp(1).toInstant();
        }
    }

    @Bean
    FeedSignal feedSignal() {
        return new FeedSignal();
    }

    @Bean(destroyMethod = "close")
    @DependsOn(MIGRATIONS)
    Appender appender(LogConnections log, FeedSignal signal, AppendMeters meters) {
        return new Appender(log.own(), signal, AppenderSettings.DEFAULT, meters);
    }

    @Bean(destroyMethod = "close")
    @DependsOn(MIGRATIONS)
    AppendNotifier appendNotifier(LogConnections log, FeedSignal signal) {
        return new AppendNotifier(log.own(), signal);
    }

    @Bean(destroyMethod = "close")
    @DependsOn(MIGRATIONS)
    FeedWatch feedWatch(LogConnections log, FeedSignal signal) {
        return new FeedWatch(log.own(), signal);
    }

    @Bean
    @DependsOn(MIGRATIONS)
    LogReader logReader(DataSource database) {
        return new LogReader(database);
    }

    /** The closed list of names, which is also the list of classes that may be read. */
    @Bean
    EventTypes eventTypes() {
        return EventTypes.of(FactCatalog.entries().stream()
                .map(it -> new EventType(it.name(), it.revision(), it.type()))
                .toList());
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            Appender appender, LogReader reader, EventTypes types, ObjectProvider<EventUpcaster> upcasters) {
        var chain = new EventUpcasterChain(upcasters.orderedStream().toList());
        return new PostgresEventStorageEngine(appender, reader, new FactSerializer(types), chain);
    }

    @Bean
    LogEventStore eventStore(PostgresEventStorageEngine engine, FeedSignal signal) {
        return new LogEventStore(engine, signal);
    }

    @Bean
    TransactionManager projectionTransactions(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    TokenStore tokenStore(DataSource database) {
        return ProjectionTokens.on(new SpringDataSourceConnectionProvider(database), new TokenSerializer(), nodeId());
    }

    /** Differs between all processes, those of containers with equal host names and process numbers included. */
    private static String nodeId() {
        return ManagementFactory.getRuntimeMXBean().getPid() + "-" + UUID.randomUUID();
    }
}
