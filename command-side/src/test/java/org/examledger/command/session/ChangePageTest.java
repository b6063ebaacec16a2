package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.SessionTimedOut;
import org.junit.jupiter.api.Test;

class ChangePageTest extends SessionSpec {
    private static ChangePage turn(String person, int epoch, long clientSeq, int page) {
        return new ChangePage(SESSION, person, epoch, clientSeq, page, null, null);
    }

    private static PageChanged turned(int epoch, long clientSeq, int page) {
        return new PageChanged(page, epoch, clientSeq, null, null);
    }

    @Test
    void a_turned_page_is_remembered() {
        accepted(Outcome.STORED).accept(running().when(turn(OWNER, 1, 1, 2)).expectEvents(turned(1, 1, 2)));
    }

    @Test
    void a_stale_page_change_is_stored_and_does_not_move_the_page() {
        running(turned(1, 9, 2))
                .when(turn(OWNER, 1, 8, 1))
                .expectEvents(turned(1, 8, 1))
                .expectState(session -> assertThat(pageOf(session)).isEqualTo(2));
    }

    @Test
    void a_late_arriving_page_change_does_not_undo_the_page_of_a_newer_answer() {
        running(selected(1, 9, 5, 1))
                .when(turn(OWNER, 1, 8, 0))
                .expectState(session -> assertThat(pageOf(session)).isEqualTo(2));
    }

    private static int pageOf(ExamSession session) {
        return session.state().pageIndex();
    }

    @Test
    void a_page_change_seen_again_has_no_second_effect() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(turned(1, 9, 2)).when(turn(OWNER, 1, 9, 2)).expectNoEvents());
    }

    @Test
    void one_client_sequence_counts_answers_and_pages() {
        refused(Code.COMMAND_REUSED)
                .accept(running(selected(1, 9, 1, 1)).when(turn(OWNER, 1, 9, 0)).expectNoEvents());
    }

    @Test
    void a_page_that_the_paper_does_not_have_is_refused_with_its_field() {
        refused(
                        Code.NOT_ON_PAPER,
                        refusal -> assertThat(refusal.fields())
                                .extracting(Refusal.Field::field)
                                .containsExactly("pageIndex"))
                .accept(running().when(turn(OWNER, 1, 1, 3)).expectNoEvents());
    }

    @Test
    void an_epoch_that_was_never_issued_is_an_invalid_request() {
        refused(Code.INVALID_REQUEST)
                .accept(running().when(turn(OWNER, 7, 1, 0)).expectNoEvents());
    }

    @Test
    void no_page_is_turned_before_the_start() {
        refused(Code.NOT_STARTED)
                .accept(assigned()
                        .andGivenCurrentTime(OPENS)
                        .when(turn(OWNER, 1, 1, 0))
                        .expectNoEvents());
    }

    @Test
    void somebody_elses_session_looks_unknown() {
        refused(Code.NOT_FOUND).accept(running().when(turn(STRANGER, 1, 1, 0)).expectNoEvents());
    }

    @Test
    void a_page_change_after_the_end_is_answered_and_leaves_no_trace() {
        says(receipt -> assertThat(receipt.status()).isEqualTo(SessionStatus.SUBMITTED))
                .accept(submitted().when(turn(OWNER, 1, 60, 0)).expectNoEvents());
    }

    @Test
    void a_page_change_after_the_grace_brings_the_end_to_light() {
        says(receipt -> assertThat(receipt.status()).isEqualTo(SessionStatus.TIMED_OUT))
                .accept(running()
                        .andGivenCurrentTime(TOO_LATE)
                        .when(turn(OWNER, 1, 1, 0))
                        .expectEvents(new SessionTimedOut(DEADLINE)));
    }
}
