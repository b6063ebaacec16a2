package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.junit.jupiter.api.Test;

class SaveAnswerTest extends PortalSpec {
    private static SaveAnswer save(int question, int option) {
        return new SaveAnswer(SESSION, OWNER, 100 + question, option);
    }

    @Test
    void the_first_save_takes_the_session_over_in_the_same_append() {
        accepted(Outcome.STORED)
                .accept(running(selected(1, 7, 1, 1)).when(save(1, 3)).expectEvents(OPENED, saved(2, 1, 1, 3, 0)));
    }

    @Test
    void the_next_save_gets_the_next_number_of_the_portals_epoch() {
        accepted(Outcome.STORED)
                .accept(atThePortal(saved(2, 1, 1, 3, 0)).when(save(2, 4)).expectEvents(saved(2, 2, 2, 4, 0)));
    }

    @Test
    void an_epoch_that_was_started_for_the_portal_is_the_portals() {
        accepted(Outcome.STORED)
                .accept(assigned()
                        .andGivenCurrentTime(STARTED)
                        .andGiven(new SessionStarted(1, "page", "portal", DEADLINE, null))
                        .when(save(2, 4))
                        .expectEvents(saved(1, 1, 2, 4, 0)));
    }

    @Test
    void whoever_took_the_session_over_meanwhile_is_taken_over_again() {
        accepted(Outcome.STORED)
                .accept(atThePortal(saved(2, 1, 1, 3, 0), resumedByLaptop(3), selected(3, 5, 1, 2))
                        .when(save(1, 3))
                        .expectEvents(opened(4), saved(4, 1, 1, 3, 0)));
    }

    private static SessionResumed resumedByLaptop(int epoch) {
        return new SessionResumed(epoch, "page-9", "laptop", null);
    }

    @Test
    void the_page_is_the_one_the_session_is_on() {
        accepted(Outcome.STORED)
                .accept(atThePortal(new PageChanged(2, 2, 8, null, null))
                        .when(save(1, 2))
                        .expectEvents(saved(2, 9, 1, 2, 2)));
    }

    @Test
    void the_same_save_again_has_no_second_effect() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(atThePortal(saved(2, 1, 1, 3, 0)).when(save(1, 3)).expectNoEvents());
    }

    @Test
    void an_answer_that_was_changed_and_changed_back_is_stored_each_time() {
        accepted(Outcome.STORED)
                .accept(atThePortal(saved(2, 1, 1, 3, 0), saved(2, 2, 1, 4, 0))
                        .when(save(1, 3))
                        .expectEvents(saved(2, 3, 1, 3, 0)));
    }

    /** Else a straggler of the older epoch could still win over what was clicked last. */
    @Test
    void the_same_answer_of_an_older_epoch_is_stored_anew() {
        accepted(Outcome.STORED)
                .accept(running(selected(1, 7, 1, 3), OPENED).when(save(1, 3)).expectEvents(saved(2, 1, 1, 3, 0)));
    }

    @Test
    void numbers_that_somebody_else_used_up_are_no_obstacle() {
        accepted(Outcome.STORED)
                .accept(atThePortal(saved(2, (1L << 53) - 1, 1, 3, 0))
                        .when(save(2, 4))
                        .expectEvents(opened(3), saved(3, 1, 2, 4, 0)));
    }

    @Test
    void what_is_not_on_the_paper_is_refused_and_takes_nothing_over() {
        for (var wrong : new SaveAnswer[] {save(99, 1), save(1, 9)}) {
            refused(Code.NOT_ON_PAPER).accept(running().when(wrong).expectNoEvents());
        }
    }

    @Test
    void before_the_start_nothing_is_saved() {
        refused(Code.NOT_STARTED).accept(assigned().when(save(1, 1)).expectNoEvents());
    }

    @Test
    void somebody_elses_session_looks_unknown() {
        refused(Code.NOT_FOUND)
                .accept(running()
                        .when(new SaveAnswer(SESSION, STRANGER, 101, 1))
                        .expectNoEvents());
    }

    @Test
    void a_save_after_the_end_is_refused_and_remembered() {
        refused(Code.SESSION_CLOSED, refusal -> assertThat(refusal.properties()).containsEntry("recorded", true))
                .accept(atThePortal(saved(2, 1, 1, 3, 0), new ExamClosed("fire", CloseScoring.FROM_ANSWERS, null))
                        .when(save(1, 4))
                        .expectEvents(savedLate(2, 2, 1, 4)));
    }

    @Test
    void a_late_save_that_is_sent_again_is_not_remembered_twice() {
        var closed = new ExamClosed("fire", CloseScoring.FROM_ANSWERS, null);
        refused(Code.SESSION_CLOSED)
                .accept(atThePortal(closed, savedLate(2, 1, 1, 4))
                        .when(save(1, 4))
                        .expectNoEvents());
        refused(Code.SESSION_CLOSED)
                .accept(atThePortal(closed, savedLate(2, 1, 1, 4))
                        .when(save(1, 2))
                        .expectEvents(savedLate(2, 2, 1, 2)));
    }

    @Test
    void a_save_whose_reply_got_lost_before_the_end_is_not_late() {
        refused(Code.SESSION_CLOSED, refusal -> assertThat(refusal.properties()).containsEntry("recorded", false))
                .accept(atThePortal(saved(2, 1, 1, 3, 0), new SessionSubmitted(2, 2, 1, null))
                        .when(save(1, 3))
                        .expectNoEvents());
    }

    @Test
    void a_save_after_deadline_and_grace_brings_the_end_to_light() {
        refused(Code.SESSION_CLOSED)
                .accept(atThePortal()
                        .andGivenCurrentTime(TOO_LATE)
                        .when(save(1, 4))
                        .expectEvents(new SessionTimedOut(DEADLINE), savedLate(2, 1, 1, 4)));
    }

    @Test
    void a_session_that_ended_before_it_began_remembers_nothing() {
        refused(
                        Code.SESSION_CLOSED,
                        (Refusal refusal) -> assertThat(refusal.properties()).containsEntry("recorded", false))
                .accept(assigned()
                        .andGiven(new ExamClosed("fire", CloseScoring.ZERO, null))
                        .when(save(1, 4))
                        .expectNoEvents());
    }
}
