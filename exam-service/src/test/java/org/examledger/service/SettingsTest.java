package org.examledger.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

class SettingsTest {
    private static final String IMPORTS =
            "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

    private static Binder settings(Map<String, Object> variables) throws IOException {
        var sources = new MutablePropertySources();
        sources.addLast(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .forEach(sources::addLast);
        return new Binder(ConfigurationPropertySources.from(sources));
    }

    @Test
    void the_defaults_are_those_the_documents_name() throws IOException {
        var exam = settings(Map.of()).bindOrCreate("exam", ExamSettings.class);
        assertThat(exam.role()).isEqualTo(ServiceRole.ALL);
        assertThat(exam.dataDir()).hasToString("data");
        assertThat(exam.database().embeddedPort()).isEqualTo(54321);
        assertThat(exam.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(exam.silence()).isEqualTo(Duration.ofMinutes(10));
        assertThat(exam.grace()).isEqualTo(Duration.ofSeconds(120));
        assertThat(exam.sweep()).isEqualTo(Duration.ofSeconds(15));
        assertThat(exam.drain()).isEqualTo(Duration.ZERO);
    }

    @Test
    void each_can_be_set_by_an_environment_variable() throws IOException {
        Map<String, Object> variables = Map.of(
                "EXAM_ROLE", "query",
                "EXAM_DATADIR", "/var/lib/exam",
                "EXAM_DATABASE_EMBEDDEDPORT", "5999",
                "EXAM_ZONE", "Asia/Jakarta",
                "EXAM_DEMO", "true",
                "EXAM_DEMO_EXPOSE", "true",
                "EXAM_SILENCE", "4s",
                "EXAM_GRACE", "5s",
                "EXAM_SWEEP", "6s");
        var exam = settings(variables).bindOrCreate("exam", ExamSettings.class);
        assertThat(exam.role()).isEqualTo(ServiceRole.QUERY);
        assertThat(exam.dataDir()).hasToString("/var/lib/exam");
        assertThat(exam.database().embeddedPort()).isEqualTo(5999);
        assertThat(exam.zone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
        assertThat(List.of(exam.silence(), exam.grace(), exam.sweep()))
                .containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(6));
    }

    @Test
    void nothing_of_axon_is_configured_silently() throws IOException {
        var excluded = settings(Map.of())
                .bind("spring.autoconfigure.exclude", Bindable.listOf(String.class))
                .get();
        var offered = Collections.list(getClass().getClassLoader().getResources(IMPORTS)).stream()
                .flatMap(SettingsTest::lines)
                .filter(line -> line.startsWith("org.axonframework."))
                .toList();
        assertThat(offered).hasSizeGreaterThan(20);
        assertThat(excluded).containsExactlyInAnyOrderElementsOf(offered);
    }

    private static Stream<String> lines(URL resource) {
        try (var reader = new BufferedReader(new InputStreamReader(resource.openStream(), StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
