package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.TestExecutor;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionReopened;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.TimeExtended;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;
import org.junit.jupiter.api.Test;

/** Sessions whose time runs only between signs of life: ten minutes, each gap a minute at most (R10). */
class ActiveTimeTest extends SessionSpec {
    private static final Timing ACTIVE = new Timing(OPENS, WINDOW_ENDS, "UTC", 600, 120, TimerPolicy.ACTIVE_TIME, null);

    /** Nine gaps of a minute; one minute is left, so the deadline stands from then on. */
    private static final Instant NINE_MINUTES = STARTED.plusSeconds(540);

    private static final Instant USED_UP = STARTED.plusSeconds(600);

    private TestExecutor<ExamSession> active(Instant start) {
        return fixture.givenCurrentTime(OPENS)
                .andGiven(new SessionAssigned(SESSION, EXAM, OWNER, 1, PAPER, ACTIVE, 60, new UUID(7, 7)))
                .andGivenCurrentTime(start)
                .andGiven(new SessionStarted(1, "page-1", null, start.plusSeconds(600), null));
    }

    private TestExecutor<ExamSession> oneMinuteLeft() {
        var running = active(STARTED);
        for (var minute = 1; minute <= 9; minute++) {
            running = running.andGivenCurrentTime(STARTED.plusSeconds(60L * minute))
                    .andGiven(selected(1, minute, 1, 1 + minute % 4));
        }
        return running;
    }

    @Test
    void the_windows_end_is_the_deadline_of_who_starts_late() {
        fixture.givenCurrentTime(OPENS)
                .andGiven(new SessionAssigned(SESSION, EXAM, OWNER, 1, PAPER, ACTIVE, 60, KEY))
                .andGivenCurrentTime(WINDOW_ENDS.minusSeconds(30))
                .when(new StartSession(SESSION, OWNER, "page-1", null, null, null))
                .expectEvents(new SessionStarted(1, "page-1", null, WINDOW_ENDS, null));
    }

    @Test
    void an_hour_away_costs_a_minute() {
        var back = STARTED.plusSeconds(3_600);
        var result = active(STARTED)
                .andGivenCurrentTime(back)
                .when(select(1, 1, 1, 2))
                .expectEvents(selected(1, 1, 1, 2));
        says(receipt -> {
                    assertThat(receipt.remainingSeconds()).isEqualTo(540);
                    assertThat(receipt.deadline()).isEqualTo(back.plusSeconds(540));
                })
                .accept(result);
    }

    @Test
    void who_is_away_does_not_expire_and_is_looked_at_again() {
        var now = STARTED.plusSeconds(3_600);
        var result = active(STARTED)
                .andGivenCurrentTime(now)
                .when(new ExpireSession(SESSION))
                .expectNoEvents();
        refused(Code.NOT_ENDED).accept(result);
        says(receipt -> assertThat(receipt.lookAgainAt())
                        .isEqualTo(now.plusSeconds(540 + 120).plusMillis(1)))
                .accept(result);
    }

    @Test
    void an_answer_within_the_grace_counts_and_gives_no_more_time() {
        var late = USED_UP.plusSeconds(120);
        oneMinuteLeft().andGivenCurrentTime(late).when(select(1, 20, 2, 2)).expectEvents(selected(1, 20, 2, 2));
        oneMinuteLeft()
                .andGivenCurrentTime(USED_UP.plusSeconds(90))
                .andGiven(selected(1, 20, 2, 2))
                .andGivenCurrentTime(late.plusMillis(1))
                .when(select(1, 21, 2, 3))
                .expectEvents(new SessionTimedOut(USED_UP), late(1, 21, 2, 3));
    }

    @Test
    void more_time_is_reckoned_from_what_is_left() {
        oneMinuteLeft()
                .andGivenCurrentTime(NINE_MINUTES.plusSeconds(10))
                .when(new ExtendTime(SESSION, 300, "noise", true, KEY))
                .expectEvents(new TimeExtended(300, "noise", 900, USED_UP.plusSeconds(300), KEY));
    }

    @Test
    void less_time_ends_it_now_and_not_before() {
        var now = NINE_MINUTES.plusSeconds(10);
        oneMinuteLeft()
                .andGivenCurrentTime(now)
                .when(new ExtendTime(SESSION, -300, "noise", true, KEY))
                .expectEvents(new TimeExtended(-300, "noise", 550, now, KEY));
    }

    @Test
    void a_reopened_session_has_the_seconds_it_was_given() {
        var now = STARTED.plusSeconds(5_000);
        var result = oneMinuteLeft()
                .andGiven(new SessionSubmitted(1, 20, 9, null))
                .andGivenCurrentTime(now)
                .when(new ReopenSession(SESSION, "by accident", 200, false, KEY))
                .expectEvents(new SessionReopened("by accident", 200, 740, now.plusSeconds(200), KEY));
        says(receipt -> assertThat(receipt.remainingSeconds()).isEqualTo(200)).accept(result);
    }
}
