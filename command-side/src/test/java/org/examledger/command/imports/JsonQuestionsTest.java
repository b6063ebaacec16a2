package org.examledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.events.draft.DraftOption;
import org.junit.jupiter.api.Test;

class JsonQuestionsTest extends ReadFiles {
    @Test
    void a_draft_is_read_by_its_packages_and_options_keep_their_ids() {
        var read = read(file("questions.json"));

        assertThat(read.format()).isEqualTo("json");
        assertThat(read.warnings()).containsExactly("only questions are imported, not title");
        var first = accepted(named(read, "id 7"));
        assertThat(first.id()).isEqualTo(1);
        assertThat(first.options()).containsExactly(new DraftOption(3, "this"), new DraftOption(1, "that"));
        assertThat(first.correct()).containsExactly(1);
        assertThat(first.multiple()).isFalse();
        assertThat(first.points()).isEqualTo(4);
        assertThat(named(read, "id 7").category()).isEqualTo("A");
        var second = named(read, "id 8");
        assertThat(accepted(second).multiple()).isTrue();
        assertThat(second.warnings()).containsExactly("says no points; it is worth 1");
    }

    @Test
    void what_cannot_be_asked_is_skipped() {
        var read = read(file("questions.json"));

        assertThat(read.items().get(1).reason()).contains("pool");
        assertThat(named(read, "id 9").reason())
                .isEqualTo(
                        "options there must be at least two; correct names an option that the question does not have");
        assertThat(named(read, "id 10").reason()).contains("unknown");
    }

    @Test
    void a_list_and_a_mark_in_front_are_read() {
        var read = read("\uFEFF[{\"text\":\"Which?\",\"options\":[{\"id\":1,\"text\":\"a\"},{\"id\":2,\"text\":\"b\"}],"
                + "\"correct\":[2],\"points\":0}]");

        assertThat(read.accepted()).hasSize(1);
    }
}
