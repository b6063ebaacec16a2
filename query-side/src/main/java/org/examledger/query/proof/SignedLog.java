package org.examledger.query.proof;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The log as the checkpoints outside the database know it; also for processes that answer no questions. */
public final class SignedLog {
    private final TreeTable tree;
    private final CheckpointFile file;
    private final Keys keys;
    private final Restores restores;

    public SignedLog(JdbcClient jdbc, ProvenLog log, ProofSettings settings) {
        this.tree = new TreeTable(jdbc, TransactionOperations.withoutTransaction());
        this.file = new CheckpointFile(settings.checkpointFile());
        this.keys = new Keys(settings);
        this.restores = new Restores(log);
    }

    /** Signed rows that the log does not show as they were and that nobody has declared lost. */
    public Optional<Continuity.Lost> lost() {
        return Continuity.lost(file.all(), keys.verifying(), tree.size(), tree.nodes(), restores.all());
    }
}
