package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.examledger.events.rules.SessionStatus;
import org.junit.jupiter.api.Test;

/**
 * R1, R4, R5, R11 and R17 as a property: whatever the order in which worker, HC and automations come, each opening of an
 * attempt has one end, the winner's; everybody else is told who won, and nothing that came late is counted or lost.
 */
class OneEndWinsTest {
    private static final int SEEDS = 8_000;
    private static final int STEPS = 40;

    @Test
    void of_everyone_who_ends_a_session_one_wins_and_the_others_are_told() {
        var first = new Random().nextInt(1_000_000);
        System.out.println(
                "Interleavings of worker, HC and automations, seeds " + first + " to " + (first + SEEDS - 1));
        Map<SessionStatus, Integer> ends = new EnumMap<>(SessionStatus.class);
        for (var seed = first; seed < first + SEEDS; seed++) {
            var run = new Interleaving(seed);
            run.play(STEPS);
            run.ends().forEach(end -> ends.merge(end, 1, Integer::sum));
        }
        System.out.println("Ends: " + ends);
        assertThat(ends)
                .as("every kind of end won somewhere")
                .containsOnlyKeys(
                        SessionStatus.SUBMITTED,
                        SessionStatus.CLOSED,
                        SessionStatus.TIMED_OUT,
                        SessionStatus.ABANDONED,
                        SessionStatus.WITHDRAWN,
                        SessionStatus.CANCELLED);
    }
}
