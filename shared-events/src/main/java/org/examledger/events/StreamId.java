package org.examledger.events;

import java.util.UUID;

/** Names of streams. They carry the type of their aggregate, because all aggregates share one log. */
public final class StreamId {
    private static final String SESSION = "session:";

    /** With what the streams of exams begin. */
    public static final String EXAM = "exam:";

    /** The one stream about what befell the log itself. */
    public static final String RESTORES = "log:restores";

    private static final String DRAFT = "draft:";
    private static final String POOL = "pool:";
    private static final String PERSON = "person:";

    private StreamId() {}

    public static String ofSession(UUID sessionId) {
        return SESSION + sessionId;
    }

    public static String ofExam(UUID examId) {
        return EXAM + examId;
    }

    public static String ofDraft(UUID draftId) {
        return DRAFT + draftId;
    }

    /** @param name technology and level as {@link org.examledger.events.rules.PoolName#path} writes them */
    public static String ofPool(String name) {
        return POOL + name;
    }

    /** @param person opaque id */
    public static String ofPerson(UUID person) {
        return PERSON + person;
    }

    /** The id within a stream's name, whatever its type; a pool has a name instead. */
    public static UUID idIn(String stream) {
        return UUID.fromString(stream.substring(stream.indexOf(':') + 1));
    }
}
