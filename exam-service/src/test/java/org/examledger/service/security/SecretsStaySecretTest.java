package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.examledger.service.Client;
import org.examledger.service.Client.Answer;
import org.examledger.service.RunningService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever looks for a fault with the log turned up reads no secret there. */
@RunningService
class SecretsStaySecretTest {
    private static final List<String> TURNED_UP = List.of(
            "org.examledger", "org.springframework.web", "org.springframework.security", "org.springframework.http");
    private static final String WRONG_PASSWORD = "not-the-password-5ecre7";
    private static final String WORD = "Hall-7-5ecre7";
    private static final String WRONG_WORD = "Hall-8-5ecre7";

    @LocalServerPort
    private int port;

    private final Map<Logger, @Nullable Level> before = new HashMap<>();
    private final Recorder recorder = new Recorder();

    private static final class Recorder extends AppenderBase<ILoggingEvent> {
        private final PatternLayout layout = new PatternLayout();
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void start() {
            layout.setContext(getContext());
            layout.setPattern("%logger %msg %kvp %mdc %ex");
            layout.start();
            super.start();
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(layout.doLayout(event));
        }
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @BeforeEach
    void turnUp() {
        for (var name : TURNED_UP) {
            before.put(logger(name), logger(name).getLevel());
            logger(name).setLevel(Level.DEBUG);
        }
        var root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        recorder.setContext(root.getLoggerContext());
        recorder.start();
        root.addAppender(recorder);
    }

    @AfterEach
    void turnDown() {
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(recorder);
        before.forEach(Logger::setLevel);
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 299);
        return answer;
    }

    private static String login(String user, String password) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, password);
    }

    /** A locked exam with an access token; the worker's session of it. */
    private UUID session(Client hc, String worker) {
        var draft = ok(hc.post("/api/v1/drafts", """
                {"title":"Secrets","category":"Test","opensAt":"2020-01-01","durationMinutes":30,"passPercentage":50,
                 "accessToken":"%s","workers":[{"workerId":"%s","name":"Sam"}],
                 "questions":[{"id":1,"text":"?","points":1,"correct":[1],
                   "options":[{"id":1,"text":"a"},{"id":2,"text":"b"}]}]}""".formatted(WORD, worker)))
                .json()
                .get("draftId")
                .asString();
        var locked = ok(hc.post("/api/v1/drafts/" + draft + "/lock", "")).json();
        ok(hc.post("/api/v1/exams/" + draft + "/access-token", "{\"accessToken\":\"" + WORD + "\"}"));
        return UUID.fromString(locked.get("sessions").get(0).get("sessionId").asString());
    }

    @Test
    void no_password_token_cookie_or_access_token_gets_into_the_log() {
        var anybody = Client.anonymous(port);
        var hc = anybody.as("hc");
        var worker = anybody.as("worker-861");
        var session = session(hc, "worker-861");
        var start = "{\"clientId\":\"page-1\",\"accessToken\":\"%s\"}";

        assertThat(anybody.post("/api/v1/demo/token", login("hc", WRONG_PASSWORD))
                        .status())
                .isEqualTo(401);
        assertThat(anybody.post("/sign-in", login("worker-862", WRONG_PASSWORD)).status())
                .isEqualTo(401);
        assertThat(worker.post("/api/v1/sessions/" + session + "/start", start.formatted(WRONG_WORD))
                        .code())
                .isEqualTo("token-required");
        ok(worker.post("/api/v1/sessions/" + session + "/start", start.formatted(WORD)));
        var page = ok(anybody.post("/sign-in", login("worker-862", "demo")));
        var cookie = page.header("Set-Cookie").split(";", 2)[0];
        var csrf = page.json().get("csrf").asString();
        ok(anybody.send(anybody.request("/api/v1/me").header("Cookie", cookie).GET()));
        ok(anybody.send(anybody.request("/sign-out")
                .header("Cookie", cookie)
                .header("X-CSRF-TOKEN", csrf)
                .POST(BodyPublishers.noBody())));
        var forged = worker.token().substring(0, worker.token().length() - 3) + "AAA";
        assertThat(anybody.with(forged).get("/api/v1/me").status()).isEqualTo(401);

        var secrets = List.of(
                WRONG_PASSWORD, WORD, WRONG_WORD, hc.token(), worker.token(), forged, cookie.split("=", 2)[1], csrf);
        assertThat(recorder.lines).as("the log is turned up").anyMatch(line -> line.contains("POST \"/sign-in\""));
        for (var secret : secrets) {
            assertThat(recorder.lines).noneMatch(line -> line.contains(secret));
            // Nor the part of a token that signs it.
            assertThat(recorder.lines).noneMatch(line -> line.contains(secret.substring(secret.lastIndexOf('.') + 1)));
        }
    }
}
