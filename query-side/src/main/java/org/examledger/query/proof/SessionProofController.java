package org.examledger.query.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.examledger.events.StreamId;
import org.examledger.proof.MerkleTree;
import org.examledger.query.history.LogPositions;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SessionProofController {
    private final ProvenLog log;
    private final TreeTable tree;
    private final CheckpointTable checkpoints;
    private final LogPositions positions;
    private final Replies replies;

    SessionProofController(
            ProvenLog log, TreeTable tree, CheckpointTable checkpoints, LogPositions positions, Replies replies) {
        this.log = log;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.positions = positions;
        this.replies = replies;
    }

    /**
     * A row and its way to the root.
     *
     * @param hash in hexadecimal
     * @param path the audit path of RFC 6962, section 2.1.1, for leaf {@code position - 1}; in base64
     */
    record ProvenRow(int sequence, long position, String hash, List<String> path) {}

    /**
     * A session's rows in the newest checkpoint.
     *
     * @param checkpoint absent as long as nothing was ever signed
     * @param pending positions of rows that are newer than the checkpoint
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionProof(@Nullable SignedCheckpoint checkpoint, List<ProvenRow> rows, List<Long> pending) {}

    @GetMapping("/api/v1/audit/sessions/{sessionId}/proof")
    ResponseEntity<SessionProof> proof(
            @PathVariable UUID sessionId, @RequestParam(required = false) @Nullable String atLeast) {
        var head = positions.atLeast(atLeast);
        var newest = checkpoints.newest();
        var size = newest.map(CheckpointTable.Row::size).orElse(0L);
        var nodes = tree.nodes();
        var proven = new ArrayList<ProvenRow>();
        var pending = new ArrayList<Long>();
        var stream = StreamId.ofSession(sessionId);
        for (var rows = log.rowsOf(stream, -1);
                !rows.isEmpty();
                rows = log.rowsOf(stream, rows.getLast().sequence())) {
            for (var row : rows) {
                if (row.position() > size) {
                    pending.add(row.position());
                } else {
                    var path = MerkleTree.inclusionProof(row.position() - 1, size, nodes);
                    proven.add(new ProvenRow(
                            row.sequence(),
                            row.position(),
                            HexFormat.of().formatHex(row.hash()),
                            LogProofController.base64(path)));
                }
            }
        }
        if (proven.isEmpty() && pending.isEmpty()) {
            throw QueryProblem.notFound();
        }
        var proof = new SessionProof(newest.map(SignedCheckpoint::of).orElse(null), proven, pending);
        return replies.tagged(new Reading<>(proof, head), proof);
    }
}
