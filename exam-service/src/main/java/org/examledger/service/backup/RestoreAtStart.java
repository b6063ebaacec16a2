package org.examledger.service.backup;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty database from {@code exam.restore.from}, after its tables were made and before anybody reads them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("exam.restore.from")
class RestoreAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreAtStart.class);

    @Bean
    FlywayMigrationStrategy restoreAfterMigration(DataSource database, @Value("${exam.restore.from}") Path file) {
        return migrations -> {
            migrations.migrate();
            var restored = new Restoration(database, JsonMapper.shared()).from(file);
            LOG.warn(
                    "Restored {} as of {}: {} facts. If checkpoints were signed after it, an admin has to declare the restore.",
                    file,
                    restored.madeAt(),
                    restored.head());
        };
    }
}
