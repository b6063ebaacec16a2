package org.examledger.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.ExamLocked;
import org.examledger.query.http.Download;
import org.examledger.query.people.Names;
import org.examledger.query.proof.Receipts.KeptReceipt;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that a dispute about one session needs, in one file that names nobody: the facts with their proofs, what was
 * asked, what counts as right since when, and how the score comes of it.
 */
final class DisputePack implements Download.Content {
    private static final String READ_ME = """
            What is in here
            ===============

            events.ndjson    all facts of the exam and of the session, as CloudEvents, with proofs
            keys/*.pem       the public keys that checkpoints and receipts may be signed with
            receipt.json     what the worker may have kept of the end; missing while the session has none
            papers.json      the questions in the order in which they were shown, one paper an attempt
            answer-key.json  which options count as right, and each correction since
            score.json       the session as it is now, the score and every answer that it comes from
            timeline.json    the facts as a story, with the silences between them

            How to check it
            ===============

            1. Take the public key from whoever runs the exam service, and compare it with the one in keys/.
            2. java -jar log-verifier.jar events.ndjson keys/<id>.pem receipt.json
               It says "intact" when every fact is in the signed log, byte for byte.
            3. Of the answers to a question the one with the highest epoch counts, and among those the one with the highest
               clientSeq (AnswerSelected). Compare them with score.json.
            4. With answer-key.json that gives the points: a single choice is right when the chosen option is one of the right
               ones, a multiple choice when both sets are equal. A question without right options counts for nothing.
               The percentage is the floor of 100 x points / maximum.

            People are opaque ids here; who they are is known to whoever runs the exam service.
            """;

    private final Past past;
    private final Download.Content export;
    private final Optional<KeptReceipt> receipt;
    private final Map<String, String> keys;
    private final Duration silence;
    private final JsonMapper json;

    DisputePack(
            Past past,
            Download.Content export,
            Optional<KeptReceipt> receipt,
            Map<String, String> keys,
            Duration silence,
            JsonMapper json) {
        this.past = past;
        this.export = export;
        this.receipt = receipt;
        this.keys = keys;
        this.silence = silence;
        this.json = json;
    }

    /** Ends the file only when all of it was written, so that half a one cannot be opened. */
    @Override
    public void write(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        entry(zip, "README.txt", READ_ME.getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(new ZipEntry("events.ndjson"));
        export.write(zip);
        zip.closeEntry();
        for (var key : keys.entrySet()) {
            entry(zip, "keys/" + key.getKey() + ".pem", key.getValue().getBytes(StandardCharsets.US_ASCII));
        }
        if (receipt.isPresent()) {
            entry(zip, "receipt.json", receipt.get());
        }
        entry(zip, "papers.json", ShownPaper.of(past));
        entry(zip, "answer-key.json", keyVersions());
        entry(zip, "score.json", PastState.of(past, silence));
        entry(zip, "timeline.json", Timeline.of(past, new Names(Map.of(), Map.of())));
        zip.finish();
    }

    /** Which options are right, by version; only what a correction changed stands in later ones. */
    private List<KeyVersion> keyVersions() {
        var versions = new ArrayList<KeyVersion>();
        for (var it : past.exam()) {
            switch (it.fact()) {
                case ExamLocked locked ->
                    versions.add(new KeyVersion(
                            1,
                            it.position(),
                            locked.questions().stream()
                                    .map(question -> new KeyEntry(question.id(), question.correct()))
                                    .toList(),
                            ""));
                case AnswerKeyCorrected corrected ->
                    versions.add(new KeyVersion(
                            corrected.keyVersion(),
                            it.position(),
                            List.of(new KeyEntry(corrected.questionId(), corrected.correct())),
                            corrected.reason()));
                default -> {}
            }
        }
        return versions;
    }

    record KeyVersion(int keyVersion, long position, List<KeyEntry> questions, String reason) {}

    record KeyEntry(int questionId, List<Integer> correct) {}

    private void entry(ZipOutputStream zip, String name, Object value) throws IOException {
        entry(zip, name, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
