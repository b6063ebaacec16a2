package org.examledger.endtoend.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.cluster.ComposeRules.list;
import static org.examledger.endtoend.cluster.ComposeRules.map;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.examledger.endtoend.service.Checkout;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is shipped for containers, as far as it can be seen without starting any. */
class DeploymentTest {
    private static final Path ROOT = Checkout.root();
    private static final Pattern VARIABLE = Pattern.compile("\"\\$\\{(EXAM_\\w+)}\"");

    private static Map<String, Object> yaml(String file) throws IOException {
        return new Yaml().load(Files.readString(ROOT.resolve(file)));
    }

    private static Map<String, Object> services() throws IOException {
        return map(yaml("docker-compose.yml").get("services"));
    }

    private static Map<String, Object> environment(String service) throws IOException {
        return map(map(services().get(service)).get("environment"));
    }

    @Test
    void every_container_is_pinned_limited_watched_and_may_do_little() throws IOException {
        assertThat(ComposeRules.complaints(ROOT, yaml("docker-compose.yml"))).isEmpty();
    }

    @Test
    void whoever_may_do_more_is_found() throws IOException {
        var file = yaml("docker-compose.yml");
        var planted = map(map(file.get("services")).get("grafana"));
        planted.put("image", "grafana/grafana:latest");
        planted.put("user", "0:0");
        planted.put("read_only", false);
        planted.put("ports", List.of("3000:3000"));
        planted.put("environment", Map.of("GF_SECURITY_ADMIN_PASSWORD", "admin"));
        planted.remove("healthcheck");
        planted.remove("deploy");
        map(map(file.get("secrets")).get("grafana_password")).put("file", "./README.md");

        assertThat(ComposeRules.complaints(ROOT, file))
                .containsExactlyInAnyOrder(
                        "grafana has not a pinned image",
                        "grafana has not a user who is not root",
                        "grafana has not a file system that is read only",
                        "grafana has not ports on this machine only",
                        "grafana has not its secrets in files, not in GF_SECURITY_ADMIN_PASSWORD",
                        "grafana has not a health check",
                        "grafana has not limits",
                        "grafana_password has not a file of deploy/secrets");
    }

    @Test
    void there_are_two_processes_of_each_role_and_only_they_reach_the_database() throws IOException {
        for (var role : List.of("command", "query")) {
            for (var number : List.of(1, 2)) {
                assertThat(environment(role + "-" + number)).containsEntry("EXAM_ROLE", role);
            }
        }
        var atTheDatabase = services().entrySet().stream()
                .filter(service -> list(map(service.getValue()).get("networks")).contains("data"))
                .map(Map.Entry::getKey);
        assertThat(atTheDatabase).containsExactlyInAnyOrder("postgres", "command-1", "command-2", "query-1", "query-2");
    }

    @Test
    void the_balancer_is_told_every_address_that_its_configuration_asks_for() throws IOException {
        var asked = VARIABLE.matcher(Files.readString(Balancer.configuration()))
                .results()
                .map(MatchResult::group)
                .map(variable -> variable.replaceAll("\\W", ""))
                .filter(variable -> !variable.startsWith("EXAM_TLS"))
                .collect(Collectors.toSet());

        assertThat(environment("haproxy")).containsOnlyKeys(asked);
        assertThat(new TreeSet<>(environment("haproxy").values()))
                .contains("command-1:8080", "command-2:8080", "query-1:8080", "query-2:8080");
    }

    @Test
    void every_process_is_asked_for_its_numbers() throws IOException {
        var jobs = list(yaml("deploy/prometheus/prometheus.yml").get("scrape_configs"));
        var targets = jobs.stream()
                .flatMap(job -> list(map(job).get("static_configs")).stream())
                .flatMap(part -> list(map(part).get("targets")).stream())
                .map(String::valueOf);

        assertThat(targets).contains("command-1:8080", "command-2:8080", "query-1:8080", "query-2:8080");
    }

    @Test
    void haproxy_itself_finds_nothing_wrong_with_its_configuration() throws Exception {
        var program = Programs.find("haproxy");
        if (program.isEmpty()) {
            var what = "SKIPPED: HAProxy's configuration was not checked; install the package haproxy";
            System.err.println(what);
            Assumptions.abort(what);
        }
        var builder = new ProcessBuilder(
                        program.orElseThrow().toString(),
                        "-c",
                        "-f",
                        Balancer.configuration().toString())
                .redirectErrorStream(true);
        // Names of containers mean nothing here, and it would say so.
        environment("haproxy")
                .forEach((name, value) ->
                        builder.environment().put(name, String.valueOf(value).replaceAll("^[a-z]+-\\d", "127.0.0.1")));

        var check = builder.start();
        var said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(said).isZero();
        assertThat(said).contains("Configuration file is valid").doesNotContain("WARNING");
    }
}
