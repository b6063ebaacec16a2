package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.AnswerSelected;
import org.junit.jupiter.api.Test;

class SelectAnswersTest extends SessionSpec {
    private static SelectAnswers batch(AnswerGiven... answers) {
        return new SelectAnswers(SESSION, OWNER, 1, List.of(answers), null);
    }

    @Test
    void all_answers_of_a_batch_are_stored_in_one_append() {
        var result = running()
                .when(batch(given(1, 1, 1), given(2, 2, 2)))
                .expectEvents(selected(1, 1, 1, 1), selected(1, 2, 2, 2));
        says(receipt -> assertThat(receipt.results())
                        .containsExactly(
                                new Receipt.Result(1, Outcome.STORED, null),
                                new Receipt.Result(2, Outcome.STORED, null)))
                .accept(result);
    }

    @Test
    void within_a_batch_the_clients_order_decides_too() {
        var result = running()
                .when(batch(given(4, 1, 1), given(3, 1, 2), given(4, 1, 1)))
                .expectEvents(selected(1, 4, 1, 1), superseded(1, 3, 1, 2));
        says(receipt -> assertThat(receipt.results())
                        .containsExactly(
                                new Receipt.Result(4, Outcome.STORED, null),
                                new Receipt.Result(3, Outcome.SUPERSEDED, null),
                                new Receipt.Result(4, Outcome.DUPLICATE, Outcome.STORED)))
                .accept(result);
    }

    @Test
    void one_wrong_answer_refuses_the_whole_batch_and_is_named() {
        refused(
                        Code.NOT_ON_PAPER,
                        refusal -> assertThat(refusal.fields())
                                .extracting(Refusal.Field::field)
                                .containsExactly("answers[1].questionId"))
                .accept(running()
                        .when(batch(given(1, 1, 1), new AnswerGiven(2, 999, List.of(1), 0, null)))
                        .expectNoEvents());
    }

    @Test
    void one_reused_place_refuses_the_whole_batch() {
        refused(Code.COMMAND_REUSED)
                .accept(running(selected(1, 1, 1, 1))
                        .when(batch(given(1, 1, 2), given(2, 2, 2)))
                        .expectNoEvents());
        refused(Code.COMMAND_REUSED)
                .accept(running().when(batch(given(1, 1, 2), given(1, 2, 2))).expectNoEvents());
    }

    @Test
    void a_batch_stores_only_what_is_new_in_it() {
        var result = running(selected(1, 1, 1, 1))
                .when(batch(given(1, 1, 1), given(2, 2, 2)))
                .expectEvents(selected(1, 2, 2, 2));
        accepted(Outcome.STORED).accept(result);
    }

    @Test
    void a_whole_batch_seen_again_has_no_second_effect() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(selected(1, 1, 1, 1), selected(1, 2, 2, 2))
                        .when(batch(given(1, 1, 1), given(2, 2, 2)))
                        .expectNoEvents());
    }

    @Test
    void a_command_id_names_one_batch_only() {
        refused(Code.COMMAND_REUSED)
                .accept(running(new AnswerSelected(101, List.of(1), 0, 1, 1, null, KEY))
                        .when(new SelectAnswers(SESSION, OWNER, 1, List.of(given(1, 1, 1), given(2, 2, 2)), KEY))
                        .expectNoEvents());
    }

    @Test
    void a_batch_after_the_end_is_remembered_as_late() {
        refused(Code.SESSION_CLOSED, refusal -> assertThat(refusal.properties()).containsEntry("recorded", true))
                .accept(submitted()
                        .when(batch(given(60, 1, 1), given(61, 2, 2)))
                        .expectEvents(late(1, 60, 1, 1), late(1, 61, 2, 2)));
    }

    @Test
    void somebody_elses_session_looks_unknown() {
        refused(Code.NOT_FOUND)
                .accept(running()
                        .when(new SelectAnswers(SESSION, STRANGER, 1, List.of(given(1, 1, 1)), null))
                        .expectNoEvents());
    }

    @Test
    void a_late_answer_twice_in_one_batch_is_remembered_once() {
        var first = new AnswerGiven(60, 105, List.of(1, 2), 2, null);
        var again = new AnswerGiven(60, 105, List.of(2, 1), 2, STARTED);
        refused(Code.SESSION_CLOSED)
                .accept(submitted().when(batch(first, again)).expectEvents(late(1, 60, 5, 1, 2)));
    }
}
