package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionTimedOut;
import org.junit.jupiter.api.Test;

class StartSessionTest extends SessionSpec {
    private static StartSession start(String person) {
        return new StartSession(SESSION, person, "page-9", "phone", null, KEY);
    }

    @Test
    void a_session_may_be_started_at_the_very_instant_of_its_opening() {
        var result = assigned()
                .andGivenCurrentTime(OPENS)
                .when(start(OWNER))
                .expectEvents(new SessionStarted(1, "page-9", "phone", OPENS.plusSeconds(3600), KEY));
        says(receipt -> {
                    assertThat(receipt.status()).isEqualTo(SessionStatus.IN_PROGRESS);
                    assertThat(receipt.epoch()).isEqualTo(1);
                    assertThat(receipt.remainingSeconds()).isEqualTo(3600);
                    assertThat(receipt.serverTime()).isEqualTo(OPENS);
                })
                .accept(result);
    }

    @Test
    void a_millisecond_before_the_opening_is_too_early() {
        refused(Code.NOT_OPEN)
                .accept(assigned()
                        .andGivenCurrentTime(OPENS.minusMillis(1))
                        .when(start(OWNER))
                        .expectNoEvents());
    }

    @Test
    void nobody_starts_when_the_window_is_over() {
        refused(Code.NOT_OPEN)
                .accept(assigned()
                        .andGivenCurrentTime(WINDOW_ENDS)
                        .when(start(OWNER))
                        .expectNoEvents());
    }

    @Test
    void who_starts_at_the_end_of_the_window_keeps_the_full_duration() {
        var lastMoment = WINDOW_ENDS.minusMillis(1);
        assigned()
                .andGivenCurrentTime(lastMoment)
                .when(start(OWNER))
                .expectEvents(new SessionStarted(1, "page-9", "phone", lastMoment.plusSeconds(3600), KEY));
    }

    @Test
    void somebody_elses_session_looks_unknown() {
        refused(Code.NOT_FOUND)
                .accept(assigned()
                        .andGivenCurrentTime(OPENS)
                        .when(start(STRANGER))
                        .expectNoEvents());
    }

    @Test
    void coming_back_to_a_running_session_is_a_new_epoch() {
        var result = running().when(start(OWNER)).expectEvents(new SessionResumed(2, "page-9", "phone", KEY));
        says(receipt -> assertThat(receipt.epoch()).isEqualTo(2)).accept(result);
    }

    @Test
    void a_repeated_start_returns_the_same_epoch() {
        var result = running(
                        new SessionResumed(2, "page-9", "phone", KEY), new SessionResumed(3, "page-10", null, null))
                .when(start(OWNER))
                .expectNoEvents();
        accepted(Outcome.DUPLICATE, Outcome.STORED).accept(result);
        says(receipt -> {
                    assertThat(receipt.epoch()).isEqualTo(2);
                    assertThat(receipt.currentEpoch()).isEqualTo(3);
                })
                .accept(result);
    }

    @Test
    void a_submitted_session_does_not_start_again() {
        refused(
                        Code.SESSION_CLOSED,
                        refusal -> assertThat(refusal.properties()).containsEntry("sessionStatus", "SUBMITTED"))
                .accept(submitted().when(start(OWNER)).expectNoEvents());
    }

    @Test
    void coming_back_after_deadline_and_grace_brings_the_end_to_light() {
        refused(Code.SESSION_CLOSED, refusal -> assertThat(refusal.properties()).containsEntry("endedAt", DEADLINE))
                .accept(running()
                        .andGivenCurrentTime(TOO_LATE)
                        .when(start(OWNER))
                        .expectEvents(new SessionTimedOut(DEADLINE)));
    }

    @Test
    void an_exam_may_ask_for_its_word_when_an_attempt_begins() {
        exam.word = "KITE";
        refused(Code.TOKEN_REQUIRED)
                .accept(assigned()
                        .andGivenCurrentTime(OPENS)
                        .when(new StartSession(SESSION, OWNER, "page-9", null, null, KEY))
                        .expectNoEvents());
        refused(Code.TOKEN_REQUIRED)
                .accept(assigned()
                        .andGivenCurrentTime(OPENS)
                        .when(new StartSession(SESSION, OWNER, "page-9", null, new Secret("KITTEN"), KEY))
                        .expectNoEvents());
        accepted(Outcome.STORED)
                .accept(assigned()
                        .andGivenCurrentTime(OPENS)
                        .when(new StartSession(SESSION, OWNER, "page-9", null, new Secret("KITE"), KEY)));
    }

    @Test
    void who_comes_back_is_not_asked_for_the_word() {
        exam.word = "KITE";
        accepted(Outcome.STORED).accept(running().when(start(OWNER)));
    }

    @Test
    void a_word_is_never_printed() {
        assertThat(new StartSession(SESSION, OWNER, "page-9", null, new Secret("KITE"), KEY).toString())
                .doesNotContain("KITE");
    }
}
