package org.examledger.events;

import java.util.UUID;

/** Names of streams. They carry the type of their aggregate, because all aggregates share one log. */
public final class StreamId {
    private static final String SESSION = "session:";

    /** With what the streams of exams begin. */
    public static final String EXAM = "exam:";

    private static final String DRAFT = "draft:";

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

    /** The id within a stream's name, whatever its type. */
    public static UUID idIn(String stream) {
        return UUID.fromString(stream.substring(stream.indexOf(':') + 1));
    }
}
