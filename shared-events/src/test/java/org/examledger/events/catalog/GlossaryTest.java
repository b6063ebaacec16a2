package org.examledger.events.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlossaryTest {
    private final String glossary = Glossary.text();

    @Test
    void the_glossary_explains_every_fact_and_every_field() {
        assertThat(Glossary.missingFrom(glossary, FactCatalog.entries())).isEmpty();
    }

    @Test
    void the_glossary_explains_nothing_that_is_not_there() {
        assertThat(Glossary.surplusIn(glossary, FactCatalog.entries())).isEmpty();
    }

    /** The twins: whatever is taken out is named. */
    @Test
    void a_fact_without_a_section_would_be_named() {
        var planted = glossary.replace("### `PageChanged`", "### `PageTurned`");

        assertThat(Glossary.missingFrom(planted, FactCatalog.entries()))
                .containsExactly("PageChanged", "PageChanged: revision 1");
        assertThat(Glossary.surplusIn(planted, FactCatalog.entries())).containsExactly("PageTurned");
    }

    @Test
    void a_field_without_an_explanation_would_be_named() {
        assertThat(Glossary.missingFrom(without("| `lastAnswerSeq` |"), FactCatalog.entries()))
                .containsExactly("SessionSubmitted: lastAnswerSeq");
    }

    @Test
    void a_field_deep_within_a_fact_would_be_named() {
        assertThat(Glossary.missingFrom(without("| `durationSeconds` |"), FactCatalog.entries()))
                .containsExactly("Timing: durationSeconds");
    }

    @Test
    void a_constant_without_an_explanation_would_be_named() {
        assertThat(Glossary.missingFrom(without("| `LEAVING` |"), FactCatalog.entries()))
                .containsExactly("Visibility: LEAVING");
    }

    @Test
    void a_column_of_the_row_without_an_explanation_would_be_named() {
        assertThat(Glossary.missingFrom(without("| `correlation` |"), FactCatalog.entries()))
                .containsExactly("The row: correlation");
    }

    @Test
    void a_revision_without_a_word_would_be_named() {
        assertThat(Glossary.missingFrom(
                        glossary.replace("`session:` · revision 1", "`session:`"), FactCatalog.entries()))
                .contains("SessionStarted: revision 1", "AnswerSelected: revision 1");
    }

    private String without(String row) {
        return glossary.lines().filter(line -> !line.startsWith(row)).reduce("", (text, line) -> text + line + "\n");
    }
}
