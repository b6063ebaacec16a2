package org.examledger.events.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.events.rules.Sittings.DEADLINE;
import static org.examledger.events.rules.Sittings.STARTED;
import static org.examledger.events.rules.Sittings.page;
import static org.examledger.events.rules.Sittings.resumed;
import static org.examledger.events.rules.Sittings.selected;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.examledger.events.session.AbandonCause;
import org.examledger.events.session.AcceptedAnswer;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.LateAnswersAccepted;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionFellSilent;
import org.examledger.events.session.SessionReopened;
import org.examledger.events.session.SessionRescheduled;
import org.examledger.events.session.SessionReset;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.TimeExtended;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;
import org.examledger.events.session.Visibility;
import org.examledger.events.session.WorkerWithdrawn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session becomes when time is changed, an end is taken back, or another attempt begins. */
class SecondChancesTest {
    private static final UUID CAUSE = UUID.fromString("ca05e000-0000-4000-8000-000000000004");
    private static final Paper OTHER_PAPER =
            new Paper(List.of(new PaperQuestion(4, List.of(1, 2), false, 3)), 1, "beef");

    private final SessionState state = new SessionState();
    private int happened;

    @BeforeEach
    void a_session_runs() {
        state.evolve(Sittings.assigned(), Sittings.OPENS);
        given(Sittings.started(), selected(1, 1, 5, 2, 3));
    }

    private void given(SessionFact... facts) {
        for (var fact : facts) {
            state.evolve(fact, now());
            happened++;
        }
    }

    private Instant now() {
        return STARTED.plusSeconds(happened);
    }

    private static SessionReset reset() {
        var timing = new Timing(Sittings.OPENS, null, "UTC", 1_800, 90, TimerPolicy.WALL_CLOCK, false);
        return new SessionReset("the screen broke", 2, OTHER_PAPER, timing, 40, null);
    }

    @Test
    void more_time_moves_the_deadline() {
        given(new TimeExtended(300, "noise", Sittings.DURATION_SECONDS + 300, DEADLINE.plusSeconds(300), null));

        assertThat(state.life().deadlineAt(now())).isEqualTo(DEADLINE.plusSeconds(300));
        assertThat(state.life().allowedSeconds()).isEqualTo(Sittings.DURATION_SECONDS + 300);
    }

    @Test
    void another_window_leaves_a_running_session_its_time() {
        given(new SessionRescheduled(Sittings.OPENS.plusSeconds(9), DEADLINE.minusSeconds(60), "flood", CAUSE));

        assertThat(state.life().opensAt()).isEqualTo(Sittings.OPENS.plusSeconds(9));
        assertThat(state.life().windowEndsAt()).isEqualTo(DEADLINE.minusSeconds(60));
        assertThat(state.life().deadlineAt(now())).isEqualTo(DEADLINE);
    }

    @Test
    void silence_is_over_with_the_next_sign_of_life() {
        given(new SessionFellSilent(STARTED.plusSeconds(1), null));
        assertThat(state.silentSince()).isEqualTo(STARTED.plusSeconds(1));
        assertThat(state.life().ended()).isNull();

        given(new HeartbeatReceived(Visibility.VISIBLE, 1, null, null));
        assertThat(state.silentSince()).isNull();
    }

    @Test
    void leaving_withdrawing_and_cancelling_are_ends() {
        var left = new SessionAbandoned(AbandonCause.LEFT, 1, null);
        assertThat(endedBy(left)).isEqualTo(SessionStatus.ABANDONED);
        assertThat(endedBy(new WorkerWithdrawn("ill", null))).isEqualTo(SessionStatus.WITHDRAWN);
        assertThat(endedBy(new SessionCancelled("leaked", CAUSE))).isEqualTo(SessionStatus.CANCELLED);
    }

    private SessionStatus endedBy(SessionFact end) {
        var at = now();
        given(end);
        assertThat(state.life().endedAt()).isEqualTo(at);
        return Objects.requireNonNull(state.life().ended());
    }

    @Test
    void a_reopened_session_runs_on_with_its_answers_until_its_new_deadline() {
        given(new ExamClosed("wrong room", CloseScoring.ZERO, null));
        given(new SessionReopened("wrong room", 600, 603, now().plusSeconds(600), null));

        assertThat(state.life().ended()).isNull();
        assertThat(state.life().endedAt()).isNull();
        assertThat(state.closeScoring()).isNull();
        assertThat(state.optionsOf(5)).containsExactly(3);
        assertThat(state.life().remainingSecondsAt(now())).isEqualTo(599);
        assertThat(state.lastSignOfLife()).isEqualTo(now().minusSeconds(1));
    }

    @Test
    void late_answers_are_kept_until_the_end_is_taken_back() {
        given(new SessionSubmitted(1, 2, 1, null));
        var came = now();
        given(new LateAnswerReceived(5, List.of(4), 1, 1, 3, null, null));

        var late = new AcceptedAnswer(5, List.of(4), 1, 1, 3, came);
        assertThat(state.lateSinceTheEnd()).containsExactly(late);
        given(new SessionReopened("by accident", 60, 63, now().plusSeconds(60), null));
        assertThat(state.lateSinceTheEnd()).isEmpty();
        assertThat(state.optionsOf(5)).containsExactly(3);

        given(new LateAnswersAccepted(List.of(late), null));
        assertThat(state.optionsOf(5)).containsExactly(4);
        assertThat(Objects.requireNonNull(state.answers().get(5)).answeredAt()).isEqualTo(came);
        assertThat(state.pageIndex()).isEqualTo(1);
        assertThat(state.lastAnswerSeq()).isEqualTo(3);
    }

    @Test
    void an_accepted_answer_takes_its_place_in_the_clients_order() {
        given(resumed(2), selected(2, 7, 5, 0, 1), new SessionSubmitted(2, 8, 7, null));
        var late = new AcceptedAnswer(5, List.of(4), 3, 1, 9, now());
        given(new SessionReopened("by accident", 60, 63, now().plusSeconds(60), null));
        given(new LateAnswersAccepted(List.of(late), null));

        assertThat(state.optionsOf(5)).containsExactly(1);
        assertThat(state.pageIndex()).isZero();
    }

    @Test
    void a_reset_session_is_open_again_on_its_first_page_without_answers() {
        given(page(1, 2, 4), new SessionSubmitted(1, 3, 1, null), reset());

        assertThat(state.attempt()).isEqualTo(2);
        assertThat(state.paper()).isEqualTo(OTHER_PAPER);
        assertThat(state.passPercentage()).isEqualTo(40);
        assertThat(state.silentMayResume()).isFalse();
        assertThat(state.life().startedAt()).isNull();
        assertThat(state.life().deadlineAt(now())).isNull();
        assertThat(state.life().ended()).isNull();
        assertThat(state.life().allowedSeconds()).isEqualTo(1_800);
        assertThat(state.life().statusAt(now())).isEqualTo(SessionStatus.OPEN);
        assertThat(state.answers()).isEmpty();
        assertThat(state.pageIndex()).isZero();
        assertThat(state.lastSignOfLife()).isNull();
    }

    @Test
    void epochs_go_on_after_a_reset_and_the_old_ones_belong_to_the_attempt_that_ended() {
        given(resumed(2), new SessionSubmitted(2, 3, 0, null));
        var ended = now().minusSeconds(1);
        given(reset());
        assertThat(state.epoch()).isEqualTo(2);

        given(new SessionStarted(3, "tab-3", null, now().plusSeconds(1_800), null));
        assertThat(state.epoch()).isEqualTo(3);
        assertThat(state.earlierAttemptOf(3)).isEmpty();
        assertThat(state.earlierAttemptOf(2)).hasValueSatisfying(it -> {
            assertThat(it.attempt()).isEqualTo(1);
            assertThat(it.ended()).isEqualTo(SessionStatus.SUBMITTED);
            assertThat(it.endedAt()).isEqualTo(ended);
            assertThat(it.paper().total()).isEqualTo(Sittings.QUESTIONS);
        });
        assertThat(state.earlierAttemptOf(1)).isEqualTo(state.earlierAttemptOf(2));
    }

    @Test
    void an_attempt_that_was_reset_while_it_ran_counts_as_closed_from_then_on() {
        var at = now();
        given(reset());

        assertThat(state.earlierAttemptOf(1)).hasValueSatisfying(it -> {
            assertThat(it.ended()).isEqualTo(SessionStatus.CLOSED);
            assertThat(it.endedAt()).isEqualTo(at);
        });
    }

    @Test
    void what_comes_late_for_an_earlier_attempt_is_nothing_the_new_one_could_accept() {
        given(reset(), new LateAnswerReceived(5, List.of(4), 1, 1, 3, null, null));

        assertThat(state.lateAnswers()).isEqualTo(1);
        assertThat(state.lateSinceTheEnd()).isEmpty();
    }
}
