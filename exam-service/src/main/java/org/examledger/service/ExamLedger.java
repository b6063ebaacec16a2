package org.examledger.service;

import java.util.ServiceLoader;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service, or a tool when one is asked for. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ExamLedger {
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
    private static final int ENOUGH_CARRIERS = 16;

    public static void main(String[] arguments) {
        // Axon would call out of the machine at start.
        System.setProperty("axoniq.update-checker.disabled", "true");
        // A virtual thread that waits while it loads a class keeps its carrier; with as few of them as a small machine
        // has cores, the one that all wait for may never run again.
        if (System.getProperty(CARRIERS) == null) {
            var cores = Runtime.getRuntime().availableProcessors();
            System.setProperty(CARRIERS, Integer.toString(Math.max(ENOUGH_CARRIERS, cores)));
        }
        var asked = ServiceLoader.load(Tool.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(tool -> tool.isAsked(arguments))
                .findFirst();
        if (asked.isPresent()) {
            asked.get().run(arguments);
            return;
        }
        SpringApplication.run(ExamLedger.class, arguments);
    }
}
