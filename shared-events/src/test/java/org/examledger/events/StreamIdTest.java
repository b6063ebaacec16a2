package org.examledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamIdTest {
    private static final UUID ID = UUID.fromString("0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d");

    @Test
    void a_stream_carries_the_type_of_its_aggregate() {
        assertThat(StreamId.ofSession(ID)).isEqualTo("session:" + ID);
        assertThat(StreamId.ofExam(ID)).isEqualTo("exam:" + ID);
        assertThat(StreamId.ofDraft(ID)).isEqualTo("draft:" + ID);
    }

    @Test
    void the_id_is_read_back_from_a_stream_of_any_type() {
        assertThat(StreamId.idIn(StreamId.ofSession(ID))).isEqualTo(ID);
        assertThat(StreamId.idIn(StreamId.ofExam(ID))).isEqualTo(ID);
        assertThat(StreamId.idIn(StreamId.ofDraft(ID))).isEqualTo(ID);
    }

    @Test
    void what_holds_no_id_is_refused() {
        assertThatThrownBy(() -> StreamId.idIn("session:seventeen")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roles_have_the_words_of_the_api() {
        assertThat(Actor.Role.values())
                .extracting(Actor.Role::word)
                .containsExactly("worker", "hc", "auditor", "admin", "system");
    }
}
