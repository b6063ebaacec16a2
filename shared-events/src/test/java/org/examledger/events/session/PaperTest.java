package org.examledger.events.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTest {
    @ParameterizedTest(name = "{0} questions, {1} on a page, are {2} pages")
    @CsvSource({"0, 10, 0", "1, 10, 1", "10, 10, 1", "11, 10, 2", "7, 1, 7", "9, 2, 5"})
    void the_last_page_may_be_short(int questions, int questionsPerPage, int pages) {
        var paper = new Paper(
                IntStream.rangeClosed(1, questions)
                        .mapToObj(id -> new PaperQuestion(id, List.of(1, 2), false, 3))
                        .toList(),
                questionsPerPage,
                "5eed");

        assertThat(paper.pages()).isEqualTo(pages);
        assertThat(paper.total()).isEqualTo(questions);
    }

    @Test
    void visibility_is_read_from_the_words_of_the_api_only() {
        assertThat(Visibility.of("visible")).contains(Visibility.VISIBLE);
        assertThat(Visibility.of("hidden")).contains(Visibility.HIDDEN);
        assertThat(Visibility.of("leaving")).contains(Visibility.LEAVING);
        assertThat(Visibility.of("VISIBLE")).isEmpty();
        assertThat(Visibility.of("")).isEmpty();
    }
}
