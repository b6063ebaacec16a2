package org.examledger.command.person;

import java.util.UUID;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.handling.Reply;
import org.examledger.command.http.Problem;
import org.examledger.command.http.Replies;
import org.examledger.events.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Erases people from the directory (R13). */
@RestController
class PersonController {
    private final Commands commands;
    private final ErasedEntries entries;

    PersonController(Commands commands, ErasedEntries entries) {
        this.commands = commands;
        this.entries = entries;
    }

    /**
     * The fact comes first: were it the other way round, a crash in between would leave an erasure that nothing remembers.
     * A repeat completes it.
     */
    @DeleteMapping("/api/v1/people/{workerId}")
    ResponseEntity<Void> erasePerson(
            @PathVariable String workerId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            Actor actor) {
        var person = entries.personOf(workerId);
        if (person.isEmpty()) {
            if (entries.isErased(workerId)) {
                return ResponseEntity.noContent().build();
            }
            throw Problem.of(Refusal.of(Code.NOT_FOUND, "There is nothing here."));
        }
        Reply<UUID> reply = commands.send(new ErasePerson(person.get(), key), actor);
        entries.erase(workerId, Replies.accepted(reply));
        return Replies.nothing(reply);
    }
}
