package org.examledger.endtoend.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.examledger.endtoend.client.AuditedEvent;
import org.examledger.endtoend.client.Json;
import org.junit.jupiter.api.Test;

class EventFoldTest {
    @Test
    void the_highest_epoch_and_client_sequence_win_whatever_arrives_last() {
        var fold = EventFold.of(List.of(
                answer("AnswerSelected", 2, 1, 4, 3), answer("AnswerSelected", 1, 9, 5, 3),
                answer("AnswerSelected", 2, 3, 6, 4), answer("AnswerSelected", 2, 2, 7, 4)));

        assertThat(fold.answers()).isEqualTo(Map.of(3, List.of(4), 4, List.of(6)));
        assertThat(fold.pageIndex()).isEqualTo(4);
    }

    @Test
    void a_superseded_answer_never_wins() {
        var fold = EventFold.of(List.of(answer("AnswerSelected", 1, 1, 4, 3), answer("AnswerSuperseded", 1, 2, 5, 3)));

        assertThat(fold.answers()).isEqualTo(Map.of(3, List.of(4)));
    }

    @Test
    void a_stale_page_change_does_not_move_the_page() {
        var fold = EventFold.of(List.of(answer("AnswerSelected", 1, 5, 4, 3), page(1, 4, 6)));

        assertThat(fold.pageIndex()).isEqualTo(3);
    }

    @Test
    void a_cleared_answer_is_no_answer_and_keeps_its_place() {
        var cleared = event(
                "AnswerSelected",
                Map.of("epoch", 1, "clientSeq", 8, "questionId", 3, "optionIds", List.of(), "pageIndex", 3));
        var fold = EventFold.of(List.of(cleared, answer("AnswerSelected", 1, 7, 4, 3)));

        assertThat(fold.answers()).isEmpty();
    }

    @Test
    void what_was_stored_twice_is_seen_twice() {
        var fold = EventFold.of(List.of(page(1, 4, 6), page(1, 4, 6), page(1, 5, 6)));

        assertThat(fold.clicks().get(new EventFold.Key(1, 4))).hasSize(2);
        assertThat(fold.clicks().get(new EventFold.Key(1, 5))).hasSize(1);
    }

    private static AuditedEvent answer(String type, int epoch, int clientSeq, int option, int question) {
        return event(
                type,
                Map.of(
                        "epoch",
                        epoch,
                        "clientSeq",
                        clientSeq,
                        "questionId",
                        question,
                        "optionIds",
                        List.of(option),
                        "pageIndex",
                        question));
    }

    private static AuditedEvent page(int epoch, int clientSeq, int pageIndex) {
        return event("PageChanged", Map.of("epoch", epoch, "clientSeq", clientSeq, "pageIndex", pageIndex));
    }

    private static AuditedEvent event(String type, Map<String, Object> payload) {
        return new AuditedEvent(0, 0, type, "2026-01-01T00:00:00.000Z", Json.MAPPER.valueToTree(payload), "00");
    }
}
