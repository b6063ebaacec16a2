package org.examledger.query.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.examledger.proof.MerkleTree;
import org.examledger.proof.VerifyingKey;

/** Whether the log still goes on from what was signed last, as the file outside the database has it. */
public final class Continuity {
    private Continuity() {}

    /**
     * Rows that were signed and that the log does not show any more. The first is the one after the newest checkpoint that
     * still holds; those between it and the end of the backup may be the old ones.
     */
    public record Lost(long from, long to) {}

    /** @param tree grown to the end of the log */
    static Optional<Lost> lost(
            List<CheckpointFile.Signed> file,
            Iterable<VerifyingKey> keys,
            long size,
            MerkleTree.Nodes tree,
            List<Restores.Restore> declared) {
        long holds = 0;
        long lost = 0;
        for (var signed : file.reversed()) {
            var checkpoint = signed.checkpoint();
            if (!signed.note().isSignedByOneOf(keys)) {
                continue;
            }
            if (checkpoint.size() <= size
                    && Arrays.equals(MerkleTree.root(checkpoint.size(), tree), checkpoint.root())) {
                holds = checkpoint.size();
                break;
            }
            if (declared.stream().noneMatch(it -> it.covers(checkpoint))) {
                lost = Math.max(lost, checkpoint.size());
            }
        }
        return lost == 0 ? Optional.empty() : Optional.of(new Lost(Math.min(holds + 1, lost), lost));
    }
}
