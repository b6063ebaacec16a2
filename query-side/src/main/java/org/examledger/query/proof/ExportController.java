package org.examledger.query.proof;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.examledger.events.StreamId;
import org.examledger.proof.MerkleTree;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Replies;
import org.examledger.query.life.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rows of the log as CloudEvents, written while they are read, so that their number does not matter. */
@RestController
@RequestMapping("/api/v1/audit")
class ExportController {
    static final String NDJSON = "application/x-ndjson";
    private static final int BUFFER = 64 * 1024;

    private final Readings readings;
    private final Sessions sessions;
    private final ProvenLog log;
    private final TreeTable tree;
    private final CheckpointTable checkpoints;
    private final ProofSettings settings;
    private final LogPositions positions;

    ExportController(
            Readings readings,
            Sessions sessions,
            ProvenLog log,
            TreeTable tree,
            CheckpointTable checkpoints,
            ProofSettings settings,
            LogPositions positions) {
        this.readings = readings;
        this.sessions = sessions;
        this.log = log;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.settings = settings;
        this.positions = positions;
    }

    /** @param proof adds the newest checkpoint, and to each event its way to it */
    @GetMapping(path = "/sessions/{sessionId}/export", produces = NDJSON)
    void session(
            @PathVariable UUID sessionId,
            @RequestParam(defaultValue = "false") boolean proof,
            @RequestParam(required = false) @Nullable String atLeast,
            HttpServletResponse response)
            throws IOException {
        var head = positions.atLeast(atLeast);
        write(List.of(StreamId.ofSession(sessionId)), proof, head, "session-" + sessionId, response);
    }

    /** The exam's own stream, and then each of its sessions. */
    @GetMapping(path = "/exams/{examId}/export", produces = NDJSON)
    void exam(
            @PathVariable UUID examId,
            @RequestParam(defaultValue = "false") boolean proof,
            @RequestParam(required = false) @Nullable String atLeast,
            HttpServletResponse response)
            throws IOException {
        var found = readings.read(List.of(Sessions.MODEL), atLeast, () -> sessions.idsOfExam(examId));
        var streams = Stream.concat(
                        Stream.of(StreamId.ofExam(examId)),
                        found.value().stream().map(StreamId::ofSession))
                .toList();
        write(streams, proof, found.position(), "exam-" + examId, response);
    }

    private void write(List<String> streams, boolean proof, long head, String name, HttpServletResponse response)
            throws IOException {
        if (log.positionOf(streams.getFirst(), 0).isEmpty()) {
            throw QueryProblem.notFound();
        }
        var signed = proof ? checkpoints.newest() : Optional.<CheckpointTable.Row>empty();
        if (proof && signed.isEmpty()) {
            throw QueryProblem.notSigned("No checkpoint has been signed yet.");
        }
        response.setContentType(NDJSON);
        response.setHeader(Replies.READ_POSITION, Long.toString(head));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".ndjson")
                        .build()
                        .toString());
        try (var out = new BufferedOutputStream(response.getOutputStream(), BUFFER)) {
            new Export(new ExportLines(out, settings.origin()), signed, tree.nodes()).write(streams);
        }
    }

    /** One file. */
    private final class Export {
        private final ExportLines lines;
        private final Optional<CheckpointTable.Row> signed;
        private final MerkleTree.Nodes nodes;
        private long events;
        private long proven;

        Export(ExportLines lines, Optional<CheckpointTable.Row> signed, MerkleTree.Nodes nodes) {
            this.lines = lines;
            this.signed = signed;
            this.nodes = nodes;
        }

        void write(List<String> streams) throws IOException {
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
            if (signed.isPresent()) {
                lines.end(events, proven);
            }
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
