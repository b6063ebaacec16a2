package org.examledger.events.session;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The worker left for good, or was silent in an exam that lets nobody come back: an end.
 *
 * @param epoch the page instance that left; the newest one when it was silent
 */
@Remembered(name = "SessionAbandoned")
public record SessionAbandoned(
        AbandonCause cause, int epoch, @Nullable UUID commandId) implements SessionFact {}
