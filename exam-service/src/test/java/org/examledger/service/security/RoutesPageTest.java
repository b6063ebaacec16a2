package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RoutesPageTest {
    @Test
    void the_page_in_docs_is_the_table() throws IOException {
        var page = RoutesPage.text();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "routes.md"), page);

        assertThat(Files.readString(Path.of("..", "docs", "routes.md")))
                .as("when the change is meant, copy exam-service/target/routes.md to docs/routes.md")
                .isEqualTo(page);
    }
}
