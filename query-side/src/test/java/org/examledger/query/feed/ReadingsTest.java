package org.examledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.examledger.query.http.Reading;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.ErrorResponseException;

@QuerySideTest
class ReadingsTest {
    private static final String OF_ANOTHER_PROCESS = "fed by another process";

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ReadPositions positions;

    @Autowired
    private PlatformTransactionManager transactions;

    @AfterEach
    void forget() {
        positions.forget(OF_ANOTHER_PROCESS);
    }

    @Test
    void whoever_asks_for_a_position_sees_the_fact_that_stands_there() {
        var session = story.started(story.exam("Own writes"), "p-41", Facts.OPENS);
        for (int answer = 1; answer <= 20; answer++) {
            var position = story.session(session, Facts.page(answer % 2, 1, answer), Facts.OPENS.plusSeconds(answer));
            var reply = browser.exactly("worker:p-41", "/sessions/" + session + "/resume?atLeast=" + position);
            assertThat(reply).hasStatusOk();
            assertThat(reply).bodyJson().extractingPath("$.lastClientSeq").isEqualTo(answer);
            assertThat(Long.parseLong(header(reply, "X-Read-Position"))).isGreaterThanOrEqualTo(position);
        }
    }

    private static String header(MvcTestResult reply, String name) {
        return Objects.requireNonNull(reply.getResponse().getHeader(name));
    }

    @Test
    void a_position_that_is_not_reached_in_time_is_unavailable_for_now() {
        var reply = browser.exactly("worker:p-42", "/me/sessions?atLeast=" + (story.head() + 1_000_000));

        assertThat(reply)
                .hasStatus(503)
                .hasContentType("application/problem+json")
                .hasHeader("Retry-After", "1");
        assertThat(reply).bodyJson().extractingPath("$.code").isEqualTo("unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "1.5", "99999999999999999999", ""})
    void what_is_no_position_is_refused(String atLeast) {
        var reply = browser.exactly("worker:p-43", "/me/sessions?atLeast=" + atLeast);

        assertThat(reply).hasStatus(400);
        assertThat(reply).bodyJson().extractingPath("$.code").isEqualTo("invalid-request");
        assertThat(reply).bodyJson().extractingPath("$.errors[0].field").isEqualTo("atLeast");
    }

    @Test
    void a_projection_in_another_process_is_noticed() {
        positions.store(OF_ANOTHER_PROCESS, 5);
        var readings = new Readings(positions, transactions, Duration.ofSeconds(10));
        var waiting =
                CompletableFuture.supplyAsync(() -> readings.read(List.of(OF_ANOTHER_PROCESS), "6", () -> "rows"));
        await().pollDelay(Duration.ofMillis(60)).until(() -> !waiting.isDone());

        positions.store(OF_ANOTHER_PROCESS, 7);

        await().until(waiting::isDone);
        assertThat(waiting.join().position()).isEqualTo(7);
    }

    @Test
    void a_model_that_a_rebuild_has_set_back_is_waited_for_again() {
        positions.store(OF_ANOTHER_PROCESS, 3);
        positions.moved(OF_ANOTHER_PROCESS, 900);
        var readings = new Readings(positions, transactions, Duration.ofMillis(200));

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> readings.read(List.of(OF_ANOTHER_PROCESS), "900", () -> "rows"))
                .matches(problem -> problem.getStatusCode().value() == 503);
    }

    @Test
    void rows_and_position_are_of_one_snapshot() {
        positions.store(OF_ANOTHER_PROCESS, 11);
        var readings = new Readings(positions, transactions);

        var reading = readings.read(List.of(OF_ANOTHER_PROCESS), null, () -> {
            // Another connection goes on while this reader is at it.
            CompletableFuture.runAsync(() -> positions.store(OF_ANOTHER_PROCESS, 12))
                    .join();
            return positions.of(OF_ANOTHER_PROCESS);
        });

        assertThat(reading).isEqualTo(new Reading<>(11L, 11));
        assertThat(positions.of(OF_ANOTHER_PROCESS)).isEqualTo(12);
    }

    @Test
    void what_is_made_of_several_models_is_as_new_as_the_oldest() {
        positions.store(OF_ANOTHER_PROCESS, 0);
        story.exam("Something to read past " + UUID.randomUUID());

        assertThat(new Readings(positions, transactions)
                        .read(List.of("sessions", OF_ANOTHER_PROCESS), null, () -> "rows")
                        .position())
                .isZero();
    }
}
