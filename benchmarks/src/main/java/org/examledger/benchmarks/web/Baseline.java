package org.examledger.benchmarks.web;

import java.util.Map;
import org.springframework.boot.SpringApplication;

/** Starts a baseline with the settings of ours: virtual threads, the same pool, the same web server. */
public final class Baseline {
    private static final Map<String, Object> SETTINGS = Map.of(
            "spring.threads.virtual.enabled",
            true,
            "spring.datasource.hikari.maximum-pool-size",
            20,
            "spring.datasource.hikari.connection-timeout",
            3000,
            "spring.jpa.open-in-view",
            false,
            "spring.jpa.hibernate.ddl-auto",
            "update",
            "spring.main.banner-mode",
            "off",
            "server.address",
            "127.0.0.1",
            "server.tomcat.connection-timeout",
            "20s");

    private Baseline() {}

    public static void start(Class<?> application, String... arguments) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        var start = new SpringApplication(application);
        start.setDefaultProperties(SETTINGS);
        start.run(arguments);
    }
}
