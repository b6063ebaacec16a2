package org.examledger.endtoend.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.examledger.endtoend.service.Checkout;

/** HAProxy in front of the processes, with the very configuration of {@code deploy/haproxy}. */
public final class Balancer implements AutoCloseable {
    private static final String PACKAGE = "haproxy";
    private static final Duration UNTIL_SEEN = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;
    private final URI front;
    private final URI figures;
    private final HttpClient http = HttpClient.newHttpClient();

    private Balancer(Process process, Path output, URI front, URI figures) {
        this.process = process;
        this.output = output;
        this.front = front;
        this.figures = figures;
    }

    /** Whether this machine has HAProxy. */
    public static boolean isThere() {
        return Programs.find(PACKAGE).isPresent();
    }

    /** Where the configuration lies. */
    public static Path configuration() {
        return Checkout.root().resolve("deploy/haproxy/haproxy.cfg");
    }

    /**
     * @param port where clients come in; 0 picks a free one
     * @param servers addresses by the names of the variables in the configuration, as in {@code EXAM_QUERY_2}
     * @param output what HAProxy says
     */
    static Balancer start(int port, Map<String, String> servers, Path output) {
        var front = address(port == 0 ? freePort() : port);
        var figures = address(freePort());
        var program = Programs.find(PACKAGE)
                .orElseThrow(() -> new IllegalStateException("HAProxy is not here; install the package " + PACKAGE));
        var builder = new ProcessBuilder(
                        program.toString(), "-db", "-f", configuration().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(new TreeMap<>(servers));
        builder.environment().put("EXAM_FRONT", front);
        builder.environment().put("EXAM_FIGURES", figures);
        try {
            return new Balancer(
                    builder.start(), output, URI.create("http://" + front), URI.create("http://" + figures));
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    public URI front() {
        return front;
    }

    /** Waits until it sends requests to this server, or to this server no more. */
    public void await(String server, boolean up) {
        var wanted = "server=\"%s\",state=\"%s\"} 1".formatted(server, up ? "UP" : "DOWN");
        var deadline = System.nanoTime() + UNTIL_SEEN.toNanos();
        while (!metrics().contains(wanted)) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException(
                        "HAProxy does not see " + server + (up ? " up" : " down") + ", and says in " + output);
            }
            pause();
        }
    }

    /** What it tells Prometheus; empty while it starts. */
    private String metrics() {
        var request = HttpRequest.newBuilder(figures.resolve("/metrics"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while HAProxy was asked", interrupted);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for HAProxy", interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        process.onExit().join();
    }

    private static String address(int port) {
        return "127.0.0.1:" + port;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
