package org.examledger.events.log;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The database was restored from a backup, and rows that had been signed are gone.
 *
 * @param lostFrom position after the newest checkpoint that the log still fulfils
 * @param lostTo position up to which the newest checkpoint went that it does not fulfil any more
 */
@Remembered(name = "LogRestored")
public record LogRestored(
        long lostFrom, long lostTo, String reason, @Nullable UUID commandId) implements LogFact {}
