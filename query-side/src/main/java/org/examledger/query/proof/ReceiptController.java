package org.examledger.query.proof;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.examledger.events.Actor;
import org.examledger.events.StreamId;
import org.examledger.proof.Receipt;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.Callers;
import org.examledger.query.http.Millis;
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
    private static final Set<String> ENDS = Set.of(
            "SessionSubmitted",
            "ExamClosed",
            "SessionTimedOut",
            "SessionAbandoned",
            "WorkerWithdrawn",
            "SessionCancelled");
    private static final Set<String> BEGINNINGS = Set.of("SessionReopened", "SessionReset");

    private final Readings readings;
    private final Sessions sessions;
    private final ProvenLog log;
    private final Keys keys;
    private final ProofSettings settings;
    private final Replies replies;

    ReceiptController(
            Readings readings, Sessions sessions, ProvenLog log, Keys keys, ProofSettings settings, Replies replies) {
        this.readings = readings;
        this.sessions = sessions;
        this.log = log;
        this.keys = keys;
        this.settings = settings;
        this.replies = replies;
    }

    /**
     * What a worker keeps of a session that has ended.
     *
     * @param type the fact that ended it
     * @param hash of its row, in hexadecimal
     * @param signature in base64, over the text of the note
     * @param note text and signature as the verifier takes them
     */
    record KeptReceipt(
            UUID sessionId,
            String type,
            @Millis Instant at,
            int sequence,
            long position,
            String hash,
            String keyId,
            String signature,
            String note) {}

    @GetMapping("/api/v1/sessions/{sessionId}/receipt")
    ResponseEntity<KeptReceipt> receipt(
            @PathVariable UUID sessionId, @RequestParam(required = false) @Nullable String atLeast, Actor caller) {
        var seen = readings.read(
                List.of(Sessions.MODEL),
                atLeast,
                () -> sessions.find(sessionId)
                        .filter(row -> Callers.maySee(caller, row.person()))
                        .orElseThrow(QueryProblem::notFound));
        if (!settings.signs()) {
            throw QueryProblem.notSigned("This process has no key to sign with.");
        }
        var end = endOf(StreamId.ofSession(sessionId)).orElseThrow(QueryProblem::notEnded);
        var text = new Receipt(settings.origin(), end.stream(), end.sequence(), end.position(), end.hash()).text();
        var note = keys.signing().sign(text);
        var signature = note.signatures().getFirst();
        var receipt = new KeptReceipt(
                sessionId,
                end.name(),
                end.at(),
                end.sequence(),
                end.position(),
                HexFormat.of().formatHex(end.hash()),
                signature.keyId(),
                Base64.getEncoder().encodeToString(signature.signature()),
                note.toString());
        return replies.unstored(new Reading<>(receipt, seen.position()));
    }

    /** The row that ended the session last, unless it was opened again since. */
    private Optional<LoggedRow> endOf(String stream) {
        Optional<LoggedRow> end = Optional.empty();
        for (var rows = log.rowsOf(stream, -1);
                !rows.isEmpty();
                rows = log.rowsOf(stream, rows.getLast().sequence())) {
            for (var row : rows) {
                if (ENDS.contains(row.name())) {
                    end = Optional.of(row);
                } else if (BEGINNINGS.contains(row.name())) {
                    end = Optional.empty();
                }
            }
        }
        return end;
    }
}
