package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.examledger.proof.RowHash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendOnlyTest {

    private static LogDatabase database;
    private static LogProcess process;

    @BeforeAll
    static void one_event() {
        database = new LogDatabase();
        process = new LogProcess(database);
        process.append(LogProcess.answer("exam:only", 0));
    }

    @AfterAll
    static void stop() {
        process.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE log_event SET type_no = 2",
                "DELETE FROM log_event",
                "DELETE FROM log_event WHERE position = 1",
                "TRUNCATE log_event",
                "UPDATE log_stream SET name = 'exam:forged'",
                "DELETE FROM log_stream",
                "TRUNCATE log_stream",
                "UPDATE log_type SET name = 'forged'",
                "DELETE FROM log_type",
                "TRUNCATE log_type",
                "UPDATE log_actor SET person = 'forged'",
                "DELETE FROM log_actor",
                "TRUNCATE log_actor",
                "DELETE FROM log_head",
                "TRUNCATE log_head",
                "INSERT INTO log_head (only_row, position) VALUES (true, 5)"
            })
    void even_the_owner_cannot_change_the_log(String change) {
        assertThatThrownBy(() -> database.execute(change)).hasMessageContaining("append-only");
        assertThat(database.number(
                        "SELECT count(*) FROM log_event_readable WHERE stream_id = 'exam:only' AND name = 'answered'"))
                .isEqualTo(1);
    }

    @Test
    void the_hash_can_be_recomputed_from_the_stored_bytes() {
        process.append(LogProcess.fact("exam:seal", 0, new Opened("sealed", null)), LogProcess.answer("exam:seal", 1));

        assertThat(process.reader.eventsOf("exam:seal", -1, 10)).hasSize(2).allSatisfy(event -> {
            assertThat(event.hash()).hasSize(32).isEqualTo(event.recomputedHash());
            assertThat(forged(event, event.sequence() + 1)).isNotEqualTo(event.hash());
        });
    }

    private static byte[] forged(StoredEvent event, int sequence) {
        return RowHash.of(
                event.streamId(),
                sequence,
                event.at().toEpochMilli(),
                event.name(),
                event.revision(),
                event.metadata(),
                event.payload());
    }
}
