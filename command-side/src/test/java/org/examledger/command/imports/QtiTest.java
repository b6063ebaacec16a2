package org.examledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.examledger.command.imports.QuestionImport.ImportedItem;
import org.junit.jupiter.api.Test;

class QtiTest extends ReadFiles {
    @Test
    void an_item_of_2_1_with_a_described_picture_and_feedback() {
        var item = named(read(file("item21.xml")), "Unattended Luggage");
        var question = accepted(item);

        assertThat(question.text())
                .isEqualTo("Look at the text on the sign:\n\n[NEVER LEAVE LUGGAGE UNATTENDED]\n\nWhat does it say?");
        assertThat(options(question))
                .containsExactly(
                        "You must stay with your luggage at all times.",
                        "Do not let someone else look after your luggage.");
        assertThat(question.correct()).containsExactly(1);
        assertThat(question.multiple()).isFalse();
        assertThat(question.points()).isEqualTo(1);
        assertThat(item.warnings())
                .contains("is kept without feedback, shuffling of its options", "is plain text now, without <em>");
    }

    @Test
    void an_item_of_2_2_with_prefixes_and_a_mapping() {
        var item = named(read(file("item22-mapping.xml")), "Composition of Water");
        var question = accepted(item);

        assertThat(question.text()).isEqualTo("Which elements form water?");
        assertThat(question.correct()).containsExactly(1, 3);
        assertThat(question.multiple()).isTrue();
        assertThat(question.points()).isEqualTo(2);
        assertThat(item.warnings()).anySatisfy(it -> assertThat(it).startsWith("points for a part"));
    }

    @Test
    void an_item_of_3_0_keeps_what_is_preformatted() {
        var item = named(read(file("item30.xml")), "Planets");
        var question = accepted(item);

        assertThat(options(question)).containsExactly("Mars", "Moon", "Venus\n  (hot)");
        assertThat(question.correct()).containsExactly(1, 3);
        assertThat(question.multiple()).isTrue();
        assertThat(question.points()).isEqualTo(3);
        assertThat(item.warnings()).containsExactly("is kept without the limit of 2 choices");
    }

    @Test
    void other_interactions_are_skipped() {
        assertThat(named(read(file("item30-order.xml")), "Podium").reason()).contains("orderInteraction");
    }

    @Test
    void what_changes_or_stands_elsewhere_is_skipped() {
        var item = text("item30.xml");
        assertThat(only(item.replace("adaptive=\"false\"", "adaptive=\"true\"")))
                .contains("adaptive");
        assertThat(only(item.replace("<qti-item-body>", "<qti-item-body><qti-printed-variable/>")))
                .contains("computed");
        assertThat(only(item.replace(
                        "<qti-item-body>", "<qti-assessment-stimulus-ref href=\"s.xml\"/><qti-item-body>")))
                .contains("another file");
        assertThat(only(item.replace("<qti-value>C3</qti-value>", "<qti-value>C9</qti-value>")))
                .contains("no option");
        assertThat(only(item.replace("<qti-prompt>", "<qti-prompt><math><mi>x</mi></math>")))
                .contains("MathML");
    }

    private static String only(String item) {
        return String.valueOf(read(item).items().getFirst().reason());
    }

    @Test
    void a_package_is_read_in_the_order_of_its_manifest() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("items/luggage.xml", file("item21.xml"));
        files.put("items/stray.xml", file("item22-mapping.xml"));
        files.put("items/planets and moons.xml", file("item30.xml"));
        files.put("images/sign.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        files.put("items/damaged.xml", "<assessmentItem><itemBody>".getBytes(StandardCharsets.UTF_8));
        files.put("imsmanifest.xml", file("imsmanifest.xml"));

        var read = read(Zips.of(files));

        assertThat(read.items())
                .extracting(ImportedItem::file)
                .containsExactly(
                        "items/planets and moons.xml", "items/luggage.xml", "items/stray.xml", "items/damaged.xml");
        assertThat(read.items().get(2).warnings()).contains("is in no manifest or test of the package");
        assertThat(read.items().get(3).reason()).contains("not well-formed");
        assertThat(read.warnings()).anySatisfy(it -> assertThat(it).startsWith("1 files that are not XML"));
    }

    @Test
    void a_test_gives_the_order_and_says_what_is_missing() {
        var test = """
                <assessmentTest identifier="t"><testPart><assessmentSection identifier="s" title="S">
                <assessmentItemRef identifier="b" href="b.xml"/><assessmentItemRef identifier="x" href="x.xml"/>
                <assessmentItemRef identifier="a" href="a.xml"/></assessmentSection></testPart></assessmentTest>""";
        var read = read(Zips.of(Map.of(
                "q/test.xml", test.getBytes(StandardCharsets.UTF_8),
                "q/a.xml", file("item21.xml"),
                "q/b.xml", file("item30.xml"))));

        assertThat(read.items()).extracting(ImportedItem::file).containsExactly("q/b.xml", "q/x.xml", "q/a.xml");
        assertThat(read.items().get(1).reason()).contains("not in the package");
    }
}
