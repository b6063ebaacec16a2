package org.examledger.query.proof;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.examledger.events.StreamId;
import org.examledger.proof.Receipt;
import org.examledger.query.http.Millis;
import org.examledger.query.http.QueryProblem;
import org.springframework.stereotype.Component;

/** Signs what a worker may keep of a session that has ended. */
@Component
public class Receipts {
    private static final Set<String> ENDS = Set.of(
            "SessionSubmitted",
            "ExamClosed",
            "SessionTimedOut",
            "SessionAbandoned",
            "WorkerWithdrawn",
            "SessionCancelled");
    private static final Set<String> BEGINNINGS = Set.of("SessionReopened", "SessionReset");

    private final ProvenLog log;
    private final Keys keys;
    private final ProofSettings settings;

    Receipts(ProvenLog log, Keys keys, ProofSettings settings) {
        this.log = log;
        this.keys = keys;
        this.settings = settings;
    }

    /**
     * What a worker keeps of a session that has ended.
     *
     * @param type the fact that ended it
     * @param hash of its row, in hexadecimal
     * @param signature in base64, over the text of the note
     * @param note text and signature as the verifier takes them
     */
    public record KeptReceipt(
            UUID sessionId,
            String type,
            @Millis Instant at,
            int sequence,
            long position,
            String hash,
            String keyId,
            String signature,
            String note) {}

    /**
     * The receipt of a session's end; empty while it has none.
     *
     * @throws org.springframework.web.ErrorResponseException when this process has no key
     */
    public Optional<KeptReceipt> of(UUID sessionId) {
        if (!settings.signs()) {
            throw QueryProblem.notSigned("This process has no key to sign with.");
        }
        return endOf(StreamId.ofSession(sessionId)).map(end -> signed(sessionId, end));
    }

    private KeptReceipt signed(UUID sessionId, LoggedRow end) {
        var text = new Receipt(settings.origin(), end.stream(), end.sequence(), end.position(), end.hash()).text();
        var note = keys.signing().sign(text);
        var signature = note.signatures().getFirst();
        return new KeptReceipt(
                sessionId,
                end.name(),
                end.at(),
                end.sequence(),
                end.position(),
                HexFormat.of().formatHex(end.hash()),
                signature.keyId(),
                Base64.getEncoder().encodeToString(signature.signature()),
                note.toString());
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
