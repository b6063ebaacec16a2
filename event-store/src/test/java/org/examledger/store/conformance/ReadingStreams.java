package org.examledger.store.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.store.conformance.Sample.at;
import static org.examledger.store.conformance.Sample.run;
import static org.examledger.store.conformance.Sample.together;

import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;

/** One aggregate's events. */
public interface ReadingStreams extends Conformance {
    @Test
    default void a_stream_nobody_wrote_to_is_empty_and_has_no_head() {
        assertThat(stream("exam:nowhere")).isEmpty();
        assertThat(engine().readEvents("exam:nowhere").hasNext()).isFalse();
        assertThat(engine().lastSequenceNumberFor("exam:nowhere")).isEmpty();
    }

    @Test
    default void a_stream_holds_its_own_events_in_the_order_of_their_sequences() {
        for (var sequence = 0; sequence < 5; sequence++) {
            engine().appendEvents(together(at("exam:mine", sequence)));
            elsewhere().appendEvents(together(at("exam:mine-too", sequence)));
        }

        assertThat(stream("exam:mine"))
                .extracting(DomainEventMessage::getSequenceNumber)
                .containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(stream("exam:mine"))
                .allSatisfy(event -> assertThat(event.getAggregateIdentifier()).isEqualTo("exam:mine"));
    }

    @Test
    default void a_stream_can_be_read_from_any_place() {
        engine().appendEvents(run("exam:middle", 0, 4));

        assertThat(engine().readEvents("exam:middle", 2).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(2L, 3L);
        assertThat(engine().readEvents("exam:middle", 4).hasNext()).isFalse();
    }

    @Test
    default void the_head_is_the_last_sequence_whoever_wrote_it() {
        engine().appendEvents(run("exam:head", 0, 3));
        assertThat(engine().lastSequenceNumberFor("exam:head")).contains(2L);

        elsewhere().appendEvents(together(at("exam:head", 3)));
        assertThat(engine().lastSequenceNumberFor("exam:head")).contains(3L);
    }

    @Test
    default void a_stream_longer_than_any_page_is_read_completely() {
        var length = 2_345;
        engine().appendEvents(run("exam:long", 0, length));

        assertThat(stream("exam:long"))
                .extracting(DomainEventMessage::getSequenceNumber)
                .isEqualTo(LongStream.range(0, length).boxed().toList());
    }
}
