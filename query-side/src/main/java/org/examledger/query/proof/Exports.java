package org.examledger.query.proof;

import java.util.List;
import java.util.Optional;
import org.examledger.query.http.QueryProblem;
import org.springframework.stereotype.Component;

/** Gives out rows of the log with what proves them. */
@Component
public class Exports {
    private final ProvenLog log;
    private final TreeTable tree;
    private final CheckpointTable checkpoints;
    private final ProofSettings settings;

    Exports(ProvenLog log, TreeTable tree, CheckpointTable checkpoints, ProofSettings settings) {
        this.log = log;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.settings = settings;
    }

    /**
     * An export of these streams, in this order.
     *
     * @param proof adds the newest checkpoint, and to each event its way to it
     * @throws org.springframework.web.ErrorResponseException 404 when there is no such stream, or a problem when proofs are
     *     asked for and nothing has been signed yet
     */
    public Export of(List<String> streams, boolean proof) {
        if (log.positionOf(streams.getFirst(), 0).isEmpty()) {
            throw QueryProblem.notFound();
        }
        var signed = proof ? checkpoints.newest() : Optional.<CheckpointTable.Row>empty();
        if (proof && signed.isEmpty()) {
            throw QueryProblem.notSigned("No checkpoint has been signed yet.");
        }
        return new Export(log, settings.origin(), streams, signed, tree.nodes());
    }
}
