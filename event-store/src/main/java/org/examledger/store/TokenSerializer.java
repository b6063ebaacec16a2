package org.examledger.store;

import java.nio.charset.StandardCharsets;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the progress of projections in Axon's token store, for the closed list of tokens in {@link TokenKind}.
 *
 * <p>A replay's context is kept when it is a string, a number or a boolean, and refused otherwise.
 */
public final class TokenSerializer implements Serializer {

    private final JsonMapper mapper = LogJson.mapper();
    private final Converter converter = new ChainingConverter(TokenSerializer.class.getClassLoader());

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        if (object != null && !(object instanceof TrackingToken)) {
            throw new SerializationException("not a token: " + object.getClass().getName());
        }
        var json = TokenKind.write(mapper, (TrackingToken) object).toString();
        var data = converter.convert(json.getBytes(StandardCharsets.UTF_8), byte[].class, expectedRepresentation);
        var type = typeForClass(object == null ? null : object.getClass());
        return new SimpleSerializedObject<>(data, expectedRepresentation, type);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return converter.canConvert(byte[].class, expectedRepresentation);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Axon's contract: the empty type reads as null
    public <S, T> T deserialize(SerializedObject<S> serializedObject) {
        if (SerializedType.isEmptyType(serializedObject.getType())) {
            return null;
        }
        classForType(serializedObject.getType());
        var bytes = converter.convert(serializedObject, byte[].class).getData();
        try {
            return (T) TokenKind.read(mapper.readTree(bytes));
        } catch (JacksonException e) {
            throw new SerializationException("not the JSON of a token", e);
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return SerializedType.isEmptyType(type)
                ? Void.class
                : TokenKind.named(type.getName()).tokenClass();
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        return type == null || type == Void.class
                ? SerializedType.emptyType()
                : new SimpleSerializedType(TokenKind.of(type).storedName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
