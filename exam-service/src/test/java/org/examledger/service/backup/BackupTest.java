package org.examledger.service.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.examledger.service.Client;
import org.examledger.service.StartRefused;
import org.examledger.service.log.OnePostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BackupTest {
    /** Read models, to-do lists, the tree over the log, and keys that only sign people in. */
    private static final Set<String> MADE_AGAIN = Set.of(
            "draft",
            "question_pool",
            "session_exam",
            "session_exam_news",
            "session_row",
            "session_answer",
            "response_exam",
            "response_correction",
            "response_score",
            "response_previous",
            "responses",
            "paper_exam",
            "paper_session",
            "paper_picture",
            "read_position",
            "token_entry",
            "rebuild_run",
            "log_leaf",
            "log_tree",
            "log_walk",
            "scheduled_tasks",
            "session_watch_bookmark",
            "exam_fan_out",
            "exam_fan_out_owner",
            "exam_fan_out_bookmark",
            "demo_signing_key",
            "sign_in_key",
            "flyway_schema_history");

    /** One row that each database has from its first moment; what it says stands in the manifest. */
    private static final Set<String> IN_THE_MANIFEST = Set.of("log_head", "service_sign");

    /** Read models are made anew from the first fact on. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path folder;

    /** Beans besides the service's own: none. */
    static class Nothing {}

    @Test
    void what_was_stored_is_there_after_a_restore_and_the_exam_goes_on() throws IOException, SQLException {
        var original = OnePostgres.freshDatabase();
        var file = folder.resolve("backup.zip");
        String session;
        long head;
        try (var service = OnePostgres.service(original, Nothing.class)) {
            var worker = client(service, "worker-5");
            session = sessionOf(worker);
            assertThat(worker.post("/api/v1/sessions/" + session + "/start", "{\"clientId\":\"page\"}")
                            .status())
                    .isEqualTo(200);
            answer(worker, session, 1, 1);
            head = new Backup(original, JSON).writeTo(file).head();
            answer(worker, session, 2, 2);
        }
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThatThrownBy(() -> new Backup(original, JSON).writeTo(file))
                .isInstanceOf(FileAlreadyExistsException.class);

        var another = OnePostgres.freshDatabase();
        try (var service = OnePostgres.service(another, Nothing.class, "--exam.restore.from=" + file)) {
            assertThat(log(another, head)).isEqualTo(log(original, head)).hasSize((int) head);
            var worker = client(service, "worker-5");
            var resume = "/api/v1/sessions/" + session + "/resume?atLeast=" + head;
            await().atMost(LONG).until(() -> worker.get(resume).status() == 200);
            assertThat(worker.get(resume).json().path("answers").toString()).isEqualTo("{\"1\":[1]}");
            assertThat(worker.get("/api/v1/me").json().path("name").asString())
                    .as("names came along")
                    .isEqualTo(nameIn(original, "worker-5"));
            answer(worker, session, 2, 2);
            assertThat(JdbcClient.create(another)
                            .sql("SELECT max(position) FROM log_event")
                            .query(Long.class)
                            .single())
                    .isGreaterThan(head);
        }
    }

    @Test
    void every_table_is_in_the_backup_or_can_be_made_again() {
        var tables = JdbcClient.create(migrated())
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .set();

        var known = Stream.of(Set.copyOf(Tables.KEPT), MADE_AGAIN, IN_THE_MANIFEST)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        assertThat(tables).isEqualTo(known);
    }

    @Test
    void a_backup_that_was_changed_a_foreign_one_and_a_database_in_use_are_refused_and_leave_nothing()
            throws IOException, SQLException {
        var original = migrated();
        store(original);
        var whole = folder.resolve("whole.zip");
        new Backup(original, JSON).writeTo(whole);
        var target = migrated();

        refused(target, changed(whole, "tables/person.csv", "Ada", "Eve"), "person is not what was written");
        refused(
                target,
                changed(whole, Manifest.FILE, "\"migrations\" : [ ", "\"migrations\" : [ \"1\", "),
                "other tables");
        refused(target, changed(whole, Manifest.FILE, "\"head\" : 1", "\"head\" : 2"), "ends at position 1");
        refused(target, withoutItsHash(whole), "from position 1 on");
        refused(original, whole, "a log already");
        assertThat(JdbcClient.create(target)
                        .sql("SELECT (SELECT position FROM log_head) + (SELECT count(*) FROM person)")
                        .query(Long.class)
                        .single())
                .isZero();

        new Restoration(target, JSON).from(whole);
        assertThat(log(target, 1)).isEqualTo(log(original, 1)).hasSize(1);
    }

    private static void refused(PGSimpleDataSource database, Path file, String why) {
        assertThatThrownBy(() -> new Restoration(database, JSON).from(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(why);
    }

    private static PGSimpleDataSource migrated() {
        var database = OnePostgres.freshDatabase();
        Flyway.configure()
                .dataSource(database)
                .locations("db/event-store", "db/command-side", "db/query-side", "db/exam-service")
                .outOfOrder(true)
                .load()
                .migrate();
        return database;
    }

    /** One fact with the hash of its row, and a person. */
    private static void store(PGSimpleDataSource database) {
        var jdbc = JdbcClient.create(database);
        var row = RowOfTest.sealed();
        jdbc.sql("UPDATE log_head SET position = 1").update();
        jdbc.sql("""
                INSERT INTO log_event
                    (position, occurred_at, stream_no, sequence, type_no, correlation, metadata, payload, hash)
                SELECT 1, to_timestamp(?), stream_no, 0, type_no, '', '', ?, ?
                FROM log_numbers(ARRAY[?], ARRAY[?], ARRAY[1], ARRAY[NULL], ARRAY[NULL])
                """)
                .param(RowOfTest.SECONDS)
                .param(RowOfTest.PAYLOAD)
                .param(row)
                .param(RowOfTest.STREAM)
                .param(RowOfTest.NAME)
                .update();
        jdbc.sql("INSERT INTO person (person, worker_id, name) VALUES (gen_random_uuid(), 'w-1', 'Ada')")
                .update();
    }

    /** A copy in which a text of one of the files stands for another one. */
    private Path changed(Path backup, String name, String text, String other) throws IOException {
        return rewritten(backup, (entry, content) -> entry.equals(name) ? content.replace(text, other) : content);
    }

    /** Somebody who changes the log knows how to write its file's hash anew. */
    private Path withoutItsHash(Path backup) throws IOException {
        var forged = new String[1];
        return rewritten(backup, (entry, content) -> {
            if (entry.equals("tables/log_event.csv")) {
                forged[0] = content.replace(hex(RowOfTest.PAYLOAD), hex("{\"option\":2}".getBytes(UTF_8)));
                return forged[0];
            }
            if (entry.equals(Manifest.FILE)) {
                var manifest = (ObjectNode) JSON.readTree(content);
                ((ObjectNode) manifest.path("tables").path("log_event"))
                        .put("sha256", hex(Backup.sha256().digest(forged[0].getBytes(UTF_8))));
                return manifest.toString();
            }
            return content;
        });
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private interface Rewriting {
        String of(String entry, String content);
    }

    private Path rewritten(Path backup, Rewriting rewriting) throws IOException {
        var copy = Files.createTempFile(folder, "changed", ".zip");
        try (var from = new ZipFile(backup.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var entry : List.copyOf(from.stream().toList())) {
                var content = new String(from.getInputStream(entry).readAllBytes(), UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(rewriting.of(entry.getName(), content).getBytes(UTF_8));
                to.closeEntry();
            }
        }
        return copy;
    }

    private static List<String> log(PGSimpleDataSource database, long upTo) {
        return JdbcClient.create(database)
                .sql("SELECT event::text FROM log_event_readable AS event WHERE position <= ? ORDER BY position")
                .param(upTo)
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private static String nameIn(PGSimpleDataSource database, String worker) {
        return JdbcClient.create(database)
                .sql("SELECT name FROM person WHERE worker_id = ?")
                .param(worker)
                .query(String.class)
                .single();
    }

    private static Client client(ConfigurableApplicationContext service, String user) {
        return Client.anonymous(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class))
                .as(user);
    }

    private static String sessionOf(Client worker) {
        await().atMost(LONG)
                .until(() -> worker.get("/api/v1/me/sessions").json().size() > 0);
        return worker.get("/api/v1/me/sessions").json().get(0).get("sessionId").asString();
    }

    private static void answer(Client worker, String session, int clientSeq, int question) {
        var answer = "{\"epoch\":1,\"clientSeq\":%d,\"questionId\":%d,\"optionIds\":[1],\"pageIndex\":0}"
                .formatted(clientSeq, question);
        assertThat(worker.post("/api/v1/sessions/" + session + "/answers", answer)
                        .status())
                .isEqualTo(200);
    }
}
