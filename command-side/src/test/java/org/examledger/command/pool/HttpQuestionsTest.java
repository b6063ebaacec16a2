package org.examledger.command.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.examledger.command.picture.PictureShelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HttpQuestionsTest {
    private static final PoolTitle POOL = new PoolTitle("C# & SQL/2", "very good");
    private static final String ONE = """
            {"questions":[{"id":1,"text":"Why?","points":1,"correct":[1],
                           "options":[{"id":1,"text":"a"},{"id":2,"text":"b"}]}]}""";

    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private HttpQuestions source;

    private interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pools/");
        source = new HttpQuestions(url, Duration.ofSeconds(1), JsonMapper.shared(), PictureShelf.EMPTY);
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private void answers(Answer answer) {
        server.createContext("/", exchange -> {
            try (exchange) {
                answer.to(exchange);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private void refuses(String reason) {
        assertThatThrownBy(() -> source.questionsOf(POOL))
                .isInstanceOf(NoQuestionsException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void questions_are_asked_for_under_technology_and_level() throws Exception {
        answers(exchange -> send(
                exchange,
                exchange.getRequestURI().getRawPath().equals("/pools/C%23%20%26%20SQL%2F2/very%20good") ? 200 : 404,
                ONE.getBytes(StandardCharsets.UTF_8)));

        assertThat(source.questionsOf(POOL)).extracting(it -> it.text()).containsExactly("Why?");
    }

    @Test
    void what_the_source_cannot_give_is_told() {
        answers(exchange -> send(exchange, 404, new byte[0]));
        refuses("status 404");
    }

    @Test
    void a_redirect_is_not_followed() {
        answers(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            send(exchange, 302, new byte[0]);
        });
        refuses("status 302");
    }

    @Test
    void an_incomplete_question_is_told_by_its_place() {
        answers(exchange -> send(exchange, 200, "{\"questions\":[{\"id\":1}]}".getBytes(StandardCharsets.UTF_8)));
        refuses("questions[0].text is missing");
    }

    @Test
    void what_is_no_json_is_told() {
        answers(exchange -> send(exchange, 200, "<html>".getBytes(StandardCharsets.UTF_8)));
        refuses("no JSON");
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var chunk = new byte[1024 * 1024];
            for (var sent = 0; sent < 100; sent++) {
                exchange.getResponseBody().write(chunk);
            }
        });
        refuses("larger than");
    }

    @Test
    void an_answer_that_trickles_in_is_too_late() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            end.await();
        });
        refuses("in time");
    }

    @Test
    void a_source_that_is_not_there_cannot_be_reached() {
        server.stop(0);
        refuses("cannot be reached");
    }
}
