package org.examledger.benchmarks.stock;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.examledger.benchmarks.web.Baseline;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/** Our aggregates on Axon's JPA engine, with payloads in the row and not as large objects. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EntityScan(basePackageClasses = DomainEventEntry.class)
@Import(StockWiring.class)
public class StockJpaBaseline {
    public static void main(String[] arguments) {
        Baseline.start(StockJpaBaseline.class, arguments);
    }

    @Bean
    HibernatePropertiesCustomizer payloadsInTheRow() {
        return properties -> properties.put("hibernate.dialect", BytesInTheRow.class.getName());
    }

    @Bean
    EventStorageEngine engine(EntityManagerFactory factory, TransactionManager transactions) {
        EntityManager shared = SharedEntityManagerCreator.createSharedEntityManager(factory);
        return JpaEventStorageEngine.builder()
                .entityManagerProvider(new SimpleEntityManagerProvider(shared))
                .transactionManager(transactions)
                .eventSerializer(StockWiring.serializer())
                .snapshotSerializer(StockWiring.serializer())
                .build();
    }
}
