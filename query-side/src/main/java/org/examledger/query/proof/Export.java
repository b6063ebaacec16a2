package org.examledger.query.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.examledger.proof.MerkleTree;
import org.examledger.query.http.Download;

/** Rows of some streams as CloudEvents, written while they are read, so that their number does not matter. */
public final class Export implements Download.Content {
    private final ProvenLog log;
    private final String origin;
    private final List<String> streams;
    private final Optional<CheckpointTable.Row> signed;
    private final MerkleTree.Nodes nodes;

    /** @param signed the checkpoint that the events are proven by; none = without proofs */
    Export(
            ProvenLog log,
            String origin,
            List<String> streams,
            Optional<CheckpointTable.Row> signed,
            MerkleTree.Nodes nodes) {
        this.log = log;
        this.origin = origin;
        this.streams = streams;
        this.signed = signed;
        this.nodes = nodes;
    }

    /** Writes one file; the stream is left open. */
    @Override
    public void write(OutputStream out) throws IOException {
        new Writing(new ExportLines(out, origin)).write();
    }

    private final class Writing {
        private final ExportLines lines;
        private long events;
        private long proven;

        Writing(ExportLines lines) {
            this.lines = lines;
        }

        void write() throws IOException {
            if (signed.isPresent()) {
                lines.checkpoint(signed.get());
            }
            for (var stream : streams) {
                for (var rows = log.rowsOf(stream, -1);
                        !rows.isEmpty();
                        rows = log.rowsOf(stream, rows.getLast().sequence())) {
                    for (var row : rows) {
                        write(row);
                    }
                }
            }
            lines.end(events, proven);
        }

        private void write(LoggedRow row) throws IOException {
            lines.event(row);
            events++;
            if (signed.isPresent() && row.position() <= signed.get().size()) {
                var size = signed.get().size();
                lines.proof(row, MerkleTree.inclusionProof(row.position() - 1, size, nodes));
                proven++;
            }
        }
    }
}
