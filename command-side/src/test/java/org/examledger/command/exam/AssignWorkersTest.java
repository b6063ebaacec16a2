package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.handling.Refusal.Field;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.rules.NameBasedId;
import org.examledger.events.session.CloseScoring;
import org.junit.jupiter.api.Test;

class AssignWorkersTest extends ExamSpec {
    private static final AssignWorkers LATE = new AssignWorkers(
            EXAM, List.of(new Newcomer("person-b", 99), new Newcomer("person-c", 5), new Newcomer("person-d", 0)), KEY);
    private static final WorkersAssigned ASSIGNED =
            new WorkersAssigned(List.of(worker("person-c", 5), worker("person-d", 0)), KEY);

    @Test
    void who_is_on_the_exam_already_is_left_as_he_is_and_named_with_the_others() {
        says(receipt -> {
                    assertThat(receipt.workers()).containsExactly(SECOND, worker("person-c", 5), worker("person-d", 0));
                    assertThat(receipt.sessions()).isEqualTo(4);
                })
                .accept(exam().when(LATE).expectEvents(ASSIGNED));
    }

    @Test
    void a_repeat_gets_the_first_result() {
        says(receipt -> assertThat(receipt.workers()).hasSize(3))
                .accept(exam(ASSIGNED).when(LATE).expectNoEvents());
    }

    @Test
    void the_same_workers_again_change_nothing() {
        accepted()
                .accept(exam(ASSIGNED)
                        .when(new AssignWorkers(EXAM, LATE.workers(), null))
                        .expectNoEvents());
    }

    @Test
    void another_content_under_the_same_id_is_refused() {
        refused(Code.COMMAND_REUSED)
                .accept(exam(ASSIGNED)
                        .when(new AssignWorkers(EXAM, List.of(new Newcomer("person-c", 6)), KEY))
                        .expectNoEvents());
    }

    @Test
    void nobody_is_put_on_an_exam_that_has_ended() {
        refused(Code.EXAM_CLOSED, it -> assertThat(it.properties()).containsEntry("examStatus", "CLOSED"))
                .accept(exam(new ExamClosedEarly("alarm", CloseScoring.ZERO, null))
                        .when(LATE)
                        .expectNoEvents());
        refused(Code.EXAM_CLOSED, it -> assertThat(it.properties()).containsEntry("examStatus", "CANCELLED"))
                .accept(exam(new ExamCancelled("leaked", null)).when(LATE).expectNoEvents());
    }

    @Test
    void asking_a_closed_exam_for_workers_it_has_still_names_their_sessions() {
        says(receipt -> assertThat(receipt.workers()).containsExactly(FIRST))
                .accept(exam(new ExamClosedEarly("alarm", CloseScoring.ZERO, null))
                        .when(new AssignWorkers(EXAM, List.of(new Newcomer("person-a", 0)), null))
                        .expectNoEvents());
    }

    @Test
    void a_worker_whom_the_portal_knows_by_a_number_gets_the_session_of_that_number() {
        accepted()
                .accept(exam().when(new AssignWorkers(EXAM, List.of(new Newcomer("person-c", 5, 4711)), KEY))
                        .expectEvents(new WorkersAssigned(
                                List.of(new AssignedWorker("person-c", NameBasedId.ofPortalSession(4711), 5, 4711)),
                                KEY)));
    }

    @Test
    void a_number_of_another_session_is_refused_and_named() {
        numbers.take(OTHER_KEY, Map.of(4711, "person-x"));
        refused(
                        Code.INVALID_REQUEST,
                        it -> assertThat(it.fields())
                                .containsExactly(
                                        new Field("workers", "portalSessionId 4711 belongs to another session")))
                .accept(exam().when(new AssignWorkers(
                                EXAM,
                                List.of(new Newcomer("person-c", 5, 4711), new Newcomer("person-d", 5, 4712)),
                                KEY))
                        .expectNoEvents());
    }
}
