package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.store.LogProcess.answer;
import static org.examledger.store.LogProcess.fact;

import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A draft that is revised dozens of times with megabytes each must not be read into memory at once. */
class PagesOfLargeRowsTest {
    private static final int ROWS = 30;
    private static final String MEGABYTE = "m".repeat(1 << 20);

    private static LogDatabase database;
    private static LogProcess process;

    @BeforeAll
    static void start() {
        database = new LogDatabase();
        process = new LogProcess(database);
        for (var sequence = 0; sequence < ROWS; sequence++) {
            process.append(fact("exam:large", sequence, new Opened(MEGABYTE, "of " + sequence)));
            process.append(answer("exam:small", sequence));
        }
        process.append(fact("exam:larger", 0, new Opened(MEGABYTE.repeat(6), "alone")));
        process.append(answer("exam:larger", 1));
    }

    @AfterAll
    static void stop() {
        process.close();
        database.close();
    }

    @Test
    void a_page_ends_with_the_row_that_fills_it() {
        assertThat(process.reader.pageOf("exam:large", -1, 1_000)).hasSize(4);
        assertThat(process.reader.pageOf("exam:large", -1, 3)).hasSize(3);
        assertThat(process.reader.pageOf("exam:small", -1, 1_000)).hasSize(ROWS);
        assertThat(process.reader.pageAfter(0, 1_000))
                .extracting(StoredEvent::position)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(process.reader.pageAfter(1_000, 1_000)).isEmpty();
    }

    @Test
    void a_row_larger_than_a_page_is_a_page() {
        assertThat(process.reader.pageOf("exam:larger", -1, 1_000)).hasSize(1);
        assertThat(process.reader.pageOf("exam:larger", 0, 1_000)).hasSize(1);
    }

    @Test
    void whoever_reads_a_stream_still_gets_all_of_it() {
        assertThat(process.engine.readEvents("exam:large").asStream().map(it -> (int) it.getSequenceNumber()))
                .containsExactlyElementsOf(IntStream.range(0, ROWS).boxed().toList());
        assertThat(process.engine.readEvents("exam:larger").asStream()).hasSize(2);
    }

    @Test
    void whoever_reads_the_feed_still_gets_all_of_it_without_being_woken_again() throws Exception {
        var positions = new ArrayList<Long>();
        try (var feed = process.store.openStream(null)) {
            while (feed.hasNextAvailable()) {
                positions.add(feed.nextAvailable().trackingToken().position().orElseThrow());
            }
        }
        assertThat(positions).hasSize(2 * ROWS + 2).isSorted().doesNotHaveDuplicates();
    }
}
