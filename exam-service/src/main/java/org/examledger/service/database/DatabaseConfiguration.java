package org.examledger.service.database;

import org.examledger.service.ExamSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Brings an own PostgreSQL when no other is configured.
 *
 * <p>The connection pool needs the connection details, which need the server: so the server starts before Flyway and
 * stops after everything that writes.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("exam.embedded-database")
class DatabaseConfiguration {
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(ExamSettings settings) {
        return EmbeddedPostgres.start(settings.dataDir(), settings.database().embeddedPort(), settings.binariesDir());
    }

    @Bean
    JdbcConnectionDetails embeddedPostgresConnection(EmbeddedPostgres server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return server.user();
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }
}
