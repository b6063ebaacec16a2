package org.examledger.endtoend.examlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.examledger.endtoend.examlog.Click.AnswerGiven;
import org.examledger.endtoend.examlog.Click.PageTurned;
import org.junit.jupiter.api.Test;

class ClickTest {
    @Test
    void the_first_row_of_a_question_is_a_page_change_and_an_answer() {
        assertThat(clicks(new Visit(7, 3, 5))).containsExactly(new PageTurned(1, 3, 7), new AnswerGiven(2, 3, 4, 5, 7));
    }

    @Test
    void coming_back_to_an_unchanged_question_is_a_page_change_only() {
        assertThat(clicks(new Visit(7, 3, 5), new Visit(8, 2, 9), new Visit(9, 3, 5)))
                .endsWith(new PageTurned(5, 3, 9))
                .hasSize(5);
    }

    @Test
    void another_score_of_the_same_question_is_an_answer_only() {
        assertThat(clicks(new Visit(7, 3, 5), new Visit(8, 3, 6)))
                .endsWith(new AnswerGiven(3, 3, 4, 6, 8))
                .hasSize(3);
    }

    @Test
    void the_same_score_of_the_same_question_again_is_nothing() {
        assertThat(clicks(new Visit(7, 3, 5), new Visit(8, 3, 5))).hasSize(2);
    }

    @Test
    void the_end_is_the_last_row_of_each_question() {
        var log = new StudentLog(
                "31", List.of(new Visit(1, 0, 11), new Visit(2, 1, 11), new Visit(3, 0, 4), new Visit(4, 6, 11)));

        assertThat(log.finalOptions()).containsOnly(entry(1, 4), entry(2, 11), entry(7, 11));
        assertThat(log.finalPage()).isEqualTo(6);
        assertThat(log.finalPoints()).isEqualTo(20);
    }

    private static List<Click> clicks(Visit... visits) {
        return Click.of(new StudentLog("31", List.of(visits)));
    }
}
