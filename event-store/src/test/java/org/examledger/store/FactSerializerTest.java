package org.examledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FactSerializerTest {

    enum Policy {
        WALL_CLOCK;

        @Override
        public String toString() {
            return "for people";
        }
    }

    record Part(String name, @Nullable Integer weight) {}

    record Everything(
            UUID id,
            Instant at,
            LocalDate day,
            Duration limit,
            Policy policy,
            List<Part> parts,
            Map<String, Object> settings,
            @Nullable String note,
            boolean shuffled,
            int pages,
            double weight) {

        public boolean isNotAComponent() {
            return true;
        }
    }

    record Endless(Map<String, Object> self) {}

    private static final EventType EVERYTHING = new EventType("everything", 3, Everything.class);
    private static final EventType ENDLESS = new EventType("endless", 1, Endless.class);
    private final FactSerializer serializer =
            new FactSerializer(EventTypes.of(EVERYTHING, ENDLESS, Opened.TYPE, Answered.TYPE));

    private final Everything everything = new Everything(
            UUID.fromString("00000000-0000-0000-0000-00000000002a"),
            Instant.parse("2026-01-02T03:04:05Z"),
            LocalDate.of(2026, 6, 7),
            Duration.ofMinutes(45),
            Policy.WALL_CLOCK,
            List.of(new Part("first", 2), new Part("second", null)),
            Map.of("draw", 5),
            null,
            true,
            12,
            0.5);

    @Test
    void a_record_comes_back_equal() {
        var serialized = serializer.serialize(everything, byte[].class);

        assertThat(serialized.getType()).isEqualTo(new SimpleSerializedType("everything", "3"));
        Object read = serializer.deserialize(serialized);
        assertThat(read).isEqualTo(everything);
    }

    @Test
    void the_json_is_plain_and_stable() {
        assertThat(new String(serializer.payloadBytes(everything), UTF_8))
                .isEqualTo("{\"id\":\"00000000-0000-0000-0000-00000000002a\",\"at\":\"2026-01-02T03:04:05.000Z\","
                        + "\"day\":\"2026-06-07\",\"limit\":\"PT45M\",\"policy\":\"WALL_CLOCK\","
                        + "\"parts\":[{\"name\":\"first\",\"weight\":2},{\"name\":\"second\"}],"
                        + "\"settings\":{\"draw\":5},\"shuffled\":true,\"pages\":12,\"weight\":0.5}");
    }

    @Test
    void a_field_nobody_knows_is_refused() {
        assertThatThrownBy(() -> read("opened", 1, "{\"title\":\"a\",\"surprise\":1}"))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void a_number_that_is_missing_is_refused_and_not_zero() {
        assertThatThrownBy(() -> read("answered", 2, "{\"questionId\":\"q\",\"optionIds\":[]}"))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void names_revisions_and_classes_outside_the_map_are_refused() {
        assertThatThrownBy(() -> read("java.lang.String", 1, "\"x\"")).isInstanceOf(UnknownEventTypeException.class);
        assertThatThrownBy(() -> read("opened", 2, "{}")).isInstanceOf(UnknownEventTypeException.class);
        assertThatThrownBy(() -> serializer.classForType(new SimpleSerializedType("opened", null)))
                .isInstanceOf(UnknownEventTypeException.class);
        assertThatThrownBy(() -> serializer.serialize("text", byte[].class))
                .isInstanceOf(UnknownEventTypeException.class);
    }

    @Test
    void a_class_or_a_name_may_stand_in_the_map_once_only() {
        assertThatThrownBy(() -> EventTypes.of(Opened.TYPE, new EventType("opened", 2, Opened.class)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventTypes.of(Opened.TYPE, new EventType("opened", 1, Answered.class)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void metadata_comes_back_as_it_went_and_takes_no_byte_when_empty() {
        var metadata = MetaData.with("actor", "p-7").and("role", "HC").and("count", 3);

        MetaData read = serializer.deserialize(serializer.serialize(metadata, byte[].class));

        assertThat(read).isEqualTo(metadata);
        assertThat(serializer.metadataBytes(MetaData.emptyInstance())).isEmpty();
        MetaData none = serializer.deserialize(FactSerializer.storedMetadata(new byte[0]));
        assertThat(none).isEmpty();
    }

    @Test
    void metadata_that_would_change_its_type_is_refused() {
        assertThatThrownBy(() -> serializer.metadataBytes(MetaData.with("at", Instant.EPOCH)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("at");
    }

    @Test
    void an_error_while_writing_is_an_exception() {
        var self = new LinkedHashMap<String, Object>();
        self.put("self", self);

        assertThatThrownBy(() -> serializer.payloadBytes(new Endless(self))).isInstanceOf(SerializationException.class);
    }

    @Test
    void upcasters_can_work_on_trees() {
        var tree = serializer.serialize(new Opened("a", null), JsonNode.class);

        assertThat(tree.getData().path("title").asString()).isEqualTo("a");
        assertThat(serializer.canSerializeTo(JsonNode.class)).isTrue();
        Object read = serializer.deserialize(tree);
        assertThat(read).isEqualTo(new Opened("a", null));
    }

    @Test
    void nothing_is_written_as_the_empty_type() {
        var nothing = serializer.serialize(null, byte[].class);

        assertThat(nothing.getType()).isEqualTo(SerializedType.emptyType());
        Object read = serializer.deserialize(nothing);
        assertThat(read).isNull();
    }

    private Object read(String name, int revision, String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, name, Integer.toString(revision)));
    }
}
