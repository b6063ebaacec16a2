package org.examledger.command.restores;

import java.util.Optional;
import java.util.UUID;
import org.examledger.command.handling.Command;
import org.examledger.events.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * Say that the database was restored from a backup.
 *
 * @param lost what is missing since, as the checkpoints outside the database tell
 */
record DeclareRestored(
        Optional<SignedRows.Lost> lost,
        String reason,
        @Nullable UUID commandId) implements Command {
    @Override
    public String stream() {
        return StreamId.RESTORES;
    }
}
