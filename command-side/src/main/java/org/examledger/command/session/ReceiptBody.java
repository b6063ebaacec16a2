package org.examledger.command.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.command.handling.Reply;
import org.examledger.command.http.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The receipt on the wire. */
record ReceiptBody(
        UUID sessionId,
        String status,
        long sequence,
        long position,
        int epoch,
        int currentEpoch,
        Instant serverTime,
        @Nullable Instant deadline,
        long remainingSeconds,
        String outcome,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String first,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ResultBody> results,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Receipt.Notice> notices) {

    record ResultBody(
            long clientSeq,
            String outcome,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String first) {}

    static ResponseEntity<ReceiptBody> plain(Reply<Receipt> reply) {
        return of(reply, false, false);
    }

    static ResponseEntity<ReceiptBody> withResults(Reply<Receipt> reply) {
        return of(reply, true, false);
    }

    static ResponseEntity<ReceiptBody> withNotices(Reply<Receipt> reply) {
        return of(reply, false, true);
    }

    private static ResponseEntity<ReceiptBody> of(Reply<Receipt> reply, boolean results, boolean notices) {
        var receipt = Replies.accepted(reply);
        var body = new ReceiptBody(
                receipt.sessionId(),
                receipt.status().name(),
                reply.sequence(),
                reply.position(),
                receipt.epoch(),
                receipt.currentEpoch(),
                receipt.serverTime(),
                receipt.deadline(),
                receipt.remainingSeconds(),
                receipt.outcome().word(),
                word(receipt.first()),
                results ? receipt.results().stream().map(ReceiptBody::result).toList() : null,
                notices ? receipt.notices() : null);
        return Replies.of(HttpStatus.OK, reply, body);
    }

    private static ResultBody result(Receipt.Result it) {
        return new ResultBody(it.clientSeq(), it.outcome().word(), word(it.first()));
    }

    private static @Nullable String word(@Nullable Outcome outcome) {
        return outcome == null ? null : outcome.word();
    }
}
