package org.examledger.query.proof;

import java.util.List;
import java.util.UUID;
import org.examledger.events.Actor;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.Callers;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.examledger.query.life.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReceiptController {
    private final Readings readings;
    private final Sessions sessions;
    private final Receipts receipts;
    private final Replies replies;

    ReceiptController(Readings readings, Sessions sessions, Receipts receipts, Replies replies) {
        this.readings = readings;
        this.sessions = sessions;
        this.receipts = receipts;
        this.replies = replies;
    }

    @GetMapping("/api/v1/sessions/{sessionId}/receipt")
    ResponseEntity<Receipts.KeptReceipt> receipt(
            @PathVariable UUID sessionId, @RequestParam(required = false) @Nullable String atLeast, Actor caller) {
        var seen = readings.read(
                List.of(Sessions.MODEL),
                atLeast,
                () -> sessions.find(sessionId)
                        .filter(row -> Callers.maySee(caller, row.person()))
                        .orElseThrow(QueryProblem::notFound));
        var receipt = receipts.of(sessionId).orElseThrow(QueryProblem::notEnded);
        return replies.unstored(new Reading<>(receipt, seen.position()));
    }

    /** The same for an auditor, who is put down as having read it. */
    @GetMapping("/api/v1/audit/sessions/{sessionId}/receipt")
    ResponseEntity<Receipts.KeptReceipt> auditedReceipt(
            @PathVariable UUID sessionId, @RequestParam(required = false) @Nullable String atLeast) {
        var seen = readings.read(
                List.of(Sessions.MODEL), atLeast, () -> sessions.find(sessionId).orElseThrow(QueryProblem::notFound));
        var receipt = receipts.of(sessionId).orElseThrow(QueryProblem::notEnded);
        return replies.unstored(new Reading<>(receipt, seen.position()));
    }
}
