package org.examledger.command.exam;

import java.util.UUID;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.Reply;
import org.examledger.command.http.Checked;
import org.examledger.command.http.Replies;
import org.examledger.events.Actor;
import org.examledger.events.session.CloseScoring;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HC's commands that concern all sessions of an exam; they answer at once and the sessions follow. */
@RestController
@RequestMapping("/api/v1/exams/{examId}")
class ExamController {
    private static final String KEY = "Idempotency-Key";

    private final Commands commands;
    private final FanOuts fanOuts;

    ExamController(Commands commands, FanOuts fanOuts) {
        this.commands = commands;
        this.fanOuts = fanOuts;
    }

    /** @param sessions how many are to be reached */
    record ReachingBody(int sessions, long sequence, long position) {}

    record RescheduleBody(
            @Nullable String opensAt,
            @Nullable String windowEndsAt,
            @Nullable String reason) {}

    @PostMapping("/reschedule")
    ResponseEntity<ReachingBody> rescheduleExam(
            @PathVariable UUID examId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody RescheduleBody body,
            Actor actor) {
        var checked = new Checked();
        var opensAt = checked.text("opensAt", body.opensAt(), ExamLimits.TIME);
        var windowEndsAt =
                body.windowEndsAt() == null ? null : checked.text("windowEndsAt", body.windowEndsAt(), ExamLimits.TIME);
        var reason = checked.text("reason", body.reason(), ExamLimits.REASON);
        checked.orRefuse();
        return reach(new RescheduleExam(examId, opensAt, windowEndsAt, reason, key), actor);
    }

    record ExtendBody(
            @Nullable Integer seconds,
            @Nullable String reason,
            @Nullable Boolean includeNotStarted) {}

    @PostMapping("/extend")
    ResponseEntity<ReachingBody> extendExam(
            @PathVariable UUID examId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody ExtendBody body,
            Actor actor) {
        var checked = new Checked();
        var seconds = checked.integer("seconds", body.seconds());
        if (body.seconds() != null && (seconds == 0 || Math.abs((long) seconds) > WrittenWindow.LONGEST_SECONDS)) {
            checked.against("seconds", "must not be 0 and not be more than a year");
        }
        var reason = checked.text("reason", body.reason(), ExamLimits.REASON);
        checked.orRefuse();
        var includeNotStarted = Boolean.TRUE.equals(body.includeNotStarted());
        return reach(new ExtendExam(examId, seconds, reason, includeNotStarted, key), actor);
    }

    record CloseBody(@Nullable String reason, @Nullable CloseScoring scoring) {}

    @PostMapping("/close")
    ResponseEntity<ReachingBody> closeExam(
            @PathVariable UUID examId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody CloseBody body,
            Actor actor) {
        var checked = new Checked();
        var reason = checked.text("reason", body.reason(), ExamLimits.REASON);
        var scoring = body.scoring();
        if (scoring == null) {
            checked.against("scoring", "must be FROM_ANSWERS or ZERO");
            scoring = CloseScoring.FROM_ANSWERS;
        }
        checked.orRefuse();
        return reach(new CloseExam(examId, reason, scoring, key), actor);
    }

    record CancelBody(@Nullable String reason) {}

    @PostMapping("/cancel")
    ResponseEntity<ReachingBody> cancelExam(
            @PathVariable UUID examId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody CancelBody body,
            Actor actor) {
        var checked = new Checked();
        var reason = checked.text("reason", body.reason(), ExamLimits.REASON);
        checked.orRefuse();
        return reach(new CancelExam(examId, reason, key), actor);
    }

    /** A repeat begins too: what a crash left is then done at once and not with the next sweep. */
    private ResponseEntity<ReachingBody> reach(ExamCommand command, Actor actor) {
        Reply<ExamReceipt> reply = commands.send(command, actor);
        var receipt = Replies.accepted(reply);
        fanOuts.begin(command.examId());
        return Replies.of(
                HttpStatus.OK, reply, new ReachingBody(receipt.sessions(), reply.sequence(), reply.position()));
    }
}
