package org.examledger.proof.offline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.examledger.proof.Receipt;
import org.examledger.proof.SignedNote;
import org.examledger.proof.VerifyingKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an export, a receipt, or both, with one or more public keys. Says {@code intact} (exit code 0), {@code broken} with
 * position and reason (1) or {@code unproven} (3); 2 when it was called wrongly.
 */
public final class LogVerifier {
    private static final String USAGE = """
            Usage: java -jar log-verifier.jar FILE... in any order:
              an export      (from /api/v1/audit/sessions/<id>/export?proof=true, or of an exam)
              public keys    (PEM; from whoever runs the service, not from the export's sender)
              a receipt      (from /api/v1/sessions/<id>/receipt), optional, also without an export""";
    private static final int MISUSED = 2;
    private static final int SMALL = 100_000;

    private final List<VerifyingKey> keys = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Path export;

    private LogVerifier() {}

    public static void main(String[] files) {
        System.exit(run(System.out, files));
    }

    static int run(PrintStream out, String... files) {
        try {
            var verifier = new LogVerifier();
            for (var file : files) {
                verifier.sort(Path.of(file));
            }
            if (verifier.keys.isEmpty() || (verifier.export == null && verifier.notes.isEmpty())) {
                out.println(USAGE);
                return MISUSED;
            }
            var outcome = verifier.check();
            out.println(outcome.sentence());
            return outcome.exitCode();
        } catch (IOException | IllegalArgumentException unusable) {
            out.println("This cannot be checked: " + unusable.getMessage());
            return MISUSED;
        }
    }

    private void sort(Path file) throws IOException {
        if (Files.size(file) < SMALL) {
            var text = Files.readString(file, StandardCharsets.UTF_8);
            if (text.contains("-----BEGIN PUBLIC KEY-----")) {
                keys.add(VerifyingKey.ofPem(text));
                return;
            }
            var note = noteOf(text);
            if (note.isPresent()) {
                notes.add(note.get());
                return;
            }
        }
        if (export != null) {
            throw new IllegalArgumentException("there are two exports, " + export + " and " + file);
        }
        export = file;
    }

    /** A receipt as it was replied: one object with the note in it. */
    private static Optional<String> noteOf(String text) {
        try {
            return JsonMapper.shared().readTree(text).path("note").asStringOpt();
        } catch (JacksonException severalLines) {
            return Optional.empty();
        }
    }

    private Outcome check() throws IOException {
        var receipts = new ArrayList<Receipt>();
        for (var text : notes) {
            var note = SignedNote.parse(text);
            if (note.isEmpty() || !note.get().isSignedByOneOf(keys)) {
                return new Outcome.Broken(0, "the receipt is not signed by the given key");
            }
            receipts.add(Receipt.parse(note.get().text())
                    .orElseThrow(() -> new IllegalArgumentException("what was signed is no receipt")));
        }
        if (export == null) {
            var receipt = receipts.getFirst();
            return new Outcome.Intact("intact: the receipt for number " + receipt.sequence() + " of " + receipt.stream()
                    + " at position " + receipt.position() + " is signed");
        }
        try (var lines = Files.newBufferedReader(export, StandardCharsets.UTF_8)) {
            return new ExportCheck(keys, receipts).check(lines);
        }
    }
}
