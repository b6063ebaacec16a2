package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.service.Checkout;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** The published description is committed, so that a change of the API is seen when it is reviewed. */
@ExtendWith(SharedService.class)
class OpenApiIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void the_api_is_what_its_committed_description_says(LedgerClient client) throws IOException {
        var served = JSON.readTree(client.send(Call.get("/v3/api-docs")).body());
        var kept = Path.of("target", "openapi.json");
        Files.writeString(
                kept, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n", StandardCharsets.UTF_8);

        var committed = Checkout.root().resolve("docs/openapi.json");
        assertThat(committed)
                .as("when the change is meant, copy end-to-end-tests/target/openapi.json to docs/openapi.json")
                .exists();
        assertThat(served)
                .as("when the change is meant, copy end-to-end-tests/target/openapi.json to docs/openapi.json")
                .isEqualTo(JSON.readTree(Files.readString(committed)));
    }
}
