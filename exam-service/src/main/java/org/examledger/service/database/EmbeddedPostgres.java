package org.examledger.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.examledger.service.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of this service's own, in its data directory, that loses nothing when either of them is killed.
 *
 * <p>It is a process apart: it survives the service's sudden end, and the next start on the same data directory takes
 * it over. When it dies itself while the service runs, it is started again.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration LEFTOVERS = Duration.ofSeconds(20);
    private static final Duration WATCH = Duration.ofMillis(500);
    private static final Set<String> NOT_YET = Set.of("57P03", "08001");
    private static final long LARGE_LOG_BYTES = 10_000_000;

    private final Path dataDirectory;
    private final Path cluster;
    private final Path logFile;
    private final int wantedPort;
    private final PostgresPrograms programs;
    private final DataDirectoryLock lock;
    private final Credentials credentials;
    private final ScheduledExecutorService watchman = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postgres-watch").factory());
    private volatile int port;

    private EmbeddedPostgres(Path dataDirectory, int wantedPort, PostgresPrograms programs, DataDirectoryLock lock) {
        this.dataDirectory = dataDirectory;
        this.cluster = dataDirectory.resolve("postgres");
        this.logFile = dataDirectory.resolve("postgres.log");
        this.wantedPort = wantedPort;
        this.port = wantedPort == 0 ? anyFreePort() : wantedPort;
        this.programs = programs;
        this.lock = lock;
        this.credentials = Credentials.keptIn(dataDirectory);
    }

    /**
     * Starts the data directory's PostgreSQL, or takes over the one that still runs on it.
     *
     * @throws StartRefused when another service holds the directory, its data are of another version, or the port is
     *     somebody else's
     */
    static EmbeddedPostgres start(Path directory, int port, Path programsDirectory) {
        var dataDirectory = directory.toAbsolutePath().normalize();
        var lock = DataDirectoryLock.take(dataDirectory);
        try {
            var server =
                    new EmbeddedPostgres(dataDirectory, port, PostgresPrograms.unpackedIn(programsDirectory), lock);
            server.run();
            return server;
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return urlAt(port);
    }

    static String urlAt(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Credentials.DATABASE;
    }

    String user() {
        return Credentials.SERVICE_USER;
    }

    String password() {
        return credentials.password();
    }

    private void run() {
        if (!Files.exists(cluster)) {
            create();
        }
        requireReadableVersion();
        var survivor = Postmaster.namedIn(cluster).filter(Postmaster::lives);
        if (survivor.isPresent()) {
            takeOver(survivor.get());
        } else {
            launch();
        }
        prepareDatabase();
        watchman.scheduleWithFixedDelay(
                this::relaunchIfDead, WATCH.toMillis(), WATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Only a complete cluster ever has the final name, so a start that is killed half way is made again. */
    private void create() {
        var unfinished = dataDirectory.resolve("postgres-unfinished");
        var passwordFile = dataDirectory.resolve("initial-password");
        try {
            Trees.delete(unfinished);
            Credentials.writePrivately(passwordFile, credentials.password());
            var made = Tool.run(List.of(
                    programs.path("initdb"),
                    "--pgdata=" + unfinished,
                    "--username=" + Credentials.SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--data-checksums"));
            if (!made.succeeded()) {
                throw new StartRefused(
                        "PostgreSQL could not create its files in " + cluster + ": "
                                + made.said().strip(),
                        "Look for a full disk or missing rights.");
            }
            Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            delete(passwordFile);
        }
    }

    private void requireReadableVersion() {
        try {
            var version = Files.readString(cluster.resolve("PG_VERSION")).strip();
            if (!version.equals(PostgresPrograms.MAJOR)) {
                throw new StartRefused(
                        "The data in " + cluster + " were written by PostgreSQL " + version
                                + "; this release brings PostgreSQL " + PostgresPrograms.MAJOR + ".",
                        "Dump them with the old release and restore them into a new data directory, or use pg_upgrade.");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void takeOver(Postmaster survivor) {
        port = survivor.port();
        log.warn("Taking over the PostgreSQL (process {}, port {}) that outlived an earlier run", survivor.pid(), port);
        if (wantedPort != 0 && port != wantedPort) {
            log.warn("It keeps port {} until it is stopped; port {} was asked for", port, wantedPort);
        }
    }

    private void launch() {
        forgetStalePostmaster();
        requireFreePort();
        cutLargeLog();
        var patience = System.nanoTime() + LEFTOVERS.toNanos();
        var outcome = pgCtlStart();
        // The last sessions of a killed server may need a moment to notice that it is gone; it starts when they left.
        while (!outcome.succeeded()
                && System.nanoTime() < patience
                && logTail().contains("pre-existing shared memory block")) {
            cutLog();
            outcome = pgCtlStart();
        }
        if (!outcome.succeeded()) {
            throw new StartRefused(
                    "PostgreSQL did not start: " + outcome.said().strip() + "\n" + logTail(),
                    "Its log is " + logFile + ".");
        }
    }

    private Tool.Outcome pgCtlStart() {
        // Given on the command line, so that no file in the data directory can switch durability off.
        var settings = String.join(
                " ",
                "-c port=" + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=''",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c full_page_writes=on",
                "-c max_connections=200",
                "-c timezone=UTC",
                "-c log_timezone=UTC",
                "-c log_checkpoints=off");
        return Tool.run(List.of(
                programs.path("pg_ctl"),
                "--pgdata=" + cluster,
                "--log=" + logFile,
                "--wait",
                "--timeout=" + START.toSeconds(),
                "--options=" + settings,
                "start"));
    }

    /** A stale file whose process id was given to another program would make PostgreSQL refuse to start for ever. */
    private void forgetStalePostmaster() {
        if (!Files.exists(Postmaster.file(cluster))) {
            return;
        }
        log.warn("PostgreSQL was not stopped properly; it recovers from its write-ahead log");
        if (Postmaster.namedIn(cluster).filter(Postmaster::isSomebodyElse).isPresent()) {
            delete(Postmaster.file(cluster));
        }
    }

    private void requireFreePort() {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException taken) {
            throw new StartRefused(
                    "Port " + port + ", which the embedded PostgreSQL needs, is in use by another program.",
                    "Stop that program or choose another port with exam.database.embedded-port.",
                    taken);
        }
    }

    private static int anyFreePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void prepareDatabase() {
        try (var connection = connectPatiently()) {
            execute(
                    connection,
                    "SELECT FROM pg_roles WHERE rolname = '%s'".formatted(Credentials.SERVICE_USER),
                    "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(Credentials.SERVICE_USER, credentials.password()));
            execute(
                    connection,
                    "SELECT FROM pg_database WHERE datname = '%s'".formatted(Credentials.DATABASE),
                    "CREATE DATABASE %s OWNER %s".formatted(Credentials.DATABASE, Credentials.SERVICE_USER));
        } catch (SQLException failure) {
            throw new StartRefused(
                    "The PostgreSQL on port " + port + " does not let this service in: " + failure.getMessage(),
                    "Its password is kept in " + dataDirectory.resolve("pgpass") + ".",
                    failure);
        }
    }

    /** The names and the password are our own constants and hexadecimal digits; neither statement takes parameters. */
    private static void execute(Connection connection, String unless, String statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            try (var found = sql.executeQuery(unless)) {
                if (found.next()) {
                    return;
                }
            }
            sql.execute(statement);
        }
    }

    /** A survivor may be recovering still, or not listening yet. */
    private Connection connectPatiently() throws SQLException {
        var login = new Properties();
        login.setProperty("user", Credentials.SUPERUSER);
        login.setProperty("password", credentials.password());
        var patience = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", login);
            } catch (SQLException failure) {
                if (!NOT_YET.contains(String.valueOf(failure.getSQLState())) || System.nanoTime() > patience) {
                    throw failure;
                }
                LockSupport.parkNanos(WATCH.toNanos());
            }
        }
    }

    private void relaunchIfDead() {
        try {
            if (Postmaster.namedIn(cluster).filter(Postmaster::lives).isEmpty()) {
                log.error("PostgreSQL died; starting it again");
                launch();
            }
        } catch (RuntimeException failure) {
            log.error("PostgreSQL is down and could not be started again yet", failure);
        }
    }

    /** Stops PostgreSQL cleanly; only the holder of the data directory's lock ever gets here. */
    @Override
    public void close() {
        watchman.shutdown();
        try {
            // A relaunch under way ends first, else it would start what is being stopped.
            if (!watchman.awaitTermination(START.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("PostgreSQL is still being started again while the service stops");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        var stopped = Tool.run(List.of(
                programs.path("pg_ctl"),
                "--pgdata=" + cluster,
                "--mode=fast",
                "--wait",
                "--timeout=" + START.toSeconds(),
                "stop"));
        if (!stopped.succeeded()) {
            log.error("PostgreSQL did not stop: {}", stopped.said().strip());
        }
        lock.close();
    }

    private void cutLargeLog() {
        if (logFile.toFile().length() > LARGE_LOG_BYTES) {
            cutLog();
        }
    }

    private void cutLog() {
        delete(logFile);
    }

    private String logTail() {
        try {
            var lines = Files.exists(logFile) ? Files.readAllLines(logFile) : List.<String>of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
