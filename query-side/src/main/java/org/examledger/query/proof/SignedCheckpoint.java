package org.examledger.query.proof;

import java.time.Instant;
import java.util.Base64;
import org.examledger.proof.Checkpoint;
import org.examledger.proof.SignedNote;
import org.examledger.query.http.Millis;

/**
 * A checkpoint as an auditor gets it.
 *
 * @param size the position of the last row that it is about
 * @param root in base64
 * @param note what was signed and the signature, which is all that counts
 */
record SignedCheckpoint(long size, String root, @Millis Instant at, String keyId, String note) {

    /** As the table has it; what its note does not say is shown as nothing, because nobody has signed it. */
    static SignedCheckpoint of(CheckpointTable.Row row) {
        var root = SignedNote.parse(row.note())
                .flatMap(it -> Checkpoint.parse(it.text()))
                .map(it -> Base64.getEncoder().encodeToString(it.root()))
                .orElse("");
        return new SignedCheckpoint(row.size(), root, row.signedAt(), row.keyId(), row.note());
    }
}
