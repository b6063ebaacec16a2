package org.examledger.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ExamLedger {
    public static void main(String[] arguments) {
        // Axon would call out of the machine at start.
        System.setProperty("axoniq.update-checker.disabled", "true");
        SpringApplication.run(ExamLedger.class, arguments);
    }
}
