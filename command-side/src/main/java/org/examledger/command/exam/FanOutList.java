package org.examledger.command.exam;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is still to be done for all sessions of exams, kept beside the log so that it survives a restart and can be shown.
 * A to-do list: the log says what is to be done, and a list that is lost is written again from it.
 */
public interface FanOutList {
    /** How far one fan-out has got: so many of an exam's sessions, in the order in which their workers were assigned. */
    record Progress(int done, int total) {
        boolean isDone() {
            return done >= total;
        }
    }

    /** The progress of everything listed of an exam, by the cause's sequence in the exam's stream. */
    Map<Long, Progress> of(UUID examId);

    /** Lists a fan-out that has not begun; without effect when it is listed. */
    void add(UUID examId, long sequence, FanOutKind kind, int total);

    /** Notes that so many sessions have been reached. */
    void reached(UUID examId, long sequence, int done);

    /** Makes this owner the only one who works on an exam for a while, or prolongs it; false when another one is. */
    boolean claim(UUID examId, String owner, Duration lease);

    /** Gives an exam back, when this owner has it. */
    void release(UUID examId, String owner);

    /** The exams of which something is left to do. */
    List<UUID> unfinished();

    /** Up to which position the log has been looked through for causes. */
    long bookmark();

    void moveBookmark(long position);
}
