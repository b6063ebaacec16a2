package org.examledger.query.world;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for all tests of a JVM, as durable as in production. */
final class RealPostgres {
    private static final HikariDataSource DATA_SOURCE = start();

    private RealPostgres() {}

    static HikariDataSource dataSource() {
        return DATA_SOURCE;
    }

    private static HikariDataSource start() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            var dataSource = new HikariDataSource();
            dataSource.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
            dataSource.setUsername("postgres");
            dataSource.setMaximumPoolSize(20);
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/query-side")
                    .load()
                    .migrate();
            return dataSource;
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }
}
