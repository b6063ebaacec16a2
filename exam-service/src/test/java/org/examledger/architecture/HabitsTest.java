package org.examledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class HabitsTest {
    @Test
    void time_comes_from_a_clock_that_was_handed_in() {
        Habits.timeComesFromAClock().check(House.classes());
    }

    @Test
    void whoever_asks_the_machine_for_the_time_is_caught_each_time() {
        var violations = violations(Habits.timeComesFromAClock(), "clocks");

        assertThat(violations).hasSize(9).allSatisfy(it -> assertThat(it).contains("ReadsAClock."));
        for (var culprit : List.of(
                "instant()",
                "reference()",
                "date()",
                "dateTime()",
                "zoned()",
                "offset()",
                "millis()",
                "clock()",
                "old()")) {
            assertThat(violations).anySatisfy(it -> assertThat(it).contains("ReadsAClock." + culprit));
        }
    }

    @Test
    void what_a_class_needs_comes_in_through_its_constructor() {
        Habits.nothingIsInjectedIntoFields().check(House.classes());
    }

    @Test
    void injected_fields_are_caught() {
        assertThat(violations(Habits.nothingIsInjectedIntoFields(), "injection"))
                .hasSize(2)
                .anySatisfy(it -> assertThat(it).contains("InjectedByField.clock"))
                .anySatisfy(it -> assertThat(it).contains("InjectedByField.number"));
    }

    @Test
    void every_package_is_null_marked() {
        Habits.packagesAreNullMarked().check(House.classes());
    }

    @Test
    void a_package_without_package_info_is_caught() {
        assertThat(violations(Habits.packagesAreNullMarked(), "unmarked"))
                .singleElement()
                .asString()
                .contains("InAPackageThatSaysNothing");
        assertThat(violations(Habits.packagesAreNullMarked(), "marked")).isEmpty();
    }

    @Test
    void facts_are_records_that_hold_jdk_values_only() {
        Habits.factsAreRecordsOfPlainTypes().check(House.classes());
    }

    @Test
    void a_fact_that_is_no_record_or_holds_a_foreign_type_is_caught() {
        assertThat(violations(Habits.factsAreRecordsOfPlainTypes(), "facts"))
                .hasSize(2)
                .anySatisfy(it -> assertThat(it).contains("FactThatIsAClass", "no record"))
                .anySatisfy(it -> assertThat(it).contains("FactOfForeignTypes.methods", "HttpMethod"));
    }

    @Test
    void classes_are_named_in_the_words_of_the_field() {
        Habits.namesAreTheFieldsWords().check(House.classes());
    }

    @Test
    void classes_named_after_a_layer_are_caught() {
        assertThat(violations(Habits.namesAreTheFieldsWords(), "names"))
                .hasSize(4)
                .anySatisfy(it -> assertThat(it).contains("AnswerDto"))
                .anySatisfy(it -> assertThat(it).contains("AnswerServiceImpl"))
                .anySatisfy(it -> assertThat(it).contains("AnswerUtil>"))
                .anySatisfy(it -> assertThat(it).contains("AnswerUtils"));
    }

    @Test
    void doubles_are_written_out_and_nothing_is_mocked() {
        assertThat(Sources.thatMock()).isEmpty();
    }

    @Test
    void a_mock_is_caught() {
        assertThat(Sources.thatMock(Sources.PLANTED)).singleElement().asString().endsWith("UsesMockito.java");
    }

    private static List<String> violations(ArchRule rule, String kind) {
        return House.violations(rule, House.planted(kind));
    }
}
