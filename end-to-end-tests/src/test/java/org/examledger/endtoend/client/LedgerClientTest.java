package org.examledger.endtoend.client;

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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerClientTest {
    private static final ChangePage COMMAND = new ChangePage(3, 14, 6, null);

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Integer> statuses = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private LedgerClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        client = new LedgerClient(baseUrl(), Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void a_command_whose_reply_is_lost_is_sent_again_just_as_it_was() {
        statuses.addAll(List.of(0, 0, 200));

        var reply = client.send(Call.post("/page", COMMAND));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(received)
                .containsOnly("{\"epoch\":3,\"clientSeq\":14,\"pageIndex\":6}")
                .hasSize(3);
        assertThat(client.unknownOutcomes()).isEqualTo(2);
    }

    @Test
    void an_unavailable_or_busy_service_is_asked_again() {
        statuses.addAll(List.of(503, 429, 200));

        assertThat(client.send(Call.post("/page", COMMAND)).status()).isEqualTo(200);
        assertThat(received).hasSize(3);
        assertThat(client.unknownOutcomes()).isEqualTo(1);
        assertThat(client.putOff()).isEqualTo(1);
    }

    @Test
    void a_refusal_is_an_answer_and_not_repeated() {
        statuses.addAll(List.of(409, 200));

        assertThat(client.send(Call.post("/page", COMMAND)).status()).isEqualTo(409);
        assertThat(received).hasSize(1);
    }

    @Test
    void patience_ends() {
        statuses.addAll(List.of(503, 503, 503));

        try (var impatient = new LedgerClient(baseUrl(), Duration.ZERO)) {
            assertThatThrownBy(() -> impatient.send(Call.post("/page", COMMAND)))
                    .isInstanceOf(GaveUp.class)
                    .hasMessageContaining("503");
        }
        assertThat(received).hasSize(1);
    }

    @Test
    void a_refusal_where_success_was_needed_says_what_came() {
        statuses.add(422);

        assertThatThrownBy(() -> client.send(Call.post("/page", COMMAND)).as(Receipt.class))
                .isInstanceOf(UnexpectedReply.class)
                .hasMessageContaining("422");
    }

    private URI baseUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Status 0 is a connection that closes without a reply. */
    private void serve(HttpExchange exchange) throws IOException {
        received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var status = statuses.removeFirst();
        if (status != 0) {
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }
}
