package org.examledger.query.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.examledger.events.rules.SessionState;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionFact;
import org.examledger.query.world.Facts;
import org.examledger.query.world.RandomSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

/** The row that goes on from where it was stored agrees with the fold of the whole stream. */
class SessionRowTest {
    private static final Set<Class<?>> SEEN = new HashSet<>();

    @RepeatedTest(100)
    void a_row_tells_the_same_as_the_state_that_decides() {
        var seed = new Random().nextLong();
        var session = new RandomSession(new Random(seed));
        var state = new SessionState();
        SessionFact fact = session.assigned(UUID.randomUUID(), UUID.randomUUID(), "p-51");
        state.evolve(fact, Facts.OPENS);
        var row = SessionRow.of(UUID.randomUUID(), (SessionAssigned) fact, 1);
        SEEN.add(fact.getClass());

        for (int position = 2; position < 150; position++) {
            var at = Facts.OPENS.plusSeconds(20L * position);
            fact = session.next(at);
            SEEN.add(fact.getClass());
            state.evolve(fact, at);
            row = row.after(fact, at, position);

            var where = "seed " + seed + ", position " + position + ", " + fact;
            assertThat(row.life()).as(where).isEqualTo(state.life());
            assertThat(row.attempt()).as(where).isEqualTo(state.attempt());
            assertThat(row.total()).as(where).isEqualTo(state.paper().total());
            assertThat(row.pages()).as(where).isEqualTo(state.paper().pages());
            assertThat(row.passPercentage()).as(where).isEqualTo(state.passPercentage());
            assertThat(row.closeScoring()).as(where).isEqualTo(state.closeScoring());
            assertThat(row.pageIndex()).as(where).isEqualTo(state.pageIndex());
            assertThat(row.place().epoch()).as(where).isEqualTo(state.epoch());
            assertThat(row.place().lastClientSeq()).as(where).isEqualTo(state.lastClientSeq());
            var later = at.plus(Duration.ofMinutes(position));
            assertThat(row.life().statusAt(later, Duration.ofMinutes(10)))
                    .as(where)
                    .isEqualTo(state.life().statusAt(later, Duration.ofMinutes(10)));
        }
    }

    @AfterAll
    static void every_kind_of_fact_was_among_them() {
        assertThat(SEEN).containsExactlyInAnyOrder(SessionFact.class.getPermittedSubclasses());
    }
}
