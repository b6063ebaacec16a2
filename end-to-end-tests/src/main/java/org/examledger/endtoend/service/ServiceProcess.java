package org.examledger.endtoend.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.examledger.endtoend.client.Paths;
import org.jspecify.annotations.Nullable;

/** The runnable service as a real process with a data directory and ports that stay the same over restarts. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration UNTIL_READY = Duration.ofMinutes(3);
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(60);

    /**
     * Thousands of demo users sign in within seconds, and one of them sends every malformed request there is. Variables,
     * because a setting of a test's own must be able to say otherwise.
     */
    private static final Map<String, String> LIMITS = Map.of(
            "EXAM_LIMITS_SIGNINS_PERSECOND", "10000",
            "EXAM_LIMITS_SIGNINS_BURST", "10000",
            "EXAM_LIMITS_UNKNOWNIDS_BURST", "10000");

    private final Path jar;
    private final Path workDirectory;
    private final Path dataDirectory;
    private final Path output;
    private final int port;
    private final int databasePort;
    private final Launch launch;
    private volatile @Nullable Process process;

    private ServiceProcess(Path jar, Path workDirectory, Launch launch) {
        this.jar = jar;
        this.workDirectory = workDirectory;
        this.dataDirectory = workDirectory.resolve("data");
        this.output = workDirectory.resolve("service.log");
        this.port = freePort();
        this.databasePort = freePort();
        this.launch = launch;
        Runtime.getRuntime().addShutdownHook(new Thread(this::endWithUs));
    }

    /**
     * Starts on an empty data directory and waits until the service is ready.
     *
     * @param workDirectory a new folder here holds the data and {@code service.log}
     * @param settings more of the service's settings, as {@code --name=value}
     */
    public static ServiceProcess start(Path workDirectory, String... settings) {
        return start(workDirectory, Launch.with(settings));
    }

    /** @param options of the virtual machine in the place of {@code -Xmx1g}, as {@code -Xmx256m} */
    public static ServiceProcess start(Path workDirectory, List<String> options, String... settings) {
        return start(workDirectory, Launch.with(settings).under(options.toArray(String[]::new)));
    }

    /** Starts likewise, not only with other settings. */
    public static ServiceProcess start(Path workDirectory, Launch launch) {
        return start(Checkout.serviceJar(), workDirectory, launch);
    }

    static ServiceProcess start(Path jar, Path workDirectory, Launch launch) {
        var service = new ServiceProcess(jar, Folders.fresh(workDirectory, "service-"), launch);
        try {
            service.launch();
            return service;
        } catch (RuntimeException unstartable) {
            service.close();
            throw unstartable;
        }
    }

    public URI baseUrl() {
        return URI.create("http://localhost:" + port);
    }

    public Path output() {
        return output;
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Number of the running process. */
    public long pid() {
        var running = process;
        if (running == null) {
            throw new IllegalStateException("not running");
        }
        return running.pid();
    }

    /** SIGTERM, and waits for the end. */
    public void stop() {
        end(false);
    }

    /** SIGKILL: nothing in the service gets to run any more. Its PostgreSQL survives. */
    public void kill() {
        end(true);
    }

    /** SIGKILL for the service and the postmaster. */
    public void killWithDatabase() {
        var database =
                database().orElseThrow(() -> new IllegalStateException("no running postmaster under " + dataDirectory));
        kill();
        database.destroyForcibly();
        awaitEnd(database);
    }

    /** Starts again where it stopped or was killed. */
    public void restart() {
        if (isAlive()) {
            throw new IllegalStateException("still running");
        }
        launch();
    }

    /** The embedded PostgreSQL of this data directory, when it runs. */
    public Optional<ProcessHandle> database() {
        return Postmaster.under(dataDirectory);
    }

    /** A connection as the embedded database's superuser, who can do what nobody should. */
    public Connection superuser() throws IOException, SQLException {
        var password = Files.readString(dataDirectory.resolve("pgpass")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/exam_ledger",
                "postgres",
                password.substring(password.lastIndexOf(':') + 1));
    }

    @Override
    public void close() {
        if (isAlive()) {
            stop();
        }
        database().ifPresent(survivor -> {
            survivor.destroy();
            awaitEnd(survivor);
        });
        Folders.delete(dataDirectory);
    }

    private void launch() {
        var command = launch.command(jar);
        command.add("--server.port=" + port);
        command.add("--exam.data-dir=" + dataDirectory);
        command.add("--exam.database.embedded-port=" + databasePort);
        command.addAll(launch.settings());
        try {
            var builder = new ProcessBuilder(command)
                    .directory(workDirectory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().putAll(LIMITS);
            builder.environment().putAll(launch.variables());
            process = builder.start();
            awaitReadiness(process);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private void awaitReadiness(Process started) throws IOException {
        var deadline = System.nanoTime() + UNTIL_READY.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!ready(http)) {
                if (started.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("The service ended with " + started.exitValue() + ":\n" + tail());
                }
                if (System.nanoTime() > deadline) {
                    started.destroyForcibly();
                    throw new IllegalStateException("Not ready within " + UNTIL_READY + ":\n" + tail());
                }
            }
        } catch (InterruptedException interrupted) {
            started.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the service started", interrupted);
        }
    }

    private boolean ready(HttpClient http) throws InterruptedException {
        var request = HttpRequest.newBuilder(baseUrl().resolve(Paths.READINESS))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void end(boolean forcibly) {
        var running = process;
        if (running == null || !running.isAlive()) {
            throw new IllegalStateException("The service ended by itself:\n" + tail());
        }
        if (forcibly) {
            running.toHandle().destroyForcibly();
        } else {
            running.destroy();
        }
        awaitEnd(running.toHandle());
        process = null;
    }

    private static void awaitEnd(ProcessHandle ending) {
        try {
            ending.onExit().get(UNTIL_STOPPED.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            ending.destroyForcibly();
            throw new IllegalStateException("Process " + ending.pid() + " did not end", stuck);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a process ended", interrupted);
        }
    }

    /** A client that is interrupted leaves no service behind. */
    private void endWithUs() {
        var running = process;
        if (running != null) {
            running.destroy();
        }
    }

    private String tail() {
        try {
            var lines = Files.readAllLines(output);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
