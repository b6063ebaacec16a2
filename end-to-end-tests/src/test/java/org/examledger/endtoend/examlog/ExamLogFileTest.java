package org.examledger.endtoend.examlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamLogFileTest {
    private static final String HEADER = "curr_time\tid\tquestion\tscore";

    @ParameterizedTest
    @CsvSource({"0, 1", "0.04, 1", "0.05, 2", "0.25, 4", "0.85, 10", "0.866666667, 10", "0.95, 11", "1, 11"})
    void a_score_stands_for_the_nearest_option_and_halves_go_up(BigDecimal score, int option) {
        assertThat(ExamLogFile.option(score)).isEqualTo(option);
    }

    @Test
    void questions_are_numbered_by_position_and_not_by_appearance() {
        var log = log("5\t31\tq20_3\t1", "9\t31\tq14_8\t0.5");

        var visits = log.students().getFirst().visits();
        assertThat(visits.subList(0, 2)).containsExactly(new Visit(5, 6, 11), new Visit(9, 0, 6));
    }

    @Test
    void a_time_before_the_last_row_becomes_that_rows_time() {
        var log = log("70\t31\tq14_1\t0", "60\t31\tq15_1\t0", "80\t31\tq16_1\t0");

        assertThat(log.students().getFirst().visits().subList(0, 3))
                .extracting(Visit::atMillis)
                .containsExactly(70L, 70L, 80L);
    }

    @Test
    void students_keep_their_own_rows_in_order() {
        var log = log("1\t31\tq14_1\t0", "2\t57\tq15_1\t0.3", "3\t31\tq16_1\t1");

        assertThat(log.students()).extracting(StudentLog::student).containsExactly("31", "57", "filler");
        assertThat(log.students().getFirst().visits()).containsExactly(new Visit(1, 0, 1), new Visit(3, 2, 11));
        assertThat(log.students().get(1).visits()).containsExactly(new Visit(2, 1, 4));
    }

    @Test
    void another_kind_of_file_is_refused() {
        assertThatThrownBy(() -> ExamLogFile.parse("other.tsv", List.of("a\tb", "1\t2")))
                .hasMessageContaining("other.tsv does not begin with");
        assertThatThrownBy(() -> ExamLogFile.parse("short.tsv", List.of(HEADER, "1\t31\tq14_1\t0")))
                .hasMessageContaining("short.tsv has the questions [14]");
    }

    /** A further student sees every position, so that there are seven. */
    private static ExamLog log(String... rows) {
        var lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        for (var position = 14; position <= 20; position++) {
            lines.add(position + "\tfiller\tq" + position + "_1\t0");
        }
        return ExamLogFile.parse("test", lines);
    }
}
