package org.examledger.faults.stage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A durable PostgreSQL that belongs to no service, on a folder and a port that stay the same when it is killed. */
public final class PostgresServer implements AutoCloseable {
    private static final Duration LEFTOVERS = Duration.ofSeconds(30);

    private final Path data;
    private final Map<String, String> settings;
    private int port;
    private @Nullable EmbeddedPostgres running;
    private Runnable afterClose = () -> {};

    private PostgresServer(Path data, Map<String, String> settings) {
        this.data = data;
        this.settings = settings;
    }

    public static PostgresServer start(Path folder) {
        return start(folder, Map.of());
    }

    /**
     * Makes a new cluster and starts it.
     *
     * @param settings of PostgreSQL besides those that make it durable
     */
    public static PostgresServer start(Path folder, Map<String, String> settings) {
        var server = new PostgresServer(folder.resolve("postgres"), settings);
        server.launch();
        return server;
    }

    private void launch() {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200");
        settings.forEach(builder::setServerConfig);
        try {
            Files.createDirectories(data.getParent());
            var started = builder.start();
            running = started;
            port = started.getPort();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private EmbeddedPostgres running() {
        var server = running;
        if (server == null) {
            throw new IllegalStateException("PostgreSQL is not running");
        }
        return server;
    }

    /** Has something done when this server is closed for good. */
    public PostgresServer andThen(Runnable last) {
        afterClose = last;
        return this;
    }

    /** What the server says. */
    public Path log() {
        return data.resolveSibling("postgres.log");
    }

    public Path data() {
        return data;
    }

    public int port() {
        return port;
    }

    /** Of the same database through any port. */
    public static String url(int throughPort) {
        return "jdbc:postgresql://localhost:" + throughPort + "/postgres";
    }

    /** Straight to the server, as its superuser. */
    public Connection connect() throws SQLException {
        return running().getPostgresDatabase().getConnection();
    }

    /** The single value of a query, as text. */
    public String value(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    public void run(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(String.join("; ", statements), failed);
        }
    }

    public ProcessHandle process() {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL's process is gone"));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** SIGKILL for the postmaster; what it had begun ends by itself. */
    public long kill() {
        var process = process();
        process.destroyForcibly();
        await(process);
        forget();
        return process.pid();
    }

    /** Ends it as an operator does. */
    public void stop() {
        forget();
    }

    /** Copies the data of a server that was stopped. */
    public void backUp() {
        Folders.delete(backup());
        Folders.copy(data, backup());
    }

    /** Puts the copy in the place of the data of a server that has ended. */
    public void restore() {
        Folders.delete(data);
        Folders.copy(backup(), data);
        Folders.delete(backup());
    }

    private Path backup() {
        return data.resolveSibling("backup");
    }

    public boolean isAlive() {
        try {
            return process().isAlive();
        } catch (IllegalStateException | UncheckedIOException gone) {
            return false;
        }
    }

    /** Starts again on the same data, as whoever watches it would. */
    public void restart() {
        var patience = System.nanoTime() + LEFTOVERS.toNanos();
        while (true) {
            try {
                launch();
                return;
            } catch (RuntimeException notYet) {
                // The last sessions of a killed server may need a moment to notice that it is gone.
                if (System.nanoTime() > patience) {
                    throw notYet;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /** Gives up what belonged to a server that has ended, so that the next one may have it. */
    public void forget() {
        try {
            running().close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
        }
        running = null;
    }

    private static void await(ProcessHandle ending) {
        try {
            ending.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        } catch (CompletionException stuck) {
            throw new IllegalStateException("process " + ending.pid() + " does not end", stuck);
        }
    }

    @Override
    public void close() {
        if (running != null) {
            forget();
        }
        Folders.delete(data);
        afterClose.run();
    }
}
