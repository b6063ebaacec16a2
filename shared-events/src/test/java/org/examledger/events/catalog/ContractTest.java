package org.examledger.events.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

/** What has landed in the log must keep reading for ever, byte for byte the same in meaning. */
class ContractTest {
    static List<FactCatalog.Entry> entries() {
        return FactCatalog.entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void an_approved_file_reads_into_its_fact_and_writes_back_to_the_same_json(FactCatalog.Entry entry) {
        var approved = ContractFiles.approved(entry);

        var fact = ContractFiles.read(approved, entry.type());

        assertThat(ContractFiles.written(fact)).isEqualTo(approved);
        assertThat(ContractFiles.read(ContractFiles.written(fact), entry.type()))
                .isEqualTo(fact);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void an_approved_file_shows_every_field_in_the_order_in_which_it_is_written(FactCatalog.Entry entry) {
        var fields = components(entry).map(RecordComponent::getName).toList();

        assertThat(ContractFiles.approved(entry).propertyNames()).containsExactlyElementsOf(fields);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void a_field_that_may_be_absent_is_not_written_when_it_is(FactCatalog.Entry entry) {
        var bare = ContractFiles.approved(entry);
        components(entry)
                .filter(it -> it.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .forEach(it -> bare.remove(it.getName()));

        assertThat(ContractFiles.written(ContractFiles.read(bare, entry.type())))
                .isEqualTo(bare);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void a_field_that_this_release_does_not_know_is_an_error(FactCatalog.Entry entry) {
        var newer = ContractFiles.approved(entry).put("fromTheFuture", 1);

        assertThatThrownBy(() -> ContractFiles.read(newer, entry.type())).isInstanceOf(JacksonException.class);
    }

    @Test
    void every_entry_of_the_catalog_has_its_file_and_no_file_is_an_orphan() {
        assertThat(ContractFiles.missing(ContractFiles.names(), FactCatalog.entries()))
                .isEmpty();
        assertThat(ContractFiles.orphans(ContractFiles.names(), FactCatalog.entries()))
                .isEmpty();
    }

    /** The twin: a missing file, a later revision without one, and a file without a fact are all named. */
    @Test
    void a_missing_file_and_an_orphan_would_be_named() {
        var entry = FactCatalog.entries().getFirst();
        var later = new FactCatalog.Entry(entry.name(), entry.revision() + 1, entry.type());

        assertThat(ContractFiles.missing(List.of("Nothing.1.json"), List.of(entry, later)))
                .containsExactly("SessionAssigned.1.json", "SessionAssigned.2.json");
        assertThat(ContractFiles.orphans(List.of("SessionAssigned.1.json", "Nothing.1.json"), List.of(entry)))
                .containsExactly("Nothing.1.json");
    }

    /** The twin: the comparison sees a value that changed, also a time that lost its milliseconds. */
    @Test
    void a_time_written_in_another_way_would_be_noticed() {
        var entry = FactCatalog.entries().stream()
                .filter(it -> it.name().equals("SessionTimedOut"))
                .findAny()
                .orElseThrow();
        var other = ContractFiles.approved(entry).put("endedAt", "2026-12-01T09:35:00.25Z");

        assertThat(ContractFiles.written(ContractFiles.read(other, entry.type())))
                .isNotEqualTo(other);
    }

    private static Stream<RecordComponent> components(FactCatalog.Entry entry) {
        return Arrays.stream(entry.type().getRecordComponents());
    }
}
