package org.examledger.events.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.examledger.events.rules.Sittings.DEADLINE;
import static org.examledger.events.rules.Sittings.STARTED;
import static org.examledger.events.rules.Sittings.assigned;
import static org.examledger.events.rules.Sittings.page;
import static org.examledger.events.rules.Sittings.resumed;
import static org.examledger.events.rules.Sittings.selected;
import static org.examledger.events.rules.Sittings.started;
import static org.examledger.events.rules.Sittings.superseded;

import java.time.Duration;
import java.util.List;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.Visibility;
import org.junit.jupiter.api.Test;

class SessionStateTest {
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private final SessionState state = new SessionState();
    private int happened;

    private void given(SessionFact... facts) {
        for (var fact : facts) {
            state.evolve(fact, STARTED.plusSeconds(happened++));
        }
    }

    private void givenRunning() {
        state.evolve(assigned(), Sittings.OPENS);
        given(started());
    }

    @Test
    void before_its_first_fact_a_session_belongs_to_nobody() {
        assertThat(state.isAssigned()).isFalse();
        assertThatThrownBy(state::person).hasMessageContaining("SessionAssigned");
    }

    @Test
    void an_assigned_session_knows_its_owner_its_paper_and_its_times() {
        given(assigned());

        assertThat(state.isAssigned()).isTrue();
        assertThat(state.person()).isEqualTo("p-17");
        assertThat(state.examId()).isEqualTo(Sittings.EXAM);
        assertThat(state.attempt()).isEqualTo(1);
        assertThat(state.passPercentage()).isEqualTo(55);
        assertThat(state.paper().total()).isEqualTo(Sittings.QUESTIONS);
        assertThat(state.paper().pages()).isEqualTo(Sittings.PAGES);
        assertThat(state.epoch()).isZero();
        assertThat(state.life().allowedSeconds()).isEqualTo(Sittings.DURATION_SECONDS);
        assertThat(state.life().graceSeconds()).isEqualTo(Sittings.GRACE_SECONDS);
        assertThat(state.life().startedAt()).isNull();
        assertThat(state.lastSignOfLife()).isNull();
    }

    @Test
    void a_started_session_runs_until_the_deadline_of_its_fact() {
        givenRunning();

        assertThat(state.epoch()).isEqualTo(1);
        assertThat(state.life().startedAt()).isEqualTo(STARTED);
        assertThat(state.life().deadline()).isEqualTo(DEADLINE);
        assertThat(state.life().statusAt(STARTED, SILENCE)).isEqualTo(SessionStatus.IN_PROGRESS);
        assertThat(state.lastSignOfLife()).isEqualTo(STARTED);
    }

    @Test
    void resuming_keeps_start_and_deadline_and_counts_a_new_epoch_from_nothing() {
        givenRunning();
        given(selected(1, 4, 3, 1, 2), resumed(2));

        assertThat(state.epoch()).isEqualTo(2);
        assertThat(state.lastClientSeq()).isZero();
        assertThat(state.lastAnswerSeq()).isZero();
        assertThat(state.life().startedAt()).isEqualTo(STARTED);
        assertThat(state.life().deadline()).isEqualTo(DEADLINE);
        assertThat(state.optionsOf(3)).containsExactly(2);
        assertThat(state.pageIndex()).isEqualTo(1);
    }

    @Test
    void the_newer_answer_by_the_clients_order_is_the_current_one() {
        givenRunning();
        given(selected(1, 1, 5, 2, 1), selected(1, 2, 5, 2, 3, 4));

        assertThat(state.optionsOf(5)).containsExactly(3, 4);
        assertThat(answer(5).order()).isEqualTo(new ClientOrder(1, 2));
        assertThat(answer(5).answeredAt()).isEqualTo(STARTED.plusSeconds(2));
        assertThat(answer(5).changes()).isEqualTo(1);
        assertThat(state.answered()).isEqualTo(1);
    }

    @Test
    void a_superseded_answer_counts_for_nothing_but_was_received() {
        givenRunning();
        given(selected(1, 9, 5, 2, 1), superseded(1, 7, 5, 4, 3));

        assertThat(state.optionsOf(5)).containsExactly(1);
        assertThat(answer(5).changes()).isZero();
        assertThat(state.pageIndex()).isEqualTo(2);
        assertThat(state.lastAnswerSeq()).isEqualTo(9);
        assertThat(state.lastSignOfLife()).isEqualTo(STARTED.plusSeconds(2));
    }

    @Test
    void a_cleared_answer_keeps_its_place_in_the_order_and_is_not_answered() {
        givenRunning();
        given(selected(1, 2, 5, 2), selected(1, 1, 6, 2, 4));

        assertThat(state.answers()).containsKey(5);
        assertThat(answer(5).isAnswered()).isFalse();
        assertThat(state.optionsOf(5)).isEmpty();
        assertThat(state.answered()).isEqualTo(1);
        given(selected(1, 3, 6, 2));
        assertThat(state.answered()).isZero();
    }

    @Test
    void a_question_that_was_never_answered_has_no_options() {
        givenRunning();

        assertThat(state.optionsOf(8)).isEmpty();
        assertThat(state.answers()).isEmpty();
    }

    @Test
    void a_stale_page_change_does_not_move_the_page() {
        givenRunning();
        given(page(1, 6, 3), page(1, 5, 1));

        assertThat(state.pageIndex()).isEqualTo(3);
        assertThat(state.lastClientSeq()).isEqualTo(6);
    }

    @Test
    void an_answer_turns_to_its_page_too() {
        givenRunning();
        given(page(1, 1, 3), selected(1, 2, 9, 4, 1), page(1, 3, 0));

        assertThat(state.pageIndex()).isZero();
        assertThat(state.lastClientSeq()).isEqualTo(3);
        assertThat(state.lastAnswerSeq()).isEqualTo(2);
    }

    @Test
    void the_page_falls_back_to_the_first_when_the_paper_has_no_such_page() {
        givenRunning();
        given(page(1, 1, Sittings.PAGES));

        assertThat(state.pageIndex()).isZero();
    }

    @Test
    void clicks_of_an_older_epoch_are_signs_of_life_and_do_not_move_the_sequences_of_the_newest() {
        givenRunning();
        given(resumed(2), selected(2, 1, 1, 0, 1), selected(1, 30, 2, 0, 2));

        assertThat(state.lastClientSeq()).isEqualTo(1);
        assertThat(state.lastAnswerSeq()).isEqualTo(1);
        assertThat(state.optionsOf(2)).containsExactly(2);
        assertThat(state.lastSignOfLife()).isEqualTo(STARTED.plusSeconds(3));
    }

    @Test
    void a_heartbeat_says_whether_the_page_is_seen_and_a_click_shows_that_it_is() {
        givenRunning();
        given(new HeartbeatReceived(Visibility.HIDDEN, 1, null, null));

        assertThat(state.visibility()).isEqualTo(Visibility.HIDDEN);
        assertThat(state.lastHeartbeat()).isEqualTo(STARTED.plusSeconds(1));
        given(page(1, 1, 1));
        assertThat(state.visibility()).isEqualTo(Visibility.VISIBLE);
        assertThat(state.lastHeartbeat()).isEqualTo(STARTED.plusSeconds(1));
    }

    @Test
    void handing_in_ends_the_session_when_it_was_stored() {
        givenRunning();
        given(new SessionSubmitted(1, 2, 0, null));

        assertThat(state.life().ended()).isEqualTo(SessionStatus.SUBMITTED);
        assertThat(state.life().endedAt()).isEqualTo(STARTED.plusSeconds(1));
        assertThat(state.closeScoring()).isNull();
    }

    @Test
    void closing_ends_the_session_and_says_what_is_scored() {
        givenRunning();
        given(new ExamClosed("fire alarm", CloseScoring.ZERO, null));

        assertThat(state.life().ended()).isEqualTo(SessionStatus.CLOSED);
        assertThat(state.closeScoring()).isEqualTo(CloseScoring.ZERO);
    }

    @Test
    void time_that_ran_out_ended_at_the_deadline_however_late_it_was_stored() {
        givenRunning();
        state.evolve(new SessionTimedOut(DEADLINE), DEADLINE.plusSeconds(4_000));

        assertThat(state.life().ended()).isEqualTo(SessionStatus.TIMED_OUT);
        assertThat(state.life().endedAt()).isEqualTo(DEADLINE);
        assertThat(state.lastFactAt()).isEqualTo(DEADLINE.plusSeconds(4_000));
    }

    @Test
    void late_answers_are_counted_and_change_nothing() {
        givenRunning();
        given(
                selected(1, 1, 4, 1, 2),
                new SessionSubmitted(1, 2, 1, null),
                new LateAnswerReceived(4, List.of(3), 0, 1, 3, null, null));

        assertThat(state.lateAnswers()).isEqualTo(1);
        assertThat(state.optionsOf(4)).containsExactly(2);
        assertThat(state.pageIndex()).isEqualTo(1);
        assertThat(state.lastClientSeq()).isEqualTo(1);
        assertThat(state.life().ended()).isEqualTo(SessionStatus.SUBMITTED);
    }

    @Test
    void nobody_outside_can_change_the_answers() {
        givenRunning();
        given(selected(1, 1, 4, 1, 2));

        assertThatThrownBy(() -> state.answers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private CurrentAnswer answer(int questionId) {
        return java.util.Objects.requireNonNull(state.answers().get(questionId));
    }
}
