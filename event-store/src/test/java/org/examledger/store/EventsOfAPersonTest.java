package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventsOfAPersonTest {
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
    void whatever_a_person_caused_is_found_however_the_request_was_named_and_nothing_else() {
        process.append(by("p-1", "0123456789abcdef", "exam:a"));
        process.append(by("p-2", "0123456789abcdef", "exam:b"));
        process.append(by("p-1", "from-a-gateway.7", "exam:c"));
        process.append(by("p-11", "from-a-gateway.8", "exam:d"));

        assertThat(streams(process.reader.pageBy("p-1", 0, 9))).containsExactly("exam:a", "exam:c");
        assertThat(streams(process.reader.pageBy("p-1", 0, 1))).containsExactly("exam:a");
        assertThat(streams(process.reader.pageBy("p-1", 1, 9))).containsExactly("exam:c");
        assertThat(process.reader.pageBy("p-3", 0, 9)).isEmpty();
    }

    private static List<String> streams(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::streamId).toList();
    }

    private static DomainEventMessage<?> by(String person, String correlation, String stream) {
        return new GenericDomainEventMessage<>(
                "test",
                stream,
                0,
                new Opened(stream, null),
                Map.of("actor", person, "correlation", correlation, "role", "hc"));
    }
}
