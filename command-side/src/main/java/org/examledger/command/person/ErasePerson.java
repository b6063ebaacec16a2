package org.examledger.command.person;

import java.util.UUID;
import org.examledger.command.handling.Command;
import org.examledger.events.StreamId;
import org.jspecify.annotations.Nullable;

/** Remember that this person's entry in the directory is being erased. */
record ErasePerson(UUID person, @Nullable UUID commandId) implements Command {
    @Override
    public String stream() {
        return StreamId.ofPerson(person);
    }
}
