package org.examledger.command.restores;

import java.util.UUID;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.EventLog;
import org.examledger.command.handling.Reply;
import org.examledger.command.http.Checked;
import org.examledger.command.http.Problem;
import org.examledger.command.http.Replies;
import org.examledger.events.Actor;
import org.examledger.events.StreamId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RestoresController {
    private static final int LONGEST_REASON = 500;

    private final Commands commands;
    private final SignedRows signed;
    private final EventLog log;

    RestoresController(Commands commands, SignedRows signed, EventLog log) {
        this.commands = commands;
        this.signed = signed;
        this.log = log;
    }

    record RestoredBody(@Nullable String reason) {}

    /** What was declared lost. */
    record DeclaredBody(long lostFrom, long lostTo, long sequence, long position) {}

    @PostMapping("/api/v1/audit/log/restored")
    ResponseEntity<DeclaredBody> declare(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody RestoredBody body,
            Actor actor) {
        var checked = new Checked();
        var reason = checked.text("reason", body.reason(), LONGEST_REASON);
        checked.orRefuse();
        var lostNow = signed.lost();
        if (lostNow.isEmpty() && log.headOf(StreamId.RESTORES).isEmpty()) {
            // Nothing was ever declared, so there is no stream that could refuse it.
            throw Problem.of(LogOfRestores.NOTHING_IS_LOST);
        }
        Reply<SignedRows.Lost> reply = commands.send(new DeclareRestored(lostNow, reason, key), actor);
        var lost = Replies.accepted(reply);
        return Replies.of(
                HttpStatus.OK, reply, new DeclaredBody(lost.from(), lost.to(), reply.sequence(), reply.position()));
    }
}
