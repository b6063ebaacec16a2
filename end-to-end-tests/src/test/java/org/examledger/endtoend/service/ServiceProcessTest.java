package org.examledger.endtoend.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {
    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void pack() throws IOException {
        jar = folder.resolve("fake.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        var entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var code = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
            assertThat(code).isNotNull();
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
        }
    }

    @Test
    void it_can_be_killed_and_stopped_and_comes_back_on_the_same_data_and_port() {
        try (var service = ServiceProcess.start(jar, folder, Launch.with());
                var client = new LedgerClient(service.baseUrl())) {
            assertThat(starts(client)).isEqualTo("1");
            service.kill();
            assertThat(service.isAlive()).isFalse();
            service.restart();
            assertThat(starts(client)).isEqualTo("2");
            service.stop();
            assertThat(service.isAlive()).isFalse();
            service.restart();
            assertThat(starts(client)).isEqualTo("3");
        }
    }

    @Test
    void one_that_ends_by_itself_is_shown_with_its_last_words() {
        assertThatThrownBy(() -> ServiceProcess.start(jar, folder, Launch.with("--give-up")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended with 7")
                .hasMessageContaining("a fake service with");
    }

    @Test
    void the_database_cannot_be_killed_where_none_runs() {
        try (var service = ServiceProcess.start(jar, folder, Launch.with())) {
            assertThat(service.database()).isEmpty();
            assertThatThrownBy(service::killWithDatabase).hasMessageContaining("no running postmaster");
        }
    }

    @Test
    void what_it_leaves_is_its_output_only() throws IOException {
        var service = ServiceProcess.start(jar, folder, Launch.with());
        service.close();

        assertThat(service.output()).content().contains("a fake service with");
        try (var left = Files.list(Path.of(String.valueOf(service.output().getParent())))) {
            assertThat(left).containsExactly(service.output());
        }
    }

    private static String starts(LedgerClient client) {
        return client.send(Call.get("/starts")).text();
    }
}
