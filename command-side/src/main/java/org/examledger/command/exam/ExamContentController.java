package org.examledger.command.exam;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.Reply;
import org.examledger.command.http.Checked;
import org.examledger.command.http.Replies;
import org.examledger.events.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HC's commands on an exam of which no session has to be told: key, review policy, access token. */
@RestController
@RequestMapping("/api/v1/exams/{examId}")
class ExamContentController {
    private static final String KEY = "Idempotency-Key";
    private static final int SALT_BYTES = 16;
    private static final int MOST_OPTIONS = 1000;

    private final Commands commands;
    private final SecureRandom random = new SecureRandom();

    ExamContentController(Commands commands) {
        this.commands = commands;
    }

    /**
     * @param sessions how many are to be reached, which is none
     * @param keyVersion of the answer key as it counts now
     */
    record ContentBody(int sessions, int keyVersion, long sequence, long position) {}

    record AnswerKeyBody(
            @Nullable Integer questionId,
            @Nullable List<@Nullable Integer> correct,
            @Nullable String reason) {}

    @PostMapping("/answer-key")
    ResponseEntity<ContentBody> correctKey(
            @PathVariable UUID examId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody AnswerKeyBody body,
            Actor actor) {
        var checked = new Checked();
        var questionId = checked.integer("questionId", body.questionId());
        var correct = checked.list("correct", body.correct(), MOST_OPTIONS);
        var reason = checked.text("reason", body.reason(), ExamLimits.REASON);
        checked.orRefuse();
        return send(new CorrectAnswerKey(examId, questionId, new HashSet<>(correct), reason, key), actor);
    }

    record ReviewPolicyBody(
            @Nullable Boolean reviewAfterEnd, @Nullable String reason) {}

    @PostMapping("/review-policy")
    ResponseEntity<ContentBody> changeReviewPolicy(
            @PathVariable UUID examId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody ReviewPolicyBody body,
            Actor actor) {
        var checked = new Checked();
        if (body.reviewAfterEnd() == null) {
            checked.against("reviewAfterEnd", "is missing");
        }
        var reason = checked.text("reason", body.reason(), ExamLimits.REASON);
        checked.orRefuse();
        return send(new ChangeReviewPolicy(examId, Boolean.TRUE.equals(body.reviewAfterEnd()), reason, key), actor);
    }

    record AccessTokenBody(@Nullable String accessToken) {
        @Override
        public String toString() {
            return "AccessTokenBody[…]";
        }
    }

    @PostMapping("/access-token")
    ResponseEntity<ContentBody> renewAccessToken(
            @PathVariable UUID examId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody AccessTokenBody body,
            Actor actor) {
        var checked = new Checked();
        var word = new SecretWord(checked.text("accessToken", body.accessToken(), ExamLimits.ACCESS_TOKEN));
        checked.orRefuse();
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return send(new RenewAccessToken(examId, word, salt, key), actor);
    }

    private ResponseEntity<ContentBody> send(ExamCommand command, Actor actor) {
        Reply<ExamReceipt> reply = commands.send(command, actor);
        var receipt = Replies.accepted(reply);
        return Replies.of(
                HttpStatus.OK, reply, new ContentBody(0, receipt.keyVersion(), reply.sequence(), reply.position()));
    }
}
