package org.examledger.service.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.examledger.query.feed.ProjectionStatus;
import org.examledger.service.Client;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A newer release has written an event that this one cannot read. Nobody may change the log, so what makes the name
 * known again is what would do it in life: a process of the newer release on the same database.
 */
class RollingUpgradeTest {
    private static final String UNKNOWN = "PageTurned";

    /** Beans of the release that runs already: none of its own. */
    static class OldRelease {}

    /** The newer release reads the new name. */
    static class NewRelease {
        @Bean
        EventUpcaster pagesAreTurned() {
            return new SingleEventUpcaster() {
                private static final SimpleSerializedType FROM = new SimpleSerializedType(UNKNOWN, "1");
                private static final SimpleSerializedType TO = new SimpleSerializedType("PageChanged", "1");

                @Override
                protected boolean canUpcast(IntermediateEventRepresentation event) {
                    return event.getType().equals(FROM);
                }

                @Override
                protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
                    return event.upcast(TO, JsonNode.class, same -> same, same -> same);
                }
            };
        }
    }

    private final PGSimpleDataSource database = OnePostgres.freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database);

    private static int port(ConfigurableApplicationContext service) {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static List<ProjectionStatus.Line> lines(ConfigurableApplicationContext service) {
        return service.getBean(ProjectionStatus.class).lines();
    }

    private long head() {
        return jdbc.sql("SELECT position FROM log_head").query(Long.class).single();
    }

    private long turnPageUnderTheUnknownName(String stream) {
        return jdbc.sql("""
                WITH head AS (UPDATE log_head SET position = position + 1 RETURNING position)
                INSERT INTO log_event
                    (position, occurred_at, stream_no, sequence, type_no, correlation, metadata, payload, hash)
                SELECT position, date_trunc('milliseconds', now()), stream_no,
                       (SELECT max(sequence) + 1 FROM log_event_readable WHERE stream_id = :stream),
                       type_no, '', '', '{"pageIndex":2,"epoch":1,"clientSeq":90}'::text::bytea, sha256('planted')
                FROM head, log_numbers(ARRAY[:stream], ARRAY[:name], ARRAY[1], ARRAY[NULL], ARRAY[NULL])
                RETURNING position
                """)
                .param("stream", stream)
                .param("name", UNKNOWN)
                .query(Long.class)
                .single();
    }

    @Test
    void an_unknown_name_stops_this_releases_projections_visibly_until_a_newer_one_takes_them_over() {
        try (var old = OnePostgres.service(database, OldRelease.class)) {
            var reader = Started.session(port(old), "worker-3");
            var other = Started.session(port(old), "worker-4");
            assertThat(reader.answer(1, 1, 2).status()).isEqualTo(200);
            var rows = head();
            await().until(() -> lines(old).stream().allMatch(line -> line.position() == rows));

            var poison = turnPageUnderTheUnknownName("session:" + reader.id());
            await().untilAsserted(() -> assertThat(lines(old)).allSatisfy(line -> {
                assertThat(line.error()).contains(UNKNOWN);
                assertThat(line.position()).isEqualTo(poison - 1);
            }));
            assertThat(reader.client().get("/actuator/health").status()).isEqualTo(503);
            assertThat(reader.client().get("/actuator/health/liveness").status())
                    .isEqualTo(200);

            assertThat(other.answer(1, 1, 2).status()).as("commands go on").isEqualTo(200);
            var refused = reader.answer(2, 2, 1);
            assertThat(refused.status()).as("but not upon what cannot be read").isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(head()).isEqualTo(poison + 1);

            try (var newer = OnePostgres.service(database, NewRelease.class, "--exam.demo.exam=false")) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> lines(newer).stream().allMatch(line -> line.position() == poison + 1));
                var there = new Client(port(newer), reader.client().token());
                var resume = there.get("/api/v1/sessions/" + reader.id() + "/resume?atLeast=" + poison);
                assertThat(resume.json().get("pageIndex").asInt())
                        .as("nothing was skipped")
                        .isEqualTo(2);
                await().until(() -> there.get("/actuator/health").status() == 200);
                await().untilAsserted(() -> assertThat(lines(old))
                        .allSatisfy(line -> assertThat(line.error()).isNull()));
            }
        }
    }

    /** A worker of the demo exam who has started. */
    private record Started(Client client, String id) {
        static Started session(int port, String worker) {
            var client = Client.anonymous(port).as(worker);
            await().until(() -> client.get("/api/v1/me/sessions").json().size() > 0);
            var id = client.get("/api/v1/me/sessions")
                    .json()
                    .get(0)
                    .get("sessionId")
                    .asString();
            var started = client.post("/api/v1/sessions/" + id + "/start", "{\"clientId\":\"page\"}");
            assertThat(started.status()).isEqualTo(200);
            return new Started(client, id);
        }

        Client.Answer answer(int clientSeq, int question, int option) {
            return client.post(
                    "/api/v1/sessions/" + id + "/answers",
                    "{\"epoch\":1,\"clientSeq\":%d,\"questionId\":%d,\"optionIds\":[%d],\"pageIndex\":0}"
                            .formatted(clientSeq, question, option));
        }
    }
}
