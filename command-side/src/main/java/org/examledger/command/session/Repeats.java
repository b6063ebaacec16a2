package org.examledger.command.session;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A command that was seen before, known by its id (R2). */
final class Repeats {
    private Repeats() {}

    /** What a repeat is told, or what a command is told that uses the id of another; empty for a command that is new. */
    static Optional<Decision> of(@Nullable UUID commandId, Content content, Session session) {
        return session.memory()
                .seen(commandId)
                .map(seen -> seen.content().equals(content)
                        ? Decision.duplicate(seen.epoch(), seen.fate().outcome())
                        : Decision.refused(Refusals.commandReused()));
    }
}
