package org.examledger.faults.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that gives back what it gets. */
class TcpProxyTest {
    private static final int PATIENCE_MILLIS = 300;

    private final CommitEar.Trap trap = new CommitEar.Trap();
    private ServerSocket server;
    private TcpProxy proxy;
    private Socket client;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::echo);
        proxy = TcpProxy.to(server.getLocalPort(), 17, () -> new CommitEar(trap));
        client = open();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        server.close();
    }

    private Socket open() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private void echo() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException gone) {
                        // The next one is served all the same.
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static String said(Socket socket, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        socket.getOutputStream().write(bytes);
        return new String(socket.getInputStream().readNBytes(bytes.length), StandardCharsets.ISO_8859_1);
    }

    @Test
    void in_fair_weather_everything_arrives() throws IOException {
        assertThat(said(client, "hello")).isEqualTo("hello");
        assertThat(proxy.connections()).isEqualTo(1);
    }

    @Test
    void a_cut_ends_what_is_there_and_lets_nobody_in_until_it_is_healed() throws IOException {
        assertThat(said(client, "before")).isEqualTo("before");
        proxy.weather(Weather.CUT);
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        try (var refused = open()) {
            assertThat(refused.getInputStream().read()).isEqualTo(-1);
        }
        proxy.heal();
        try (var again = open()) {
            assertThat(said(again, "after")).isEqualTo("after");
        }
    }

    @Test
    void a_reset_is_heard_as_one() throws IOException {
        assertThat(said(client, "before")).isEqualTo("before");
        proxy.reset();
        assertThatThrownBy(() -> client.getInputStream().read())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void what_vanishes_is_not_missed_by_its_sender() throws IOException {
        assertThat(said(client, "before")).isEqualTo("before");
        proxy.weather(Weather.NO_REPLIES);
        assertThatThrownBy(() -> said(client, "lost")).isInstanceOf(SocketTimeoutException.class);
        assertThat(proxy.vanished()).isEqualTo(4);
        proxy.heal();
        assertThat(client.getInputStream().read())
                .as("a connection with a hole does not go on")
                .isEqualTo(-1);
    }

    @Test
    void a_slow_line_takes_its_time_in_each_direction() throws IOException {
        assertThat(said(client, "before")).isEqualTo("before");
        client.setSoTimeout(10_000);
        proxy.weather(Weather.slow(Duration.ofMillis(100)));
        var start = System.nanoTime();
        assertThat(said(client, "slow")).isEqualTo("slow");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    void a_lossy_line_troubles_some_pieces() {
        proxy.weather(Weather.lossy(1));
        await().until(() -> {
            try (var each = open()) {
                each.getOutputStream().write(1);
            } catch (IOException lost) {
                // It may be this one.
            }
            return proxy.troubled() > 3;
        });
    }

    @Test
    void the_appender_is_cut_off_between_its_commit_and_the_reply() throws IOException {
        var reply = "C SELECT 1Z\0\0\0\5I";
        trap.set(1);
        assertThat(said(client, reply)).as("not the appender's").isEqualTo(reply);
        assertThat(said(client, "SET application_name = 'log-appender'")).isNotEmpty();
        assertThat(said(client, "IZ\0\0\0\5I")).as("not a commit").isNotEmpty();

        assertThat(trap.swallowed()).isZero();
        assertThat(said(client, reply)).isEmpty();
        assertThat(trap.swallowed()).isEqualTo(1);
        try (var next = open()) {
            assertThat(said(next, "log-appender")).isNotEmpty();
            assertThat(said(next, reply)).as("once").isEqualTo(reply);
        }
    }
}
