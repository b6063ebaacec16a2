package org.examledger.store.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.store.conformance.Sample.at;
import static org.examledger.store.conformance.Sample.run;
import static org.examledger.store.conformance.Sample.together;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

/** All events, from a token on. */
public interface ReadingFeeds extends Conformance {
    /** Twelve events of three streams, from both processes. */
    default List<String> appendedInTurn() {
        var places = new ArrayList<String>();
        for (var sequence = 0; sequence < 4; sequence++) {
            for (var name : List.of("exam:a", "exam:b", "exam:c")) {
                (places.size() % 2 == 0 ? engine() : elsewhere()).appendEvents(together(at(name, sequence)));
                places.add(name + "/" + sequence);
            }
        }
        return places;
    }

    @Test
    default void the_feed_begins_with_the_first_event_and_keeps_the_order_of_the_appends() {
        var places = appendedInTurn();

        assertThat(feed(null)).extracting(this::place).isEqualTo(places);
        assertThat(feed(engine().createTailToken())).extracting(this::place).isEqualTo(places);
        assertThat(feed(elsewhere(), null)).extracting(this::place).isEqualTo(places);
    }

    @Test
    default void every_token_leads_to_exactly_what_follows() {
        var places = appendedInTurn();
        var events = feed(null);

        for (var index = 0; index < events.size(); index++) {
            assertThat(feed(events.get(index).trackingToken()))
                    .extracting(this::place)
                    .isEqualTo(places.subList(index + 1, places.size()));
        }
    }

    @Test
    default void a_later_token_covers_an_earlier_one_and_not_the_other_way_round() {
        appendedInTurn();
        var events = feed(null);

        for (var index = 1; index < events.size(); index++) {
            var earlier = events.get(index - 1).trackingToken();
            var later = events.get(index).trackingToken();
            assertThat(later.covers(earlier)).isTrue();
            assertThat(earlier.covers(later)).isFalse();
            assertThat(later.position().orElseThrow())
                    .isGreaterThan(earlier.position().orElseThrow());
        }
    }

    @Test
    default void behind_the_head_is_what_comes_next() {
        appendedInTurn();
        var head = engine().createHeadToken();
        assertThat(feed(head)).isEmpty();

        elsewhere().appendEvents(together(at("exam:next", 0)));
        assertThat(feed(head)).extracting(this::place).containsExactly("exam:next/0");
    }

    @Test
    default void a_token_of_a_time_leads_to_the_first_event_of_that_time_or_later() {
        engine().appendEvents(run("exam:time", 0, 5));

        var fromTheThird = engine().createTokenAt(Sample.FIRST.plusSeconds(2));
        assertThat(feed(fromTheThird))
                .extracting(this::place)
                .containsExactly("exam:time/2", "exam:time/3", "exam:time/4");
        assertThat(feed(engine().createTokenAt(Sample.FIRST.minusSeconds(1)))).hasSize(5);
        assertThat(feed(engine().createTokenAt(Sample.FIRST.plusSeconds(9)))).isEmpty();
    }

    @Test
    default void a_feed_longer_than_any_page_is_read_completely() {
        var length = 2_345;
        engine().appendEvents(run("exam:long", 0, length));

        assertThat(feed(null))
                .extracting(this::place)
                .isEqualTo(LongStream.range(0, length)
                        .mapToObj(sequence -> "exam:long/" + sequence)
                        .toList());
    }

    @Test
    default void positions_have_no_hole_or_refused_appends_leave_some() {
        for (var sequence = 0; sequence < 10; sequence++) {
            engine().appendEvents(together(at("exam:dense", sequence)));
            if (promises(Promise.REFUSES_CONFLICTS)) {
                assertRefused(engine(), together(at("exam:dense", sequence)));
            }
        }
        var positions = feed(null).stream()
                .map(TrackedEventMessage::trackingToken)
                .map(token -> token.position().orElseThrow())
                .toList();

        assertThat(positions.getLast() - positions.getFirst() == positions.size() - 1)
                .as("%s are dense", positions)
                .isEqualTo(promises(Promise.DENSE_POSITIONS));
    }
}
