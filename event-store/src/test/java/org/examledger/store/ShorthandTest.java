package org.examledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShorthandTest {

    private static final String ANSWER = "{\"questionId\":17,\"optionIds\":[3],\"pageIndex\":2,\"epoch\":1,"
            + "\"clientSeq\":42,\"clientTime\":\"2026-11-05T09:12:33.123Z\","
            + "\"commandId\":\"8b1f0000-1111-4222-8333-44445555abcd\"}";

    static Stream<String> texts() {
        return Stream.concat(
                Shorthand.FRAGMENTS.stream(),
                Stream.of(
                        "",
                        ANSWER,
                        "session:8b1f0000-1111-4222-8333-44445555abcd",
                        "8B1F0000-1111-4222-8333-44445555ABCD",
                        "8b1f0000-1111-4222-8333-44445555abc",
                        "8b1f0000-1111-4222-8333+44445555abcd",
                        "2026-02-30T09:12:33.123Z",
                        "2026-12-31T23:59:60.000Z",
                        "1969-12-31T23:59:59.999Z",
                        "9999-12-31T23:59:59.999Z",
                        "2026-01-02T24:00:00.000Z",
                        "{\"title\":\"Überprüfung der Sätze – 安全\"}",
                        "line\nbreak and 8b1f0000-1111-4222-8333-44445555abcd",
                        "\u0001\u0002\u0003"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void every_text_comes_back_byte_for_byte(String text) {
        assertThat(unpacked(text)).isEqualTo(text);
    }

    @Test
    void random_bytes_come_back_too() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            assertThat(Shorthand.unpack(Shorthand.pack(bytes)))
                    .as("seed %d", seed)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void random_mixtures_of_json_come_back_too() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var pieces =
                texts().filter(text -> text.chars().noneMatch(c -> c < ' ')).toList();
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int j = 0; j < random.nextInt(6); j++) {
                var piece = pieces.get(random.nextInt(pieces.size()));
                text.append(piece, random.nextInt(piece.length() + 1), piece.length());
            }
            assertThat(unpacked(text.toString())).as("seed %d", seed).isEqualTo(text.toString());
        }
    }

    @Test
    void an_answer_takes_a_third_of_its_json() {
        assertThat(Shorthand.pack(ANSWER.getBytes(UTF_8)).length).isLessThan(ANSWER.length() / 3);
    }

    /** These bytes are in logs; a change that turns this test red makes old logs unreadable. */
    @Test
    void what_was_packed_once_is_packed_so_for_ever() {
        assertThat(Shorthand.pack(ANSWER.getBytes(UTF_8)))
                .asHexString()
                .isEqualTo("073137083309320B310C34320D0201A1AAFB3863" + "0E018B1F000011114222833344445555ABCD10");
        assertThat(StreamKey.of("session:8b1f0000-1111-4222-8333-44445555abcd"))
                .asHexString()
                .isEqualTo("03018B1F000011114222833344445555ABCD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session:8b1f0000-1111-4222-8333-44445555abcd",
                "8b1f0000-1111-4222-8333-44445555abcd",
                "exam:session:1",
                "pool:java-3",
                "session:",
                "other:8b1f0000-1111-4222-8333-44445555abcd"
            })
    void a_stream_key_leads_back_to_its_stream(String streamId) {
        assertThat(StreamKey.idOf(StreamKey.of(streamId))).isEqualTo(streamId);
    }

    @Test
    void a_stream_id_that_would_look_like_shorthand_is_refused() {
        assertThatThrownBy(() -> StreamKey.of("pool:\u0003")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_fragment_of_a_newer_release_is_an_error_and_not_a_gap() {
        assertThatThrownBy(() -> Shorthand.unpack(new byte[] {'{', 0x1F, '}'}))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void sql_reads_what_java_wrote() {
        try (var database = new LogDatabase()) {
            for (var text : texts().toList()) {
                assertThat(database.text("SELECT log_text(decode('%s', 'hex'))"
                                .formatted(HexFormat.of().formatHex(Shorthand.pack(text.getBytes(UTF_8))))))
                        .isEqualTo(text);
            }
        }
    }

    private static String unpacked(String text) {
        return new String(Shorthand.unpack(Shorthand.pack(text.getBytes(UTF_8))), UTF_8);
    }
}
