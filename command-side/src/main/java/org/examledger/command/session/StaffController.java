package org.examledger.command.session;

import java.util.UUID;
import org.examledger.command.handling.Commands;
import org.examledger.command.http.Checked;
import org.examledger.events.Actor;
import org.examledger.events.session.CloseScoring;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HC's commands on one session. */
@RestController
@RequestMapping("/api/v1/sessions/{sessionId}")
class StaffController {
    private static final int REASON = 1000;

    private final Commands commands;

    StaffController(Commands commands) {
        this.commands = commands;
    }

    record CloseBody(@Nullable String reason, @Nullable CloseScoring scoring) {}

    @PostMapping("/close")
    ResponseEntity<ReceiptBody> close(
            @PathVariable UUID sessionId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody CloseBody body,
            Actor actor) {
        var checked = new Checked();
        var reason = checked.text("reason", body.reason(), REASON);
        var scoring = body.scoring();
        if (scoring == null) {
            checked.against("scoring", "must be FROM_ANSWERS or ZERO");
            scoring = CloseScoring.FROM_ANSWERS;
        }
        checked.orRefuse();
        return ReceiptBody.plain(commands.send(new CloseSession(sessionId, reason, scoring, key), actor));
    }
}
