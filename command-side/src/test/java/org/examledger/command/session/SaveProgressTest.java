package org.examledger.command.session;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.SessionTimedOut;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SaveProgressTest extends PortalSpec {
    private static SaveProgress progress(int page, @Nullable Integer elapsedSeconds) {
        return new SaveProgress(SESSION, OWNER, page, elapsedSeconds);
    }

    private static PageChanged turned(int epoch, long clientSeq, int page, @Nullable Integer elapsedSeconds) {
        return new PageChanged(page, epoch, clientSeq, null, null, elapsedSeconds);
    }

    @Test
    void progress_is_a_page_change_with_what_the_page_thinks_of_the_time() {
        accepted(Outcome.STORED).accept(running().when(progress(2, 95)).expectEvents(OPENED, turned(2, 1, 2, 95)));
    }

    @Test
    void staying_on_the_page_is_a_sign_of_life_too() {
        accepted(Outcome.STORED)
                .accept(atThePortal(turned(2, 1, 2, 30)).when(progress(2, 60)).expectEvents(turned(2, 2, 2, 60)));
    }

    @Test
    void the_same_progress_again_has_no_second_effect() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(atThePortal(turned(2, 1, 2, 30)).when(progress(2, 30)).expectNoEvents());
    }

    @Test
    void progress_that_names_no_time_is_no_repeat() {
        accepted(Outcome.STORED)
                .accept(atThePortal(turned(2, 1, 2, null))
                        .when(progress(2, null))
                        .expectEvents(turned(2, 2, 2, null)));
    }

    @Test
    void a_page_that_the_paper_does_not_have_is_refused() {
        refused(Code.NOT_ON_PAPER).accept(running().when(progress(3, 30)).expectNoEvents());
        refused(Code.NOT_ON_PAPER).accept(running().when(progress(-1, 30)).expectNoEvents());
    }

    @Test
    void before_the_start_and_for_a_stranger_nothing_is_saved() {
        refused(Code.NOT_STARTED).accept(assigned().when(progress(0, 1)).expectNoEvents());
        refused(Code.NOT_FOUND)
                .accept(running()
                        .when(new SaveProgress(SESSION, STRANGER, 0, 1))
                        .expectNoEvents());
    }

    @Test
    void progress_after_the_end_is_told_so_and_leaves_no_trace() {
        refused(Code.SESSION_CLOSED)
                .accept(atThePortal(new ExamClosed("fire", CloseScoring.ZERO, null))
                        .when(progress(1, 30))
                        .expectNoEvents());
        refused(Code.SESSION_CLOSED)
                .accept(atThePortal()
                        .andGivenCurrentTime(TOO_LATE)
                        .when(progress(1, 30))
                        .expectEvents(new SessionTimedOut(DEADLINE)));
    }
}
