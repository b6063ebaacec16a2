package org.examledger.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.examledger.service.Client;
import org.examledger.service.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an operator is told to look at is there and moves. */
@RunningService
class MetricsTest {
    private static final Pattern OURS = Pattern.compile("\\bexam_[a-z_]+[a-z]\\b");
    private static final Path ROOT = Path.of("..");

    @LocalServerPort
    private int port;

    @Test
    void a_stored_command_shows_in_the_metrics_of_the_log() {
        var before = metric("exam_log_events_total");
        var appends = metric("exam_log_append_seconds_count");

        var draft = Client.anonymous(port).as("hc").post("/api/v1/drafts", "{\"title\":\"Measured\"}");
        assertThat(draft.status()).isEqualTo(201);

        assertThat(metric("exam_log_events_total")).isGreaterThan(before);
        assertThat(metric("exam_log_append_seconds_count")).isGreaterThan(appends);
        assertThat(metric("exam_log_batch_commands_count")).isPositive();
        assertThat(metric("exam_log_position")).isPositive();
    }

    @Test
    void read_models_sessions_and_checkpoints_have_numbers() {
        for (var model : List.of("sessions", "drafts")) {
            assertThat(metric("exam_readmodel_lag_seconds{model=\"" + model + "\"}"))
                    .isNotNaN();
            assertThat(metric("exam_readmodel_stands_still{model=\"" + model + "\"}"))
                    .isZero();
        }
        assertThat(metric("exam_sessions_running{heard=\"yes\"}")).isNotNaN();
        assertThat(metric("exam_checkpoint_unsigned")).isNotNaN();
        assertThat(metric("exam_checkpoint_alarm")).isZero();
        assertThat(metric("exam_fanout_sessions")).isNotNaN();
    }

    @Test
    void every_metric_that_an_alert_a_chart_or_a_page_names_is_there() throws IOException {
        var there = OURS.matcher(scrape()).results().map(MatchResult::group).collect(Collectors.toSet());

        for (var file : readers()) {
            assertThat(named(file)).as(file.toString()).isSubsetOf(there);
        }
        assertThat(named(ROOT.resolve("deploy/prometheus/alerts.yml"))).hasSizeGreaterThan(8);
    }

    private static List<Path> readers() throws IOException {
        try (var deploy = Files.walk(ROOT.resolve("deploy"))) {
            return Stream.concat(
                            deploy.filter(it -> it.toString().matches(".*(alerts[^/]*\\.yml|grafana/.*\\.json)")),
                            Stream.of(ROOT.resolve("docs/operations.md")))
                    .toList();
        }
    }

    /** The page for operators also names tables, but not where it says what to watch. */
    private static Set<String> named(Path file) throws IOException {
        var text = Files.readString(file);
        return OURS.matcher(text.substring(Math.max(0, text.indexOf("## What to watch"))))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private double metric(String name) {
        return Arrays.stream(scrape().split("\n"))
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    private String scrape() {
        var scraped = Client.anonymous(port).as("admin").get("/actuator/prometheus");
        assertThat(scraped.status()).isEqualTo(200);
        return scraped.response().body();
    }
}
