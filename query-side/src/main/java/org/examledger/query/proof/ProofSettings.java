package org.examledger.query.proof;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is proven.
 *
 * @param origin the name under which this log signs; no spaces, no plus sign
 * @param keys the folder with the signing key and with every public key, outside the database
 * @param checkpoints the file to which every checkpoint is appended; in the folder of the keys unless told
 * @param every at most so often a checkpoint is signed, and only when there are new rows
 * @param signs whether this process may sign; when not, it needs no private key
 */
@ConfigurationProperties("exam.proof")
public record ProofSettings(
        @DefaultValue("exam-ledger") String origin,
        @DefaultValue("./data-keys") Path keys,
        @Nullable Path checkpoints,
        @DefaultValue("60s") Duration every,
        @DefaultValue("true") boolean signs) {

    public ProofSettings {
        if (origin.isBlank() || origin.chars().anyMatch(it -> it <= ' ' || it == '+')) {
            throw new IllegalArgumentException("exam.proof.origin must be a name without spaces and plus signs");
        }
    }

    /** Where checkpoints are kept outside the database. */
    public Path checkpointFile() {
        return checkpoints != null && !checkpoints.toString().isEmpty() ? checkpoints : keys.resolve("checkpoints");
    }
}
