package org.examledger.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class RestartTest {
    @TempDir
    private Path data;

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(ExamLedger.class)
                .run(
                        "--server.port=0",
                        "--exam.data-dir=" + data,
                        "--exam.database.embedded-port=0",
                        "--exam.database.binaries-dir=target/postgres-programs");
    }

    private static int port(ConfigurableApplicationContext service) {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Test
    void tokens_and_people_outlive_a_restart_and_the_database_stops_with_the_service() {
        var postmaster = data.resolve("postgres").resolve("postmaster.pid");
        Client client;
        String person;
        try (var service = start()) {
            client = Client.anonymous(port(service)).as("worker-61");
            person = client.get("/api/v1/me").json().get("person").asString();
            assertThat(postmaster).exists();
        }
        assertThat(Files.exists(postmaster)).isFalse();
        try (var service = start()) {
            var me = new Client(port(service), client.token()).get("/api/v1/me");
            assertThat(me.status()).isEqualTo(200);
            assertThat(me.json().get("person").asString()).isEqualTo(person);
        }
    }
}
