package org.examledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GiftQuestionsTest extends ReadFiles {
    private final QuestionImport read = read(file("questions.gift"));

    @Test
    void a_named_question_with_feedback() {
        assertThat(read.format()).isEqualTo("gift");
        var item = named(read, "Capital");
        var question = accepted(item);

        assertThat(item.line()).isEqualTo(4);
        assertThat(item.category()).isEqualTo("Geography/Asia");
        assertThat(question.text()).isEqualTo("What is the capital of Indonesia?");
        assertThat(options(question)).containsExactly("Jakarta", "Bandung", "Surabaya");
        assertThat(question.correct()).containsExactly(1);
        assertThat(item.warnings()).containsExactly("is kept without feedback");
        assertThat(read.warnings()).contains("comments are not kept", "categories are shown and not kept");
    }

    @Test
    void escaped_signs_are_signs_of_the_text() {
        var truth = accepted(read.items().get(1));
        assertThat(truth.text()).isEqualTo("What is 1 = 1 : a\nfact?".replace("fact?", "fact\\?"));
        assertThat(options(truth)).containsExactly("True", "False");
        assertThat(truth.correct()).containsExactly(1);

        var escapes = accepted(named(read, "Escapes :: set {1}"));
        assertThat(escapes.text()).isEqualTo("Which is ~a#b=c{d}?");
        assertThat(options(escapes)).containsExactly("x=1", "{y}", "z\\n");
        assertThat(escapes.correct()).containsExactly(2);
    }

    @Test
    void weights_make_multiple_choice_also_around_an_empty_line() {
        var item = named(read, "Weights");
        var question = accepted(item);

        assertThat(question.text()).isEqualTo("Which are islands?");
        assertThat(options(question)).containsExactly("Java", "Bali", "Nepal");
        assertThat(question.correct()).containsExactly(1, 2);
        assertThat(question.multiple()).isTrue();
        assertThat(item.warnings())
                .contains("is kept without feedback", "is plain text now, without <em>")
                .anySatisfy(it -> assertThat(it).startsWith("points for a part"));
    }

    @Test
    void one_weight_of_all_is_single_choice_and_plain_text_keeps_its_tags() {
        var question = accepted(named(read, "Plain"));

        assertThat(question.text()).isEqualTo("Is <b> a tag?");
        assertThat(question.multiple()).isFalse();
        assertThat(question.correct()).containsExactly(1);
    }

    @Test
    void answers_in_the_middle_leave_a_gap() {
        var item = read.items().get(4);

        assertThat(accepted(item).text()).isEqualTo("The longest fjord lies in _____ and is deep.");
        assertThat(item.category()).isEqualTo("Geography/Europe/North");
    }

    @Test
    void other_kinds_are_skipped_with_the_reason() {
        assertThat(named(read, "Short").reason()).contains("short answer");
        assertThat(named(read, "Number").reason()).contains("number");
        assertThat(named(read, "Pairs").reason()).contains("match pairs");
        assertThat(named(read, "Essay").reason()).contains("essay");
        assertThat(read.items().get(9).reason()).isEqualTo("is a text without a question");
    }

    @Test
    void a_brace_that_is_left_open_costs_one_question_only() {
        assertThat(named(read, "Open").reason()).contains("not closed");
        assertThat(options(accepted(named(read, "After the open one")))).containsExactly("yes", "no");
    }

    @Test
    void a_gift_file_of_windows_is_read_and_an_old_way_to_write_right_too() {
        var read = read("::W::Which?{\r\n~no\r\n~=yes\r\n}\r\n\r\n::V::And?{~a ~b}\r\n");

        assertThat(accepted(named(read, "W")).correct()).containsExactly(2);
        assertThat(named(read, "V").reason()).isEqualTo("no option is right");
    }
}
