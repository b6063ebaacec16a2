package org.examledger.benchmarks.stock;

import javax.sql.DataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.examledger.benchmarks.web.Baseline;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Our aggregates on Axon's JDBC engine. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = HibernateJpaAutoConfiguration.class)
@Import(StockWiring.class)
public class StockJdbcBaseline {
    public static void main(String[] arguments) {
        Baseline.start(StockJdbcBaseline.class, arguments);
    }

    @Bean
    EventStorageEngine engine(DataSource database, JdbcTemplate jdbc, TransactionManager transactions) {
        PersistenceExceptionResolver conflicts = new JdbcSQLErrorCodesResolver();
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(database))
                .transactionManager(transactions)
                .persistenceExceptionResolver(conflicts)
                .eventSerializer(StockWiring.serializer())
                .snapshotSerializer(StockWiring.serializer())
                .build();
        @Nullable String made = jdbc.queryForObject("SELECT to_regclass('domainevententry')::text", String.class);
        if (made == null) {
            engine.createSchema(PostgresEventTableFactory.INSTANCE);
        }
        return engine;
    }
}
