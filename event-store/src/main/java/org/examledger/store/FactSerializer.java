package org.examledger.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns facts into JSON and back, under their stable names and for the classes of {@link EventTypes} only.
 *
 * <p>Metadata is a flat JSON object of strings, numbers and booleans; without any it takes no bytes at all. Whatever
 * else is asked for fails with {@link SerializationException}, also where the JVM would have thrown an error.
 */
public final class FactSerializer implements Serializer {

    private static final SerializedType METADATA = new SimpleSerializedType(MetaData.class.getName(), null);
    private static final byte[] NOTHING = {};

    private final EventTypes types;
    private final Map<Class<?>, ObjectWriter> writers = new HashMap<>();
    private final Map<Class<?>, ObjectReader> readers = new HashMap<>();
    private final ObjectWriter metadataWriter;
    private final ObjectReader metadataReader;
    private final ChainingConverter converter = new ChainingConverter(FactSerializer.class.getClassLoader());

    public FactSerializer(EventTypes types) {
        this.types = types;
        JsonMapper mapper = LogJson.mapper();
        for (var type : types.all()) {
            writers.put(type.payloadClass(), mapper.writerFor(type.payloadClass()));
            readers.put(type.payloadClass(), mapper.readerFor(type.payloadClass()));
        }
        metadataWriter = mapper.writerFor(Map.class);
        metadataReader = mapper.readerFor(
                mapper.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class));
        converter.registerConverter(new JsonNodeToByteArrayConverter(mapper));
        converter.registerConverter(new ByteArrayToJsonNodeConverter(mapper));
        converter.registerConverter(new JsonNodeToObjectNodeConverter());
        converter.registerConverter(new ObjectNodeToJsonNodeConverter());
    }

    EventTypes types() {
        return types;
    }

    static SerializedObject<byte[]> storedMetadata(byte[] stored) {
        return new SimpleSerializedObject<>(stored, byte[].class, METADATA);
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        if (object == null) {
            var nothing = converter.convert(NOTHING, byte[].class, expectedRepresentation);
            return new SimpleSerializedObject<>(nothing, expectedRepresentation, SerializedType.emptyType());
        }
        var bytes = object instanceof MetaData metadata ? metadataBytes(metadata) : payloadBytes(object);
        var data = converter.convert(bytes, byte[].class, expectedRepresentation);
        return new SimpleSerializedObject<>(data, expectedRepresentation, typeForClass(object.getClass()));
    }

    /** Writes a fact; its class must be one of the {@link EventTypes}. */
    byte[] payloadBytes(Object fact) {
        var type = types.of(fact.getClass());
        var writer = writers.get(type.payloadClass());
        if (writer == null) {
            throw new UnknownEventTypeException("there is no writer for " + type);
        }
        return guarded(type.name(), () -> writer.writeValueAsBytes(fact));
    }

    /** Writes metadata, nothing at all for an empty map. */
    byte[] metadataBytes(MetaData metadata) {
        if (metadata.isEmpty()) {
            return NOTHING;
        }
        metadata.forEach((key, value) -> {
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new SerializationException(
                        "metadata holds strings, numbers and booleans, because it is read back as JSON; not " + key);
            }
        });
        return guarded("metadata", () -> metadataWriter.writeValueAsBytes(new TreeMap<>(metadata)));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return converter.canConvert(byte[].class, expectedRepresentation);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Axon's contract: the empty type reads as null
    public <S, T> T deserialize(SerializedObject<S> serializedObject) {
        var type = serializedObject.getType();
        if (SerializedType.isEmptyType(type)) {
            return null;
        }
        var bytes = converter.convert(serializedObject, byte[].class).getData();
        return (T) (isMetadata(type) ? metadata(bytes) : payload(classForType(type), bytes));
    }

    private MetaData metadata(byte[] bytes) {
        if (bytes.length == 0) {
            return MetaData.emptyInstance();
        }
        return guarded("metadata", () -> MetaData.from(metadataReader.<Map<String, ?>>readValue(bytes)));
    }

    private Object payload(Class<?> payloadClass, byte[] bytes) {
        var reader = readers.get(payloadClass);
        if (reader == null) {
            throw new UnknownEventTypeException("there is no reader for " + payloadClass);
        }
        return guarded(payloadClass.getSimpleName(), () -> reader.readValue(bytes));
    }

    /** The class for a stored name; it must be one of the {@link EventTypes}, and is never "unknown". */
    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.isEmptyType(type)) {
            return Void.class;
        }
        if (isMetadata(type)) {
            return MetaData.class;
        }
        return types.of(type.getName(), revision(type)).payloadClass();
    }

    private static int revision(SerializedType type) {
        try {
            return Integer.parseInt(type.getRevision());
        } catch (NumberFormatException e) {
            throw new UnknownEventTypeException("not a revision of " + type.getName() + ": " + type.getRevision());
        }
    }

    private static boolean isMetadata(SerializedType type) {
        return METADATA.getName().equals(type.getName());
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class) {
            return SerializedType.emptyType();
        }
        if (MetaData.class.isAssignableFrom(type)) {
            return METADATA;
        }
        return typeOf(types.of(type));
    }

    static SerializedType typeOf(EventType type) {
        return new SimpleSerializedType(type.name(), Integer.toString(type.revision()));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    private interface Work<T> {
        T run();
    }

    /** An error in the commit phase would leave a transaction on the thread, so it becomes an exception here. */
    private static <T> T guarded(String what, Work<T> work) {
        try {
            return work.run();
        } catch (JacksonException | Error e) {
            throw new SerializationException("the JSON of " + what + " failed: " + e.getMessage(), e);
        }
    }
}
