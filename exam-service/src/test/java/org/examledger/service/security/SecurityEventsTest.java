package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.spec.SecretKeySpec;
import org.examledger.events.Actor.Role;
import org.examledger.service.Client;
import org.examledger.service.RunningService;
import org.examledger.service.directory.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens at the doors is put down, one line an event, without anything that opens them. */
@RunningService
class SecurityEventsTest {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> recorder = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }
    };

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Directory directory;

    @BeforeEach
    void record() {
        recorder.start();
        logger().addAppender(recorder);
    }

    @AfterEach
    void stop() {
        logger().detachAppender(recorder);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(SecurityEvents.LOGGER);
    }

    /** A line is written before its answer is read, but for the last of them maybe. */
    private String line(String event) {
        return await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> lines.stream()
                                .filter(line -> line.startsWith("event=" + event + " "))
                                .findFirst()
                                .orElse(""),
                        line -> !line.isEmpty());
    }

    private Client anyone() {
        return Client.anonymous(port);
    }

    @Test
    void who_signs_in_is_named_by_his_opaque_id() {
        var token = anyone().as("worker-9101").token();

        assertThat(line("sign-in"))
                .isEqualTo(
                        "event=sign-in person=%s route=\"POST /api/v1/demo/token\" from=\"127.0.0.1\"",
                        directory.personOf("worker-9101"));
        assertThat(lines).noneMatch(line -> line.contains("worker-9101") || line.contains(token));
    }

    @Test
    void a_refused_sign_in_says_who_he_claimed_to_be_in_one_short_line() {
        var claimed = "eve\\nevent=sign-in person=hc \\u2028\\\"x\\\"" + "y".repeat(500);

        anyone().post("/sign-in", "{\"username\":\"%s\",\"password\":\"hunter2\"}".formatted(claimed));

        assertThat(line("sign-in-refused"))
                .startsWith("event=sign-in-refused why=password user=\"eve?event?sign-in person?hc ??x?yyy")
                .doesNotContain("hunter2", "\n", "\u2028")
                .hasSizeLessThan(200);
    }

    @Test
    void a_refused_token_says_why_and_is_not_written() {
        var key = DemoKey.keptIn(jdbc);
        var past = Clock.offset(Clock.systemUTC(), Duration.ofHours(-13));
        assertWhy("time", new DemoTokens(key, "exam-ledger", past).issue("hc", Role.HC));
        assertWhy("audience", new DemoTokens(key, "payroll", Clock.systemUTC()).issue("hc", Role.HC));
        var other = new SecretKeySpec(new byte[32], "HmacSHA256");
        assertWhy("signature", new DemoTokens(other, "exam-ledger", Clock.systemUTC()).issue("hc", Role.HC));
        assertWhy("algorithm-or-key", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJoYyJ9.");
        assertWhy("algorithm-or-key", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJoYyJ9.AAAA");
        assertWhy("malformed", "x.y.z");
    }

    private void assertWhy(String why, String token) {
        lines.clear();
        assertThat(anyone().with(token).get("/api/v1/exams").status()).isEqualTo(401);
        assertThat(line("token-refused"))
                .isEqualTo("event=token-refused why=%s route=\"GET /api/v1/exams\" from=\"127.0.0.1\"", why);
    }

    @Test
    void who_has_no_right_is_put_down_with_the_route_and_without_its_ids() {
        var path = "/api/v1/exams/" + UUID.randomUUID() + "/workers/worker-9102";

        anyone().as("auditor").send("DELETE", path, BodyPublishers.ofString("{}"));

        assertThat(line("forbidden"))
                .isEqualTo(
                        "event=forbidden person=%s route=\"DELETE /api/v1/exams/{id}/workers/{workerId}\" from=\"127.0.0.1\"",
                        directory.personOf("auditor"));
    }

    @Test
    void a_command_without_its_pages_token_is_put_down_and_so_is_a_sign_out() {
        var signedIn = anyone().post("/sign-in", "{\"username\":\"worker-9103\",\"password\":\"demo\"}");
        var cookie = signedIn.header("Set-Cookie").split(";", 2)[0];
        var out = anyone().request("/sign-out").header("Cookie", cookie).POST(BodyPublishers.noBody());

        anyone().send(out);
        assertThat(line("forgery-refused")).contains("route=\"POST /sign-out\"");

        anyone().send(out.header("X-CSRF-TOKEN", signedIn.json().get("csrf").asString()));
        assertThat(line("sign-out")).contains("person=" + directory.personOf("worker-9103"));
        assertThat(lines).noneMatch(line -> line.contains(cookie.substring(12)));
    }

    @Test
    void nobody_fills_the_disk_by_being_refused() {
        var seconds = new java.util.concurrent.atomic.AtomicLong(1_000);
        var clock = new java.time.Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return java.time.ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public java.time.Instant instant() {
                return java.time.Instant.ofEpochSecond(seconds.get());
            }
        };
        var bounded = new LinesASecond(2, clock);

        assertThat(List.of(bounded.admit(), bounded.admit(), bounded.admit(), bounded.admit()))
                .containsExactly(0L, 0L, LinesASecond.NOT_NOW, LinesASecond.NOT_NOW);
        seconds.incrementAndGet();
        assertThat(List.of(bounded.admit(), bounded.admit(), bounded.admit()))
                .containsExactly(2L, 0L, LinesASecond.NOT_NOW);
    }
}
