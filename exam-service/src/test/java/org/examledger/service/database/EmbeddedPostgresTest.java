package org.examledger.service.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.examledger.service.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private static final Path PROGRAMS = Path.of("target/postgres-programs");

    @TempDir
    private Path data;

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, 0, PROGRAMS);
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private Postmaster postmaster() {
        return Postmaster.namedIn(data.resolve("postgres")).orElseThrow();
    }

    @Test
    void a_commit_is_on_disk_and_nobody_enters_without_the_password() throws SQLException, IOException {
        try (var server = start()) {
            assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(server, "SHOW server_version")).startsWith(PostgresPrograms.MAJOR + ".");
            assertThat(ask(server, "SELECT usesuper FROM pg_user WHERE usename = current_user"))
                    .isEqualTo("f");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "postgres", "postgres"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("pgpass"))))
                    .isEqualTo("rw-------");
            assertThat(data.resolve("initial-password")).doesNotExist();
        }
    }

    @Test
    void data_survive_stop_and_start() throws SQLException {
        try (var server = start()) {
            execute(server, "CREATE TABLE kept (value int)");
            execute(server, "INSERT INTO kept VALUES (11)");
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        try (var server = start()) {
            assertThat(ask(server, "SELECT value FROM kept")).isEqualTo("11");
        }
    }

    @Test
    void a_second_service_on_the_same_directory_is_refused_and_stops_nothing() throws SQLException {
        try (var server = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(ask(server, "SELECT 12")).isEqualTo("12");
        }
    }

    @Test
    void after_a_kill_the_next_start_takes_over_what_survived() throws Exception {
        var killed = startProcess();
        var survivor = postmaster();
        assertThatThrownBy(this::start).isInstanceOf(StartRefused.class);
        killed.destroyForcibly().waitFor();
        assertThat(survivor.lives()).isTrue();
        try (var server = start()) {
            assertThat(postmaster()).isEqualTo(survivor);
            assertThat(server.port()).isEqualTo(survivor.port());
            assertThat(ask(server, "SELECT 13")).isEqualTo("13");
        }
        assertThat(survivor.lives()).isFalse();
    }

    private Process startProcess() throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        data.toString(),
                        "0",
                        PROGRAMS.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("listening")) {
                return process;
            }
        }
        throw new AssertionError("It did not start");
    }

    @Test
    void when_both_were_killed_the_next_start_recovers() throws Exception {
        var killed = startProcess();
        var dead = postmaster();
        killed.destroyForcibly().waitFor();
        ProcessHandle.of(dead.pid()).orElseThrow().destroyForcibly();
        await().until(() -> !dead.lives());
        assertThat(Postmaster.file(data.resolve("postgres"))).exists();
        try (var server = start()) {
            assertThat(ask(server, "SELECT 14")).isEqualTo("14");
        }
    }

    @Test
    void a_postgres_that_is_killed_is_started_again_on_its_port() throws SQLException {
        try (var server = start()) {
            execute(server, "CREATE TABLE kept (value int)");
            execute(server, "INSERT INTO kept VALUES (15)");
            ProcessHandle.of(postmaster().pid()).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(15))
                    .ignoreExceptions()
                    .until(() -> ask(server, "SELECT value FROM kept").equals("15"));
        }
    }

    @Test
    void a_process_id_given_to_another_program_does_not_block_the_start() throws SQLException, IOException {
        start().close();
        var foreign = ProcessHandle.current().pid();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                "%d\n%s\n1700000000\n5999\n\n127.0.0.1\n".formatted(foreign, data.resolve("postgres")));
        try (var server = start()) {
            assertThat(ask(server, "SELECT 16")).isEqualTo("16");
        }
    }

    @Test
    void data_of_another_version_are_refused_and_left_alone() throws IOException {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
        assertThatThrownBy(this::start).isInstanceOf(StartRefused.class).hasMessageContaining("PostgreSQL 17");
        assertThat(Files.readString(data.resolve("postgres/PG_VERSION"))).isEqualTo("17\n");
    }

    @Test
    void a_port_in_use_is_named() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data, taken.getLocalPort(), PROGRAMS))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
    }

    @Test
    void a_start_that_was_killed_while_it_made_its_files_is_made_again() throws SQLException, IOException {
        Files.createDirectories(data.resolve("postgres-unfinished/base"));
        Files.writeString(data.resolve("postgres-unfinished/PG_VERSION"), "18\n");
        try (var server = start()) {
            assertThat(ask(server, "SELECT 17")).isEqualTo("17");
        }
        assertThat(data.resolve("postgres-unfinished")).doesNotExist();
    }
}
