package org.examledger.command.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.ErrorResponseException;

class FormTest {
    private static Form form(Map<String, List<String>> fields) {
        return new Form(new LinkedMultiValueMap<>(fields));
    }

    @Test
    void a_field_holds_one_whole_number_or_none() {
        assertThat(form(Map.of("id", List.of("4711"))).number("id")).hasValue(4711);
        assertThat(form(Map.of("id", List.of("-1"))).number("id")).hasValue(-1);
        for (var text : new String[] {"", " 1", "1.0", "2147483648", "٧", "1e3"}) {
            assertThat(form(Map.of("id", List.of(text))).number("id")).as(text).isEmpty();
        }
        assertThat(form(Map.of("id", List.of("1", "2"))).number("id")).isEmpty();
        assertThat(form(Map.of()).number("id")).isEmpty();
    }

    @Test
    void answers_are_read_by_question_and_empty_ones_left_out() {
        assertThat(form(Map.of(
                                "id", List.of("7"),
                                "answers[11]", List.of("2"),
                                "answers[12]", List.of(""),
                                "answers[13]", List.of("", "4"),
                                "answers[x]", List.of("5")))
                        .answers())
                .isEqualTo(Map.of(11, 2, 13, 4));
    }

    @Test
    void an_answer_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> form(Map.of("answers[11]", List.of("two"))).answers())
                .isInstanceOf(ErrorResponseException.class);
        assertThatThrownBy(
                        () -> form(Map.of("answers[9999999999]", List.of("1"))).answers())
                .isInstanceOf(ErrorResponseException.class);
    }
}
