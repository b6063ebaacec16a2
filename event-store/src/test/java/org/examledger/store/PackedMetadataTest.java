package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata comes back as it was hashed, whether it could be packed or not. */
class PackedMetadataTest {

    private static LogDatabase database;
    private static LogProcess process;

    @BeforeAll
    static void start() {
        database = new LogDatabase();
        process = new LogProcess(database);
    }

    @AfterAll
    static void stop() {
        process.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"actor\":\"8b1f2d5e-0c4a-4f4e-9d52-0f9a3c6b7e11\",\"correlation\":\"00f3b2a19c8d7e6f\",\"role\":\"worker\"}",
                "{\"actor\":\"p-1\",\"correlation\":\"ffffffffffffffff\",\"role\":\"hc\"}",
                "{\"actor\":\"p-1\",\"correlation\":\"0d9f5c8a-3b1e-4c2d-8e7f-00000000000a\",\"role\":\"hc\"}",
                "{\"actor\":\"system\",\"correlation\":\"\",\"role\":\"system\"}"
            })
    void usual_metadata_takes_a_number_and_a_few_bytes(String metadata) {
        var packed = PackedMetadata.of(bytes(metadata));

        assertThat(packed.actor()).isNotNull();
        assertThat(packed.rest()).isEmpty();
        assertThat(packed.correlation().length).isLessThanOrEqualTo(16);
        assertThat(text(packed.unpacked())).isEqualTo(metadata);
        assertComesBackFromTheLog(metadata);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"actor\":\"p-1\"}",
                "{\"actor\":\"p-1\",\"role\":\"hc\"}",
                "{\"actor\":\"p-1\",\"role\":\"hc\",\"correlation\":\"\"}",
                "{\"actor\":\"\",\"correlation\":\"\",\"role\":\"hc\"}",
                "{\"actor\": \"p-1\",\"correlation\":\"\",\"role\":\"hc\"}",
                "{\"actor\":\"p-1\",\"correlation\":\"\",\"role\":\"hc\"}\n",
                "{\"actor\":\"p-1\",\"correlation\":\"\",\"role\":\"hc\",\"more\":1}",
                "{\"actor\":\"p-1\",\"correlation\":\"\",\"role\":\"HC\"}",
                "{\"actor\":\"p-1\",\"correlation\":\"00F3B2A19C8D7E6F\",\"role\":\"hc\"}",
                "{\"actor\":\"p-1\",\"correlation\":\"00f3b2a19c8d7e6\",\"role\":\"hc\"}",
                "{\"actor\":\"p-1\",\"correlation\":\"0d9f5c8a3b1e4c2d8e7f00000000000a\",\"role\":\"hc\"}",
                "{\"actor\":\"p-1\",\"correlation\":\"from-a-gateway.7\",\"role\":\"hc\"}",
                "{\"actor\":\"p-1\",\"correlation\":7,\"role\":\"hc\"}",
                "{\"actor\":\"a\\u0041\",\"correlation\":\"\",\"role\":\"hc\"}",
                "{\"actor\":\"Żaneta\",\"correlation\":\"\",\"role\":\"hc\"}"
            })
    void any_other_metadata_is_kept_as_it_is(String metadata) {
        var packed = PackedMetadata.of(bytes(metadata));

        assertThat(packed.actor()).isNull();
        assertThat(text(packed.unpacked())).isEqualTo(metadata);
        assertComesBackFromTheLog(metadata);
    }

    private static void assertComesBackFromTheLog(String metadata) {
        var stream = "exam:" + process.reader.lastPosition();
        process.appender.append(List.of(StoredEvent.sealed(
                stream, 0, LogProcess.AT.toEpochMilli(), Opened.TYPE, bytes(metadata), bytes("{}"))));

        var event = process.reader.eventsOf(stream, -1, 1).getFirst();
        assertThat(text(event.metadata())).isEqualTo(metadata);
        assertThat(event.recomputedHash()).isEqualTo(event.hash());
        assertThat(database.text("SELECT metadata FROM log_event_readable WHERE stream_id = '" + stream + "'"))
                .isEqualTo(metadata);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
