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
    private static final String KEY = "Idempotency-Key";
    private static final int REASON = 1000;

    /** No exam's time is changed by more, in seconds. */
    private static final int WEEK = 604_800;

    private final Commands commands;

    StaffController(Commands commands) {
        this.commands = commands;
    }

    record CloseBody(@Nullable String reason, @Nullable CloseScoring scoring) {}

    @PostMapping("/close")
    ResponseEntity<ReceiptBody> close(
            @PathVariable UUID sessionId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
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

    record ExtendBody(@Nullable Integer seconds, @Nullable String reason) {}

    @PostMapping("/extend")
    ResponseEntity<ReceiptBody> extend(
            @PathVariable UUID sessionId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody ExtendBody body,
            Actor actor) {
        var checked = new Checked();
        var seconds = checked.integer("seconds", body.seconds(), -WEEK, WEEK);
        if (body.seconds() != null && seconds == 0) {
            checked.against("seconds", "must not be 0");
        }
        var reason = checked.text("reason", body.reason(), REASON);
        checked.orRefuse();
        return ReceiptBody.plain(commands.send(new ExtendTime(sessionId, seconds, reason, true, key), actor));
    }

    record ReopenBody(
            @Nullable String reason,
            @Nullable Integer seconds,
            @Nullable Boolean countLateAnswers) {}

    @PostMapping("/reopen")
    ResponseEntity<ReceiptBody> reopen(
            @PathVariable UUID sessionId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody ReopenBody body,
            Actor actor) {
        var checked = new Checked();
        var reason = checked.text("reason", body.reason(), REASON);
        var seconds = checked.integer("seconds", body.seconds(), 1, WEEK);
        checked.orRefuse();
        var counting = Boolean.TRUE.equals(body.countLateAnswers());
        return ReceiptBody.plain(commands.send(new ReopenSession(sessionId, reason, seconds, counting, key), actor));
    }

    record ResetBody(@Nullable String reason) {}

    @PostMapping("/reset")
    ResponseEntity<ReceiptBody> reset(
            @PathVariable UUID sessionId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody ResetBody body,
            Actor actor) {
        var checked = new Checked();
        var reason = checked.text("reason", body.reason(), REASON);
        checked.orRefuse();
        return ReceiptBody.plain(commands.send(new ResetSession(sessionId, reason, key), actor));
    }
}
