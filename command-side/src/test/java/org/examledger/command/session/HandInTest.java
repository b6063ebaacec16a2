package org.examledger.command.session;

import java.util.Map;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.junit.jupiter.api.Test;

class HandInTest extends PortalSpec {
    private static HandIn handIn(Map<Integer, Integer> options) {
        return new HandIn(SESSION, OWNER, options);
    }

    @Test
    void the_answers_of_the_form_come_first_in_the_same_append() {
        accepted(Outcome.STORED)
                .accept(atThePortal(saved(2, 1, 1, 3, 0))
                        .when(handIn(Map.of(101, 3, 102, 4)))
                        .expectEvents(saved(2, 2, 2, 4, 0), new SessionSubmitted(2, 3, 2, null)));
    }

    @Test
    void handing_in_without_answers_hands_in_what_is_there() {
        accepted(Outcome.STORED)
                .accept(atThePortal(saved(2, 1, 1, 3, 0))
                        .when(handIn(Map.of()))
                        .expectEvents(new SessionSubmitted(2, 2, 1, null)));
    }

    @Test
    void who_never_saved_a_click_takes_over_and_hands_in_at_once() {
        accepted(Outcome.STORED)
                .accept(running(selected(1, 9, 1, 1))
                        .when(handIn(Map.of(101, 3)))
                        .expectEvents(OPENED, saved(2, 1, 1, 3, 0), new SessionSubmitted(2, 2, 1, null)));
        accepted(Outcome.STORED)
                .accept(running(selected(1, 9, 1, 1))
                        .when(handIn(Map.of()))
                        .expectEvents(OPENED, new SessionSubmitted(2, 1, 0, null)));
    }

    @Test
    void handing_in_again_gets_the_first_ones_end() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(atThePortal(saved(2, 1, 1, 3, 0), new SessionSubmitted(2, 2, 1, null))
                        .when(handIn(Map.of(101, 3)))
                        .expectNoEvents());
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(atThePortal(saved(2, 1, 1, 3, 0), new SessionSubmitted(2, 2, 1, null))
                        .when(handIn(Map.of(101, 4)))
                        .expectEvents(savedLate(2, 3, 1, 4)));
    }

    @Test
    void one_wrong_answer_keeps_the_session_open() {
        refused(Code.NOT_ON_PAPER)
                .accept(atThePortal().when(handIn(Map.of(102, 9))).expectNoEvents());
    }

    @Test
    void before_the_start_and_for_a_stranger_nothing_is_handed_in() {
        refused(Code.NOT_STARTED).accept(assigned().when(handIn(Map.of())).expectNoEvents());
        refused(Code.NOT_FOUND)
                .accept(running().when(new HandIn(SESSION, STRANGER, Map.of())).expectNoEvents());
    }

    @Test
    void after_another_end_the_winner_is_told() {
        refused(Code.SESSION_CLOSED)
                .accept(atThePortal(new ExamClosed("fire", CloseScoring.ZERO, null))
                        .when(handIn(Map.of(102, 4)))
                        .expectEvents(savedLate(2, 1, 2, 4)));
        refused(Code.SESSION_CLOSED)
                .accept(atThePortal()
                        .andGivenCurrentTime(TOO_LATE)
                        .when(handIn(Map.of(102, 4)))
                        .expectEvents(new SessionTimedOut(DEADLINE), savedLate(2, 1, 2, 4)));
    }
}
