package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.store.LogProcess.answer;
import static org.examledger.store.LogProcess.fact;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RestingStreamsTest {
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

    private static List<String> resting(Instant since) {
        return process.reader.streamsResting("exam", Set.of(Answered.TYPE.name()), since);
    }

    @Test
    void a_stream_rests_when_its_newest_event_is_old_and_of_the_right_name() {
        process.append(fact("exam:a", 0, new Opened("A", "b")), answer("exam:a", 1));
        process.append(answer("exam:b", 0), fact("exam:b", 1, new Opened("B", "b")));
        process.append(answer("exams:c", 0));
        process.append(answer("exam", 0));
        var newest = process.reader.eventsOf("exam:a", 0, 9).getLast().at();

        assertThat(resting(newest)).containsExactly("exam:a");
        assertThat(resting(newest.minusMillis(1))).isEmpty();
    }
}
