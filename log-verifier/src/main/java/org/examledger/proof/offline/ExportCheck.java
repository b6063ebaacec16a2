package org.examledger.proof.offline;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.examledger.proof.Checkpoint;
import org.examledger.proof.MerkleTree;
import org.examledger.proof.Receipt;
import org.examledger.proof.SignedNote;
import org.examledger.proof.VerifyingKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Goes through an export line by line; remembers one event and, for each stream, how far it has come. */
final class ExportCheck {
    static final String TYPE = "org.examledger.";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<VerifyingKey> keys;
    private final List<Receipt> receipts;
    private final Map<String, Integer> streams = new HashMap<>();
    private @Nullable Checkpoint checkpoint;
    private @Nullable ExportedEvent unproven;
    private long events;
    private long proven;
    private int receiptsFound;
    private boolean ended;
    private long lineNumber;

    ExportCheck(List<VerifyingKey> keys, List<Receipt> receipts) {
        this.keys = keys;
        this.receipts = receipts;
    }

    Outcome check(BufferedReader export) throws IOException {
        for (var line = export.readLine(); line != null; line = export.readLine()) {
            lineNumber++;
            Optional<Outcome> wrong;
            try {
                wrong = check(JSON.readTree(line));
            } catch (RuntimeException unreadable) {
                wrong = broken(0, "line " + lineNumber + " cannot be read: " + unreadable.getMessage());
            }
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        return end();
    }

    private Optional<Outcome> check(JsonNode line) {
        if (ended) {
            return broken(0, "line " + lineNumber + " follows the end");
        }
        return switch (line.required("type").asString()) {
            case TYPE + "checkpoint" -> checkpoint(line.required("data"));
            case TYPE + "proof" -> proof(line.required("data"));
            case TYPE + "export" -> theEnd(line.required("data"));
            default -> missingProof().or(() -> event(ExportedEvent.of(line)));
        };
    }

    private Optional<Outcome> checkpoint(JsonNode data) {
        var note = SignedNote.parse(data.required("note").asString());
        if (note.isEmpty() || !note.get().isSignedByOneOf(keys)) {
            return broken(0, "the checkpoint is not signed by the given key");
        }
        if (checkpoint != null || events > 0) {
            return broken(0, "the checkpoint does not stand at the beginning");
        }
        checkpoint = Checkpoint.parse(note.get().text()).orElse(null);
        return checkpoint == null ? broken(0, "what was signed is no checkpoint") : Optional.empty();
    }

    private Optional<Outcome> event(ExportedEvent event) {
        events++;
        if (!event.hasItsHash()) {
            return broken(event.position(), "the row was changed: its bytes do not have its hash");
        }
        if (!event.readsAsItsBytes()) {
            return broken(event.position(), "data is not what the row's bytes say");
        }
        var expected = streams.merge(event.stream(), 0, (last, first) -> last + 1);
        if (event.sequence() != expected) {
            return broken(
                    event.position(),
                    event.stream() + " goes on with number " + event.sequence() + " instead of " + expected);
        }
        for (var receipt : receipts) {
            if (receipt.stream().equals(event.stream()) && receipt.sequence() == event.sequence()) {
                if (receipt.position() != event.position() || !Arrays.equals(receipt.hash(), event.hash())) {
                    return broken(event.position(), "the row is not the one of the receipt");
                }
                receiptsFound++;
            }
        }
        unproven = checkpoint != null && event.position() <= checkpoint.size() ? event : null;
        return Optional.empty();
    }

    private Optional<Outcome> proof(JsonNode data) {
        var event = unproven;
        var signed = checkpoint;
        if (event == null || signed == null || data.required("position").asLong() != event.position()) {
            return broken(0, "the proof in line " + lineNumber + " belongs to no event before it");
        }
        unproven = null;
        proven++;
        var path = data.required("path").values().stream()
                .map(it -> Base64.getDecoder().decode(it.asString()))
                .toList();
        return MerkleTree.includes(signed.root(), signed.size(), event.position() - 1, event.hash(), path)
                ? Optional.empty()
                : broken(event.position(), "the row is not in the log that was signed");
    }

    private Optional<Outcome> missingProof() {
        var event = unproven;
        return event == null
                ? Optional.empty()
                : broken(event.position(), "the row has no proof, although the checkpoint covers it");
    }

    private Optional<Outcome> theEnd(JsonNode data) {
        ended = true;
        return missingProof()
                .or(() -> data.required("events").asLong() == events
                                && data.required("proven").asLong() == proven
                        ? Optional.empty()
                        : broken(0, "events are missing: the last line counts " + data));
    }

    private Outcome end() {
        if (!ended) {
            return new Outcome.Broken(0, "the export was cut off: its last line is missing");
        }
        if (events == 0) {
            return new Outcome.Broken(0, "there is no event in it");
        }
        if (receiptsFound < receipts.size()) {
            return new Outcome.Broken(0, "the row of a receipt is missing");
        }
        var found = events + " events in " + streams.size() + " streams";
        if (checkpoint == null) {
            return new Outcome.Unproven("unproven: " + found
                    + " have the right hashes, but there is no checkpoint among them (export with ?proof=true)");
        }
        var newer = events - proven;
        return new Outcome.Intact("intact: " + found + "; " + proven + " are proven by the checkpoint of "
                + checkpoint.origin() + " of size " + checkpoint.size() + ", signed on " + checkpoint.at()
                + (newer == 0 ? "" : "; " + newer + " are newer than it")
                + (receipts.isEmpty() ? "" : "; the receipt's row is there"));
    }

    private static Optional<Outcome> broken(long position, String reason) {
        return Optional.of(new Outcome.Broken(position, reason));
    }
}
