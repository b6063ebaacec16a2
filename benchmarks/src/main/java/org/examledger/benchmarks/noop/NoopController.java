package org.examledger.benchmarks.noop;

import java.time.Instant;
import java.util.UUID;
import org.examledger.benchmarks.web.AnswerBody;
import org.examledger.benchmarks.web.Receipt;
import org.examledger.events.Actor;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reads the answer, knows who sent it, and forgets both. */
@RestController
final class NoopController {
    private static final Instant TIME = Instant.parse("2026-12-01T08:00:00.123Z");

    @PostMapping("/api/v1/sessions/{sessionId}/answers")
    Receipt answer(@PathVariable UUID sessionId, @RequestBody AnswerBody body, Actor actor) {
        return new Receipt(sessionId, "IN_PROGRESS", 1, 1, 1, 1, TIME, TIME, 3600, "stored");
    }
}
