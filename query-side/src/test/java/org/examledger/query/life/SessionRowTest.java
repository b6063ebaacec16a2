package org.examledger.query.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.examledger.events.rules.SessionState;
import org.examledger.query.world.Facts;
import org.examledger.query.world.RandomStory;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestLog;
import org.junit.jupiter.api.RepeatedTest;

/** The row that goes on from where it was stored agrees with the fold of the whole stream. */
class SessionRowTest {
    @RepeatedTest(50)
    void a_row_tells_the_same_as_the_state_that_decides() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var clicks = new RandomStory(new Story(new TestLog()), random);
        var assigned = Facts.assigned(UUID.randomUUID(), UUID.randomUUID(), "p-51");
        var state = new SessionState();
        state.evolve(assigned, Facts.OPENS);
        var row = SessionRow.of(UUID.randomUUID(), assigned, 1);
        var started = Facts.started(1, Facts.OPENS);
        state.evolve(started, Facts.OPENS);
        row = row.after(started, Facts.OPENS, 2);

        for (int position = 3; position < 80; position++) {
            var fact = clicks.clickOf();
            var at = Facts.OPENS.plusSeconds(position);
            state.evolve(fact, at);
            row = row.after(fact, at, position);

            var where = "seed " + seed + ", position " + position + ", " + fact;
            assertThat(row.life()).as(where).isEqualTo(state.life());
            assertThat(row.pageIndex()).as(where).isEqualTo(state.pageIndex());
            assertThat(row.place().epoch()).as(where).isEqualTo(state.epoch());
            assertThat(row.place().lastClientSeq()).as(where).isEqualTo(state.lastClientSeq());
        }
        var end = Facts.submitted(2, 90);
        state.evolve(end, Facts.OPENS.plusSeconds(99));
        assertThat(row.after(end, Facts.OPENS.plusSeconds(99), 99).life()).isEqualTo(state.life());
    }
}
