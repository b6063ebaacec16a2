package org.examledger.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StartRulesTest {
    private static final String ISSUER = "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI";

    private static StandardEnvironment startedWith(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        new StartRules().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    @Test
    void with_the_embedded_database_and_no_issuer_it_is_a_demo_on_loopback() {
        var started = startedWith(Map.of());
        assertThat(started.getProperty("exam.sign-in")).isEqualTo("demo");
        assertThat(started.getProperty("exam.embedded-database")).isEqualTo("true");
        assertThat(started.getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void an_issuer_ends_the_demo() {
        var started = startedWith(Map.of(ISSUER, "https://id.example.org"));
        assertThat(started.getProperty("exam.sign-in")).isEqualTo("issuer");
        assertThat(started.getProperty("server.address")).isNull();
    }

    @Test
    void an_issuer_and_a_demo_are_refused() {
        assertThatThrownBy(() -> startedWith(Map.of(ISSUER, "https://id.example.org", "EXAM_DEMO", "true")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("exam.demo=true");
    }

    @Test
    void neither_an_issuer_nor_a_demo_is_refused() {
        var external = "jdbc:postgresql://db.example.org/exam";
        assertThatThrownBy(() -> startedWith(Map.of("SPRING_DATASOURCE_URL", external)))
                .isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> startedWith(Map.of("EXAM_DEMO", "false"))).isInstanceOf(StartRefused.class);
        var told = startedWith(Map.of("SPRING_DATASOURCE_URL", external, "EXAM_DEMO", "true"));
        assertThat(told.getProperty("exam.sign-in")).isEqualTo("demo");
        assertThat(told.getProperty("exam.embedded-database")).isEqualTo("false");
    }

    @Test
    void a_demo_is_exposed_only_when_told() {
        var exposed = startedWith(Map.of("EXAM_DEMO", "true", "EXAM_DEMO_EXPOSE", "true", "SERVER_ADDRESS", "0.0.0.0"));
        assertThat(exposed.getProperty("server.address")).isEqualTo("0.0.0.0");
        assertThat(startedWith(Map.of("EXAM_DEMO_EXPOSE", "true")).getProperty("server.address"))
                .isNull();
        assertThatThrownBy(() -> startedWith(Map.of("SERVER_ADDRESS", "0.0.0.0")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("loopback");
    }

    @Test
    void the_application_refuses_before_anything_is_started() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(ExamLedger.class)
                        .run("--exam.demo=true", "--" + StartRules.ISSUER + "=https://id.example.org"))
                .isInstanceOf(StartRefused.class);
    }
}
