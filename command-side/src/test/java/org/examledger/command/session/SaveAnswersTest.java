package org.examledger.command.session;

import java.util.Map;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.junit.jupiter.api.Test;

class SaveAnswersTest extends PortalSpec {
    private static SaveAnswers save(Map<Integer, Integer> options) {
        return new SaveAnswers(SESSION, OWNER, options);
    }

    @Test
    void what_differs_is_stored_in_one_append() {
        accepted(Outcome.STORED)
                .accept(atThePortal(saved(2, 1, 1, 3, 0), saved(2, 2, 2, 4, 0))
                        .when(save(Map.of(101, 3, 102, 1, 104, 2)))
                        .expectEvents(saved(2, 3, 2, 1, 0), saved(2, 4, 4, 2, 0)));
    }

    @Test
    void a_form_that_the_server_knows_changes_nothing() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(atThePortal(saved(2, 1, 1, 3, 0))
                        .when(save(Map.of(101, 3)))
                        .expectNoEvents());
    }

    @Test
    void a_question_for_which_the_page_shows_nothing_keeps_its_answer() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(atThePortal(saved(2, 1, 1, 3, 0)).when(save(Map.of())).expectNoEvents());
    }

    @Test
    void a_form_takes_the_session_over_also_when_it_brings_nothing_new() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(selected(1, 1, 1, 3)).when(save(Map.of(101, 3))).expectEvents(OPENED));
    }

    @Test
    void one_wrong_answer_keeps_the_whole_form_out() {
        refused(Code.NOT_ON_PAPER)
                .accept(atThePortal().when(save(Map.of(101, 3, 102, 9))).expectNoEvents());
    }

    @Test
    void before_the_start_and_for_a_stranger_nothing_is_saved() {
        refused(Code.NOT_STARTED).accept(assigned().when(save(Map.of(101, 3))).expectNoEvents());
        refused(Code.NOT_FOUND)
                .accept(running()
                        .when(new SaveAnswers(SESSION, STRANGER, Map.of(101, 3)))
                        .expectNoEvents());
    }

    @Test
    void a_form_after_the_end_is_refused_and_what_is_new_in_it_remembered() {
        refused(Code.SESSION_CLOSED)
                .accept(atThePortal(saved(2, 1, 1, 3, 0), new ExamClosed("fire", CloseScoring.FROM_ANSWERS, null))
                        .when(save(Map.of(101, 3, 102, 4)))
                        .expectEvents(savedLate(2, 2, 2, 4)));
    }
}
