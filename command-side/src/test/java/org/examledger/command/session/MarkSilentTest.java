package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.TestExecutor;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.AbandonCause;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionFellSilent;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;
import org.junit.jupiter.api.Test;

class MarkSilentTest extends SessionSpec {
    private static final Duration SILENCE = Duration.ofMinutes(10);
    private static final MarkSilent MARK = new MarkSilent(SESSION, SILENCE, Instant.EPOCH);
    private static final Instant LAST_SIGN = STARTED.plusSeconds(60);
    private static final Instant SILENT = LAST_SIGN.plus(SILENCE);
    private static final SessionFellSilent FELL_SILENT = new SessionFellSilent(LAST_SIGN, null);

    private TestExecutor<ExamSession> answeredOnce() {
        return running(selected(1, 1, 1, 1)).andGivenCurrentTime(SILENT);
    }

    @Test
    void ten_minutes_without_a_sign_of_life_are_told() {
        var result = answeredOnce().when(MARK).expectEvents(FELL_SILENT);
        accepted(Outcome.STORED).accept(result);
        says(receipt -> assertThat(receipt.lookAgainAt()).isEqualTo(SILENT.plus(SILENCE)))
                .accept(result);
    }

    @Test
    void a_moment_earlier_nobody_is_silent() {
        var result = answeredOnce()
                .andGivenCurrentTime(SILENT.minusMillis(1))
                .when(MARK)
                .expectNoEvents();
        refused(Code.NOT_ENDED).accept(result);
        says(receipt -> assertThat(receipt.lookAgainAt()).isEqualTo(SILENT)).accept(result);
    }

    @Test
    void one_silence_is_told_once() {
        answeredOnce()
                .andGiven(FELL_SILENT)
                .andGivenCurrentTime(SILENT.plusSeconds(900))
                .when(MARK)
                .expectNoEvents();
    }

    @Test
    void the_next_silence_is_another_one() {
        answeredOnce()
                .andGiven(FELL_SILENT, selected(1, 2, 2, 1))
                .andGivenCurrentTime(SILENT.plus(SILENCE))
                .when(MARK)
                .expectEvents(new SessionFellSilent(SILENT, null));
    }

    @Test
    void whoever_was_silent_just_goes_on() {
        answeredOnce().andGiven(FELL_SILENT).when(select(1, 2, 2, 4)).expectEvents(selected(1, 2, 2, 4));
    }

    @Test
    void in_an_exam_that_lets_nobody_come_back_silence_is_an_end() {
        var strict = new Timing(OPENS, WINDOW_ENDS, "UTC", 3600, 120, TimerPolicy.WALL_CLOCK, false);
        fixture.givenCurrentTime(OPENS)
                .andGiven(new SessionAssigned(SESSION, EXAM, OWNER, 1, PAPER, strict, 60, KEY))
                .andGivenCurrentTime(STARTED)
                .andGiven(FIRST_START)
                .andGivenCurrentTime(STARTED.plus(SILENCE))
                .when(MARK)
                .expectEvents(new SessionAbandoned(AbandonCause.SILENT, 1, null));
    }

    @Test
    void within_the_grace_nobody_is_asked_for_a_sign_of_life() {
        answeredOnce().andGivenCurrentTime(LAST_MOMENT).when(MARK).expectNoEvents();
    }

    @Test
    void an_ended_session_is_not_silent() {
        refused(Code.SESSION_CLOSED)
                .accept(submitted().andGivenCurrentTime(DEADLINE).when(MARK).expectNoEvents());
    }

    @Test
    void while_the_service_was_away_nobody_could_give_a_sign_of_life() {
        var back = LAST_SIGN.plusSeconds(500);
        says(receipt -> assertThat(receipt.lookAgainAt()).isEqualTo(back.plus(SILENCE)))
                .accept(answeredOnce()
                        .when(new MarkSilent(SESSION, SILENCE, back))
                        .expectNoEvents());
    }
}
