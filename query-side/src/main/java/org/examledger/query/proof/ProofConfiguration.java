package org.examledger.query.proof;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofSettings.class)
class ProofConfiguration {
    @Bean
    TreeTable treeOfLog(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new TreeTable(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    CheckpointTable checkpointTable(JdbcClient jdbc) {
        return new CheckpointTable(jdbc);
    }

    @Bean
    CheckpointFile checkpointFile(ProofSettings settings) {
        return new CheckpointFile(settings.checkpointFile());
    }

    @Bean
    Keys keysOfLog(ProofSettings settings) {
        return new Keys(settings);
    }

    @Bean
    Signer signer(
            ProvenLog log,
            TreeTable tree,
            CheckpointTable table,
            CheckpointFile file,
            Keys keys,
            Restores restores,
            ProofSettings settings,
            ProofStatus status,
            Clock clock,
            DataSource database) {
        return new Signer(log, tree, table, file, keys, restores, settings, status, clock, database);
    }

    @Bean
    Walker walker(
            ProvenLog log,
            TreeTable tree,
            CheckpointTable table,
            Keys keys,
            Restores restores,
            ProofSettings settings) {
        return new Walker(log, tree, table, keys, restores, settings);
    }

    @Bean
    WalkTable walkTable(JdbcClient jdbc) {
        return new WalkTable(jdbc);
    }

    @Bean
    Walks walks(Walker walker, WalkTable table, DataSource database) {
        return new Walks(walker, table, database);
    }

    @Bean
    Verdicts verdicts(Walker walker, WalkTable table, CheckpointFile file, Restores restores) {
        return new Verdicts(walker, table, file, restores);
    }
}
