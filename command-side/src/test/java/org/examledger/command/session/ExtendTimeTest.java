package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.TimeExtended;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExtendTimeTest extends SessionSpec {
    private static ExtendTime extend(int seconds) {
        return new ExtendTime(SESSION, seconds, "noise next door", true, KEY);
    }

    private static TimeExtended extended(int seconds, int allowed, @Nullable Instant deadline) {
        return new TimeExtended(seconds, "noise next door", allowed, deadline, KEY);
    }

    @Test
    void more_time_moves_the_deadline() {
        var result = running().when(extend(300)).expectEvents(extended(300, 3900, DEADLINE.plusSeconds(300)));
        accepted(Outcome.STORED).accept(result);
        says(receipt -> {
                    assertThat(receipt.deadline()).isEqualTo(DEADLINE.plusSeconds(300));
                    assertThat(receipt.remainingSeconds()).isEqualTo(3900 - 90);
                })
                .accept(result);
    }

    @Test
    void less_time_moves_it_back() {
        running().when(extend(-600)).expectEvents(extended(-600, 3000, DEADLINE.minusSeconds(600)));
    }

    @Test
    void less_time_never_sets_a_deadline_before_now() {
        var now = STARTED.plusSeconds(90);
        running().when(extend(-86_400)).expectEvents(extended(-86_400, 90, now));
    }

    @Test
    void less_time_does_not_move_a_deadline_that_has_passed() {
        running()
                .andGivenCurrentTime(DEADLINE.plusSeconds(60))
                .when(extend(-30))
                .expectEvents(extended(-30, 3600, DEADLINE));
    }

    @Test
    void more_time_holds_until_the_grace_is_over() {
        running()
                .andGivenCurrentTime(LAST_MOMENT)
                .when(extend(60))
                .expectEvents(extended(60, 3660, DEADLINE.plusSeconds(60)));
    }

    @Test
    void after_the_grace_the_session_is_found_timed_out() {
        refused(Code.SESSION_CLOSED)
                .accept(running()
                        .andGivenCurrentTime(TOO_LATE)
                        .when(extend(60))
                        .expectEvents(new SessionTimedOut(DEADLINE)));
    }

    @Test
    void before_the_start_the_duration_changes() {
        assigned().when(extend(-600)).expectEvents(extended(-600, 3000, null));
    }

    @Test
    void nobody_gets_less_than_no_time() {
        assigned().when(extend(-9_999)).expectEvents(extended(-9_999, 0, null));
    }

    @Test
    void an_extension_for_those_who_sit_does_not_reach_those_who_have_not_started() {
        refused(Code.NOT_STARTED)
                .accept(assigned()
                        .when(new ExtendTime(SESSION, 60, "noise", false, KEY))
                        .expectNoEvents());
    }

    @Test
    void what_was_given_before_the_start_counts_from_the_start() {
        assigned()
                .andGiven(extended(600, 4200, null))
                .andGivenCurrentTime(STARTED)
                .when(new StartSession(SESSION, OWNER, "page-1", null, null, null))
                .expectEvents(new org.examledger.events.session.SessionStarted(
                        1, "page-1", null, DEADLINE.plusSeconds(600), null));
    }

    @Test
    void an_ended_session_gets_no_time() {
        refused(Code.SESSION_CLOSED).accept(submitted().when(extend(60)).expectNoEvents());
        refused(Code.SESSION_CLOSED)
                .accept(running(new ExamClosed("fire", CloseScoring.ZERO, null))
                        .when(extend(60))
                        .expectNoEvents());
    }

    @Test
    void asking_again_with_the_same_id_gives_the_time_once() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(extended(300, 3900, DEADLINE.plusSeconds(300)))
                        .when(extend(300))
                        .expectNoEvents());
        refused(Code.COMMAND_REUSED)
                .accept(running(extended(300, 3900, DEADLINE.plusSeconds(300)))
                        .when(extend(301))
                        .expectNoEvents());
    }

    @Test
    void an_extension_while_the_worker_is_offline_holds_when_he_returns() {
        running(extended(3_000, 6_600, DEADLINE.plusSeconds(3_000)))
                .andGivenCurrentTime(DEADLINE.plusSeconds(2_900))
                .when(select(1, 1, 1, 2))
                .expectEvents(selected(1, 1, 1, 2));
    }
}
