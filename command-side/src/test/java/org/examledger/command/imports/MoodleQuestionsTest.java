package org.examledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.examledger.command.imports.QuestionImport.ImportedItem;
import org.junit.jupiter.api.Test;

class MoodleQuestionsTest extends ReadFiles {
    private final QuestionImport read = read(file("moodle.xml"));

    @Test
    void a_single_choice_question_becomes_plain_text_and_says_what_it_lost() {
        assertThat(read.format()).isEqualTo("moodle-xml");
        var item = named(read, "Extinguisher");
        var question = accepted(item);

        assertThat(question.text()).isEqualTo("Which extinguisher fits a fat fire?\u00a0Think of CO2 & water.");
        assertThat(options(question)).containsExactly("Water", "Class F", "A blanket");
        assertThat(question.correct()).containsExactly(2);
        assertThat(question.multiple()).isFalse();
        assertThat(question.points()).isEqualTo(2);
        assertThat(item.line()).isEqualTo(12);
        assertThat(item.category()).isEqualTo("Safety/Fire");
        assertThat(item.warnings())
                .anySatisfy(it -> assertThat(it).contains("<b>", "<sub>"))
                .anySatisfy(it -> assertThat(it).contains("feedback"))
                .anySatisfy(it -> assertThat(it).contains("option 3", "33.33333"));
    }

    @Test
    void several_fractions_are_a_multiple_choice_question_without_points_for_parts() {
        var item = named(read, "Drill");
        var question = accepted(item);

        assertThat(question.text()).isEqualTo("Which of these belong to a drill? a < b");
        assertThat(question.correct()).containsExactly(1, 3);
        assertThat(question.multiple()).isTrue();
        assertThat(question.points()).isEqualTo(2);
        assertThat(item.category()).isEqualTo("Safety/Fire/Drills // evenings");
        assertThat(item.warnings())
                .contains(
                        "points 1.5 were rounded to 2",
                        "points for a part of the right options are not kept: only all of them together are right",
                        "is kept without tags");
    }

    @Test
    void true_and_false_are_two_options_and_lines_are_kept() {
        var question = accepted(named(read, "Lifts"));

        assertThat(question.text()).isEqualTo("A lift may be used\nduring a fire.");
        assertThat(options(question)).containsExactly("True", "False");
        assertThat(question.correct()).containsExactly(2);
    }

    @Test
    void a_picture_with_a_description_is_replaced_by_it_and_one_without_is_refused() {
        var described = named(read, "Described picture");
        assertThat(accepted(described).text()).isEqualTo("What does [a green running man] mean?");
        assertThat(described.warnings()).anySatisfy(it -> assertThat(it).contains("picture was replaced"));
        assertThat(named(read, "Bare picture").reason()).contains("picture without a description");
        assertThat(named(read, "Bare picture").reasonCode()).isEqualTo(WhySkipped.PICTURE_MISSING);
    }

    @Test
    void other_kinds_are_skipped_by_their_name() {
        assertThat(named(read, "Pairs").reason()).contains("\"matching\"");
        assertThat(named(read, "Number").reason()).contains("\"numerical\"");
        assertThat(named(read, "Short").reason()).contains("\"shortanswer\"");
        assertThat(named(read, "Long").reason()).contains("\"essay\"");
        assertThat(named(read, "Note").reason()).isEqualTo("is a text without a question");
        assertThat(named(read, "Nothing right").reason()).isEqualTo("no option is worth 100 %");
    }

    @Test
    void each_skipped_item_has_a_code_that_stays() {
        assertThat(read.items().stream()
                        .flatMap(it -> Stream.ofNullable(it.reasonCode()))
                        .map(WhySkipped::word))
                .containsExactly(
                        "picture-missing",
                        "other-kind",
                        "other-kind",
                        "other-kind",
                        "other-kind",
                        "no-question",
                        "no-key");
    }

    @Test
    void items_are_numbered_and_ids_count_what_was_accepted() {
        assertThat(read.items()).extracting(ImportedItem::item).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(read.accepted()).extracting(it -> it.id()).containsExactly(1, 2, 3, 4);
        assertThat(read.warnings())
                .containsExactly(
                        "categories are shown and not kept",
                        "penalties, shuffling, numbering of options and id numbers are not kept");
    }

    @Test
    void markup_that_is_not_escaped_and_long_escaped_text_are_read() {
        var unescaped = read("""
                <quiz><question type="multichoice"><name><text>N</text></name>
                <questiontext format="html"><text><p>One</p><p>two</p></text></questiontext>
                <answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer>
                </question></quiz>""");
        assertThat(accepted(named(unescaped, "N")).text()).isEqualTo("One\n\ntwo");

        var escaped = read("<quiz>"
                + ("<question type='multichoice'><name><text>N</text></name><questiontext format='html'><text>"
                                + "&lt;p&gt;x&lt;/p&gt;".repeat(1_000)
                                + "</text></questiontext><answer fraction='100'><text>a</text></answer>"
                                + "<answer><text>b</text></answer></question>")
                        .repeat(60)
                + "</quiz>");
        assertThat(escaped.accepted()).hasSize(60);
    }
}
