package org.examledger.store.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.examledger.store.conformance.Sample.at;
import static org.examledger.store.conformance.Sample.together;

import java.util.List;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

/** What is stored, and what is refused. */
public interface Appending extends Conformance {
    @Test
    default void what_was_appended_is_read_back_whole() {
        engine().appendEvents(together(at("exam:whole", 0), at("exam:whole", 1)));

        assertThat(stream("exam:whole")).hasSize(2).last().satisfies(event -> {
            assertThat(event.getPayload()).isEqualTo(new Sample("of exam:whole", 1));
            assertThat(event.getPayloadType()).isEqualTo(Sample.class);
            assertThat(event.getAggregateIdentifier()).isEqualTo("exam:whole");
            assertThat(event.getSequenceNumber()).isEqualTo(1);
            assertThat(event.getTimestamp()).isEqualTo(Sample.FIRST.plusSeconds(1));
            assertThat(event.getIdentifier()).isNotEmpty();
            assertThat(event.getMetaData()).containsEntry("actor", "somebody 1").hasSize(1);
        });
    }

    @Test
    default void nothing_is_appended_by_an_empty_list() {
        engine().appendEvents(List.of());

        assertThat(feed(null)).isEmpty();
    }

    @Test
    default void a_sequence_is_taken_once() {
        engine().appendEvents(together(at("exam:taken", 0)));

        if (!promises(Promise.REFUSES_CONFLICTS)) {
            engine().appendEvents(together(at("exam:taken", 0)));
            assertThat(stream("exam:taken"))
                    .as("this engine stores whatever comes")
                    .hasSize(2);
            return;
        }
        assertRefused(engine(), together(at("exam:taken", 0)));
        assertRefused(elsewhere(), together(at("exam:taken", 0)));
        assertThat(stream("exam:taken")).hasSize(1);
    }

    @Test
    default void an_append_is_stored_completely_or_not_at_all_also_over_two_streams() {
        engine().appendEvents(together(at("exam:one", 0)));
        var conflicting = together(at("exam:two", 0), at("exam:one", 1), at("exam:one", 0), at("exam:two", 1));

        if (!promises(Promise.REFUSES_CONFLICTS)) {
            engine().appendEvents(conflicting);
            assertThat(feed(null)).hasSize(5);
            return;
        }
        assertRefused(engine(), conflicting);
        assertThat(stream("exam:one")).hasSize(1);
        assertThat(stream("exam:two")).isEmpty();

        engine().appendEvents(together(at("exam:two", 0), at("exam:one", 1), at("exam:two", 1)));
        assertThat(stream("exam:one")).hasSize(2);
        assertThat(stream("exam:two")).hasSize(2);
    }

    @Test
    default void a_refusal_harms_nothing_that_follows() {
        engine().appendEvents(together(at("exam:before", 0)));
        if (promises(Promise.REFUSES_CONFLICTS)) {
            for (var attempt = 0; attempt < 20; attempt++) {
                assertRefused(engine(), together(at("exam:before", 0)));
            }
        }
        engine().appendEvents(together(at("exam:before", 1)));

        assertThat(stream("exam:before")).hasSize(2);
    }

    @Test
    default void an_append_does_not_wait_for_the_unit_of_work_around_it() {
        var work = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("a command"));
        engine().appendEvents(together(at("exam:work", 0)));
        work.rollback();

        assertThat(stream("exam:work")).hasSize(promises(Promise.STORES_AT_ONCE) ? 1 : 0);
    }

    @Test
    default void the_newest_snapshot_is_kept_or_snapshots_are_refused() {
        assertThat(engine().readSnapshot("exam:snap")).isEmpty();
        if (!promises(Promise.KEEPS_SNAPSHOTS)) {
            assertThatThrownBy(() -> engine().storeSnapshot(at("exam:snap", 3)))
                    .isInstanceOf(UnsupportedOperationException.class);
            return;
        }
        engine().storeSnapshot(at("exam:snap", 3));
        engine().storeSnapshot(at("exam:snap", 7));
        assertThat(engine().readSnapshot("exam:snap").orElseThrow().getSequenceNumber())
                .isEqualTo(7);
    }
}
