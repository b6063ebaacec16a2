package org.examledger.service.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.examledger.service.ExamSettings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DrainTest {
    private static Drain drain(String patience) {
        var settings = new MapConfigurationPropertySource(Map.of("exam.drain", patience));
        return new Drain(new Binder(settings).bindOrCreate("exam", ExamSettings.class));
    }

    /** What an answer says about its connection; null when nothing. */
    private static String connectionAfterAnswer(Drain drain) {
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        try {
            drain.doFilter(new MockHttpServletRequest("GET", "/"), response, chain);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
        assertThat(chain.getRequest()).as("the request went on").isNotNull();
        return String.valueOf(response.getHeader("Connection"));
    }

    @Test
    void requests_that_come_while_it_drains_are_answered_and_their_connections_closed() throws Exception {
        var drain = drain("1h");
        drain.start();
        assertThat(connectionAfterAnswer(drain)).isEqualTo("null");

        var ending = Thread.ofPlatform().start(drain::stop);
        try {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> connectionAfterAnswer(drain).equals("close"));
            assertThat(ending.isAlive()).as("nothing else ends yet").isTrue();
        } finally {
            ending.interrupt();
        }
        assertThat(ending.join(Duration.ofSeconds(20))).as("hurried").isTrue();
    }

    @Test
    void without_a_balancer_nobody_waits() {
        var drain = drain("0s");
        drain.start();
        drain.stop();
        assertThat(drain.isRunning()).isFalse();
    }

    @Test
    void it_stops_before_the_web_server_begins_to_refuse() {
        assertThat(drain("1s").getPhase()).isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }
}
