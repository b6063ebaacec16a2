package org.examledger.query.proof;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.examledger.events.StreamId;
import org.examledger.query.feed.Readings;
import org.examledger.query.history.LogPositions;
import org.examledger.query.http.Download;
import org.examledger.query.http.Replies;
import org.examledger.query.life.Sessions;
import org.jspecify.annotations.Nullable;
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

    private final Readings readings;
    private final Sessions sessions;
    private final Exports exports;
    private final LogPositions positions;

    ExportController(Readings readings, Sessions sessions, Exports exports, LogPositions positions) {
        this.readings = readings;
        this.sessions = sessions;
        this.exports = exports;
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
        var export = exports.of(streams, proof);
        response.setHeader(Replies.READ_POSITION, Long.toString(head));
        Download.send(response, NDJSON, name + ".ndjson", export);
    }
}
