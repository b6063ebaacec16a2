package org.examledger.query.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.examledger.events.rules.ClockChanges;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.world.Facts;
import org.examledger.query.world.RandomSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

class ClockChangesTest {
    private static final Duration SILENCE = Duration.ofMinutes(10);
    private static final Set<SessionStatus> LEFT_BY_THE_CLOCK = new HashSet<>();

    @RepeatedTest(100)
    void until_the_next_change_status_and_connection_stay_as_they_are() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var session = new RandomSession(random);
        var assigned = session.assigned(UUID.randomUUID(), UUID.randomUUID(), "p-52");
        var row = SessionRow.of(UUID.randomUUID(), assigned, 1);
        for (int position = 2; position < 40; position++) {
            var at = Facts.OPENS.plusSeconds(40L * position);
            var now = at.minusSeconds(3600).plusMillis(random.nextInt(20_000_000));
            for (int step = 0; step < 8; step++) {
                var life = row.life();
                var where = "seed " + seed + ", " + life + " at " + now;
                var next = ClockChanges.nextAfter(now, life, SILENCE);
                assertThat(next).as(where).isAfter(now);
                var last = next.equals(Instant.MAX) ? now.plusSeconds(1_000_000) : next.minusNanos(1);
                var span = Math.max(1, Duration.between(now, last).toMillis());
                for (var later : new Instant[] {last, now.plusMillis((long) (random.nextDouble() * span))}) {
                    var seen = later.isAfter(last) ? last : later;
                    assertThat(life.statusAt(seen, SILENCE)).as(where).isEqualTo(life.statusAt(now, SILENCE));
                    assertThat(life.connectionAt(seen, SILENCE)).as(where).isEqualTo(life.connectionAt(now, SILENCE));
                }
                if (next.equals(Instant.MAX)) {
                    break;
                }
                if (life.statusAt(next, SILENCE) != life.statusAt(now, SILENCE)) {
                    LEFT_BY_THE_CLOCK.add(life.statusAt(now, SILENCE));
                }
                now = next;
            }
            row = row.after(session.next(at), at, position);
        }
    }

    @AfterAll
    static void the_clock_changed_every_status_that_it_can_change() {
        assertThat(LEFT_BY_THE_CLOCK)
                .containsExactlyInAnyOrder(
                        SessionStatus.UPCOMING, SessionStatus.OPEN, SessionStatus.IN_PROGRESS, SessionStatus.SILENT);
    }
}
