package org.examledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenSerializerTest {

    private final TokenSerializer serializer = new TokenSerializer();

    static Stream<TrackingToken> tokens() {
        return Stream.of(
                at(17),
                ReplayToken.createReplayToken(at(100)),
                ReplayToken.createReplayToken(at(100), at(40)),
                ReplayToken.createReplayToken(at(100), at(40), "because of a new key"),
                ReplayToken.createReplayToken(at(100), at(0), 7),
                ReplayToken.createReplayToken(new MergedTrackingToken(at(60), at(80)), at(5)),
                new MergedTrackingToken(at(3), at(9)),
                new MergedTrackingToken(at(3), ReplayToken.createReplayToken(at(9), at(4))),
                new ConfigToken(Map.of("id", "4711")));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void every_token_of_a_projection_comes_back_equal(TrackingToken token) {
        assertThat(stored(token)).isEqualTo(token).hasSameClassAs(token);
    }

    @Test
    void a_replay_goes_on_as_a_replay_and_ends_where_it_should() {
        var replay = stored(ReplayToken.createReplayToken(at(100), at(40)));

        assertThat(ReplayToken.isReplay(event(replay))).isTrue();
        var later = ((ReplayToken) replay).advancedTo(at(100));
        assertThat(ReplayToken.isReplay(event(stored(later)))).isTrue();
        assertThat(((ReplayToken) later).advancedTo(at(101))).isEqualTo(at(101));
        assertThat(ReplayToken.getTokenAtReset(replay)).hasValue(100);
    }

    @Test
    void text_can_be_stored_instead_of_bytes() {
        var serialized = serializer.serialize(at(5), String.class);

        assertThat(serialized.getData()).isEqualTo("{\"kind\":\"position\",\"at\":5}");
        Object read = serializer.deserialize(serialized);
        assertThat(read).isEqualTo(at(5));
    }

    @Test
    void a_class_name_is_never_followed() {
        assertThatThrownBy(() -> read("java.util.HashMap", "{}")).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read("position", "{\"@class\":\"java.util.HashMap\"}"))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read("position", "not json")).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> serializer.serialize(Map.of(), byte[].class))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void a_replay_context_that_needs_a_class_is_refused() {
        var replay = ReplayToken.createReplayToken(at(9), at(4), Map.of("why", "not"));

        assertThatThrownBy(() -> serializer.serialize(replay, byte[].class)).isInstanceOf(SerializationException.class);
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    private static GenericTrackedEventMessage<String> event(TrackingToken token) {
        return new GenericTrackedEventMessage<>(token, new GenericEventMessage<>("any"));
    }

    private TrackingToken stored(TrackingToken token) {
        return serializer.deserialize(serializer.serialize(token, byte[].class));
    }

    private Object read(String type, String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, type, null));
    }
}
