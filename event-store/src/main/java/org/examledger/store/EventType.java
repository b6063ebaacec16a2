package org.examledger.store;

/**
 * Says under which stable name and revision the records of one class are kept in the log.
 *
 * @param name short, never changed and never a Java name
 * @param revision 1 for the first shape of the event, one more for each later shape
 * @param payloadClass the class that can be read from and written to this shape
 */
public record EventType(String name, int revision, Class<?> payloadClass) {

    public EventType {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an event type needs a name: " + payloadClass);
        }
        if (revision < 1 || revision > Short.MAX_VALUE) {
            throw new IllegalArgumentException("revision " + revision + " of " + name + " does not fit in a smallint");
        }
    }
}
