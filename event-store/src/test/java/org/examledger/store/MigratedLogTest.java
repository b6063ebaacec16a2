package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log in the wide form of the first release, carried over into narrow rows. */
class MigratedLogTest {

    private static final String WORKER = "{\"actor\":\"8b1f2d5e-0c4a-4f4e-9d52-0f9a3c6b7e11\",";
    private static final EventType EARLIER = new EventType("answered", 1, Opened.class);

    private static final List<StoredEvent> BEFORE = List.of(
            row(
                    "exam:a",
                    0,
                    Opened.TYPE,
                    WORKER + "\"correlation\":\"00f3b2a19c8d7e6f\",\"role\":\"hc\"}",
                    "{\"title\":\"A\"}"),
            row(
                    "session:1",
                    0,
                    Answered.TYPE,
                    WORKER + "\"correlation\":\"ff00000000000001\",\"role\":\"worker\"}",
                    "{\"pageIndex\":1}"),
            row(
                    "session:2",
                    0,
                    Answered.TYPE,
                    WORKER + "\"correlation\":\"0d9f5c8a-3b1e-4c2d-8e7f-00000000000a\",\"role\":\"worker\"}",
                    "{}"),
            row(
                    "session:1",
                    1,
                    EARLIER,
                    "{\"actor\":\"system\",\"correlation\":\"\",\"role\":\"system\"}",
                    "{\"question\":\"q\"}"),
            row(
                    "session:1",
                    2,
                    Answered.TYPE,
                    WORKER + "\"correlation\":\"by a gateway\",\"role\":\"worker\"}",
                    "{\"pageIndex\":2}"),
            row("session:2", 1, Answered.TYPE, "", "{ \"as\" : \"written\" }"),
            row(
                    "pool:java/expert",
                    0,
                    Opened.TYPE,
                    "{\"retries\":3}",
                    "{\"title\":\"" + "Ünïcödé ☃ ".repeat(2_000) + "\"}"),
            row("exam:a", 1, Opened.TYPE, "{\"role\":\"hc\",\"actor\":\"p\"}", "{\"title\":\"B\"}"));

    private static LogDatabase database;
    private static LogProcess process;

    @BeforeAll
    static void migrate() throws SQLException {
        database = LogDatabase.ofVersion("101");
        database.execute("UPDATE log_head SET position = " + BEFORE.size());
        try (var connection = database.direct().getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO log_event (position, stream_id, sequence, occurred_at, name, revision, metadata, payload, hash)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (int i = 0; i < BEFORE.size(); i++) {
                var row = BEFORE.get(i);
                insert.setLong(1, i + 1);
                insert.setString(2, row.streamId());
                insert.setInt(3, row.sequence());
                insert.setObject(4, row.at().atOffset(ZoneOffset.UTC));
                insert.setString(5, row.name());
                insert.setInt(6, row.revision());
                insert.setBytes(7, row.metadata());
                insert.setBytes(8, row.payload());
                insert.setBytes(9, row.hash());
                insert.executeUpdate();
            }
        }
        database.execute("DROP ROLE IF EXISTS log_auditor");
        database.execute("CREATE ROLE log_auditor");
        database.execute("GRANT SELECT ON log_event TO log_auditor");
        database.migrate();
        process = new LogProcess(database);
    }

    @AfterAll
    static void stop() {
        process.close();
        database.close();
    }

    private static StoredEvent row(String stream, int sequence, EventType type, String metadata, String payload) {
        return StoredEvent.sealed(
                stream,
                sequence,
                LogProcess.AT.plusSeconds(sequence).toEpochMilli(),
                type,
                metadata.getBytes(StandardCharsets.UTF_8),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    /** All that was hashed, and the hash. */
    private static List<String> told(List<StoredEvent> rows) {
        var told = new ArrayList<String>();
        for (var row : rows) {
            told.add(row.streamId() + "/" + row.sequence() + " " + row.at() + " " + row.name() + "/" + row.revision()
                    + " " + new String(row.metadata(), StandardCharsets.UTF_8)
                    + " " + new String(row.payload(), StandardCharsets.UTF_8)
                    + " " + HexFormat.of().formatHex(row.hash()));
        }
        return told;
    }

    @Test
    void the_feed_reads_the_same_bytes_in_the_same_order_and_every_hash_holds() {
        var rows = process.reader.eventsAfter(0, BEFORE.size());

        assertThat(told(rows)).isEqualTo(told(BEFORE));
        assertThat(rows).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(rows).allSatisfy(row -> assertThat(row.recomputedHash()).isEqualTo(row.hash()));
    }

    @Test
    void each_stream_reads_the_same() {
        for (var stream : List.of("exam:a", "session:1", "session:2", "pool:java/expert")) {
            var before =
                    BEFORE.stream().filter(row -> row.streamId().equals(stream)).toList();
            assertThat(told(process.reader.eventsOf(stream, -1, before.size()))).isEqualTo(told(before));
        }
    }

    @Test
    void the_usual_rows_have_become_narrow_and_the_others_keep_their_metadata() {
        assertThat(database.number("SELECT count(*) FROM log_event WHERE actor_no IS NOT NULL"))
                .isEqualTo(4);
        assertThat(database.number("SELECT count(*) FROM log_actor")).isEqualTo(3);
        assertThat(database.number("SELECT count(*) FROM log_type")).isEqualTo(3);
    }

    @Test
    void the_log_goes_on_where_it_was() {
        try (var other = new LogProcess(database)) {
            other.append(LogProcess.answer("session:3", 0), LogProcess.answer("session:2", 2));
            assertThatThrownBy(() -> other.append(LogProcess.answer("session:1", 2)))
                    .isInstanceOf(ConcurrencyException.class);
        }
        assertThat(process.reader.headOf("session:2")).contains(new StreamHead(2, BEFORE.size() + 2L));
        assertThat(process.reader.eventsOf("session:3", -1, 9)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE log_event SET sequence = 9", "DELETE FROM log_event", "TRUNCATE log_event"})
    void the_log_still_refuses_to_be_changed(String change) {
        assertThatThrownBy(() -> database.execute(change)).hasMessageContaining("append-only");
    }

    @Test
    void who_might_read_the_log_may_read_it_still_and_no_more() {
        assertThat(database.text("""
                SELECT string_agg(DISTINCT table_name || ' ' || privilege_type, ', ' ORDER BY table_name || ' ' || privilege_type)
                FROM information_schema.role_table_grants
                WHERE grantee = 'log_auditor' AND table_catalog = current_database()
                """))
                .isEqualTo(
                        "log_actor SELECT, log_event SELECT, log_event_readable SELECT, log_stream SELECT, log_type SELECT");
    }
}
