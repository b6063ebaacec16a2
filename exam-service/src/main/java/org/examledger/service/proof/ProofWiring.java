package org.examledger.service.proof;

import org.examledger.command.restores.SignedRows;
import org.examledger.query.proof.ProofSettings;
import org.examledger.query.proof.ProvenLog;
import org.examledger.query.proof.SignedLog;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a process that takes commands has to know of the checkpoints, whether or not it answers questions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofSettings.class)
class ProofWiring {
    @Bean
    SignedRows signedRows(JdbcClient jdbc, ProvenLog log, ProofSettings settings) {
        var signed = new SignedLog(jdbc, log, settings);
        return () -> signed.lost().map(it -> new SignedRows.Lost(it.from(), it.to()));
    }
}
