package org.examledger.command.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class CheckedTest {
    private final Checked checked = new Checked();

    @ParameterizedTest
    @ValueSource(strings = {"a\ud800", "\udc00b", "\udc00\ud800", "a\0b"})
    void a_text_that_the_log_cannot_hold_is_refused(String text) {
        checked.optionalText("title", text, 9);

        assertThatThrownBy(checked::orRefuse).isInstanceOf(ErrorResponseException.class);
    }

    @Test
    void a_whole_pair_is_a_character_like_any_other() {
        checked.optionalText("title", "a\ud83d\ude00b", 9);

        assertThatCode(checked::orRefuse).doesNotThrowAnyException();
    }
}
