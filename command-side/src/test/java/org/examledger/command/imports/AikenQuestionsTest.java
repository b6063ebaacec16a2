package org.examledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AikenQuestionsTest extends ReadFiles {
    private final QuestionImport read = read(file("questions.aiken.txt"));

    @Test
    void questions_are_read_with_options_behind_dots_or_brackets() {
        assertThat(read.format()).isEqualTo("aiken");
        var gas = accepted(read.items().get(0));
        assertThat(gas.text()).isEqualTo("Which gas do plants take in?");
        assertThat(options(gas)).containsExactly("Oxygen", "Carbon dioxide", "Nitrogen");
        assertThat(gas.correct()).containsExactly(2);
        assertThat(gas.points()).isEqualTo(1);

        var lines = accepted(read.items().get(1));
        assertThat(lines.text()).isEqualTo("Which of these\nstands on two lines?");
        assertThat(options(lines)).containsExactly("this one", "that one\nand its second line");
    }

    @Test
    void what_is_not_complete_is_skipped_at_its_line() {
        assertThat(read.items()).extracting(it -> it.line()).containsExactly(1, 7, 14, 18, 23);
        assertThat(read.items().get(2).reason()).isEqualTo("has no line ANSWER:");
        assertThat(read.items().get(3).reason()).contains("option D");
        assertThat(read.items().get(4).reason()).isEqualTo("options there must be at least two");
    }
}
