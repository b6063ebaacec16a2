package org.examledger.service.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.examledger.service.Client;
import org.examledger.service.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class RebuildEndpointTest {
    @LocalServerPort
    private int port;

    @Test
    void an_admin_has_a_model_rebuilt_and_sees_how_far_it_is() {
        var admin = Client.anonymous(port).as("admin");
        var asked = admin.post("/actuator/rebuild", "{\"model\":\"sessions\"}");
        assertThat(asked.status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> stateOf(admin.get("/actuator/rebuild"), "sessions").equals("DONE"));
    }

    private static String stateOf(Client.Answer progress, String model) {
        assertThat(progress.status()).isEqualTo(200);
        for (var line : progress.json()) {
            if (line.get("model").asString().equals(model)) {
                return line.get("state").asString();
            }
        }
        return "never asked for";
    }

    @Test
    void a_model_that_is_not_there_is_not_found() {
        var admin = Client.anonymous(port).as("admin");
        assertThat(admin.post("/actuator/rebuild", "{\"model\":\"nonsense\"}").status())
                .isEqualTo(404);
    }

    @Test
    void nobody_else_may() {
        assertThat(Client.anonymous(port)
                        .as("hc")
                        .post("/actuator/rebuild", "{}")
                        .status())
                .isEqualTo(403);
    }
}
