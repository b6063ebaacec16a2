package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.store.LogProcess.answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TouchedStreamsTest {
    private static LogDatabase database;
    private static LogProcess process;

    @BeforeAll
    static void start() {
        database = new LogDatabase();
        process = new LogProcess(database);
    }

    @AfterAll
    static void stop() {
        process.close();
        database.close();
    }

    @Test
    void a_stream_was_touched_when_an_event_of_it_lies_between_the_two_positions() {
        process.append(answer("exam:a", 0)); // 1
        process.append(answer("session:x", 0)); // 2
        process.append(answer("exam:b", 0)); // 3
        process.append(answer("exam:a", 1)); // 4

        var reader = process.reader;
        assertThat(reader.streamsTouched("exam:", 0, 4)).containsExactlyInAnyOrder("exam:a", "exam:b");
        assertThat(reader.streamsTouched("exam:", 1, 3)).containsExactly("exam:b");
        assertThat(reader.streamsTouched("exam:", 3, 4)).containsExactly("exam:a");
        assertThat(reader.streamsTouched("exam:", 4, 99)).isEmpty();
        assertThat(reader.streamsTouched("session:", 0, 4)).containsExactly("session:x");
    }
}
