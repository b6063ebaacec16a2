package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an answer leaves on the disk, when a hundred people answer in turn. */
class BytesOfAnAnswerTest {

    private static final int SESSIONS = 100;
    private static final int ANSWERS = 60;
    private static final EventType TYPE = new EventType("AnswerSelected", 1, Answered.class);

    private static LogDatabase database;

    @BeforeAll
    static void an_exam() {
        database = new LogDatabase();
        var sessions = IntStream.range(0, SESSIONS)
                .mapToObj(nth -> UUID.nameUUIDFromBytes(new byte[] {(byte) nth}))
                .toList();
        try (var process = new LogProcess(database)) {
            for (int nth = 0; nth < ANSWERS; nth++) {
                int sequence = nth;
                process.appender.append(sessions.stream()
                        .map(session -> answer(session, sequence))
                        .toList());
            }
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /** As a click over HTTP makes it. */
    private static StoredEvent answer(UUID session, int nth) {
        var metadata = "{\"actor\":\"%s\",\"correlation\":\"%016x\",\"role\":\"worker\"}"
                .formatted(new UUID(session.getLeastSignificantBits(), 7), session.hashCode() * 31L + nth);
        var payload =
                "{\"questionId\":%d,\"optionIds\":[%d],\"pageIndex\":%d,\"epoch\":1,\"clientSeq\":%d,\"clientTime\":\"%s\"}"
                        .formatted(1 + nth % 40, 1 + nth % 4, nth % 40 / 10, 1 + nth, LogProcess.AT);
        return StoredEvent.sealed(
                "session:" + session, nth, LogProcess.AT.toEpochMilli(), TYPE, utf8(metadata), utf8(payload));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_answer_takes_at_most_300_bytes_with_its_places_in_the_indexes() {
        assertThat(database.number("SELECT count(*) FROM log_event")).isEqualTo(SESSIONS * ANSWERS);
        assertThat(database.number("SELECT pg_total_relation_size('log_event') / (SELECT count(*) FROM log_event)"))
                .isBetween(200L, 300L);
    }

    @Test
    void a_row_has_no_bitmap_of_nulls_and_at_least_37_of_them_fit_on_a_page() {
        assertThat(database.number("SELECT max(pg_column_size(log_event.*)) FROM log_event"))
                .isLessThanOrEqualTo(216);
        assertThat(database.number("SELECT count(*) FROM log_event WHERE (ctid::text::point)[0] = 1"))
                .isGreaterThanOrEqualTo(37);
    }
}
