package org.examledger.benchmarks.machine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** The one PostgreSQL that all systems share, each in a database of its own; durable, and otherwise as it comes. */
public final class Postgres implements AutoCloseable {
    private static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final ProcessHandle postmaster;

    private Postgres(EmbeddedPostgres server, ProcessHandle postmaster) {
        this.server = server;
        this.postmaster = postmaster;
    }

    static {
        // It would repeat what PostgreSQL says while it starts.
        if (LoggerFactory.getLogger("io.zonky") instanceof Logger logger) {
            logger.setLevel(Level.WARN);
        }
    }

    /** Starts an empty server in a directory on the disk that is to be measured. */
    public static Postgres start(Path directory) {
        try {
            Folders.remove(directory);
            Files.createDirectories(directory);
            var data = directory.resolve("data");
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(directory.resolve("programs").toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("log_checkpoints", "off")
                    .setRegisterShutdownHook(false)
                    .start();
            return new Postgres(server, postmasterOf(data));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ProcessHandle postmasterOf(Path data) throws IOException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /** How long those of its processes that run now have kept a processor busy. */
    public Duration processorTime() {
        return postmaster
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    public String user() {
        return USER;
    }

    /** Makes a database; its name is a constant of this module. */
    public Database create(String name) {
        var database = new Database(url(name), USER);
        new Database(url("postgres"), USER).execute("CREATE DATABASE \"" + name + "\"");
        return database;
    }

    public Database database(String name) {
        return new Database(url(name), USER);
    }

    /** Starts the next round without what earlier rounds left to be written. */
    public void checkpoint() {
        database("postgres").execute("CHECKPOINT");
    }

    /** What decides whether an acknowledgement can be believed, as the server says it. */
    public Map<String, String> durability() {
        var settings = new LinkedHashMap<String, String>();
        for (var name : new String[] {"server_version", "fsync", "synchronous_commit", "full_page_writes"}) {
            settings.put(name, database("postgres").text("SELECT current_setting('" + name + "')"));
        }
        return settings;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Connection connect(String url, String user) throws SQLException {
        return DriverManager.getConnection(url, user, "");
    }
}
