package org.examledger.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The closed map between stable event names and classes; nothing outside it is ever written or instantiated.
 */
public final class EventTypes {

    private record Key(String name, int revision) {}

    private final Map<Class<?>, EventType> byClass = new HashMap<>();
    private final Map<Key, EventType> byName = new HashMap<>();

    private EventTypes(Collection<EventType> types) {
        for (var type : types) {
            if (byClass.put(type.payloadClass(), type) != null) {
                throw new IllegalArgumentException(type.payloadClass() + " has two event types");
            }
            if (byName.put(new Key(type.name(), type.revision()), type) != null) {
                throw new IllegalArgumentException(
                        type.name() + " revision " + type.revision() + " stands for two classes");
            }
        }
    }

    public static EventTypes of(Collection<EventType> types) {
        return new EventTypes(types);
    }

    public static EventTypes of(EventType... types) {
        return new EventTypes(List.of(types));
    }

    /** Finds how a class is kept, or throws {@link UnknownEventTypeException}. */
    public EventType of(Class<?> payloadClass) {
        var type = byClass.get(payloadClass);
        if (type == null) {
            throw new UnknownEventTypeException(payloadClass.getName() + " is not an event type of this log");
        }
        return type;
    }

    /** Finds what a stored name stands for, or throws {@link UnknownEventTypeException}. */
    public EventType of(String name, int revision) {
        var type = byName.get(new Key(name, revision));
        if (type == null) {
            throw new UnknownEventTypeException("this release cannot read the event " + name + " revision " + revision);
        }
        return type;
    }

    /** All types, in no particular order. */
    public Collection<EventType> all() {
        return List.copyOf(byName.values());
    }
}
