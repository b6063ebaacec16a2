package org.examledger.service.auditreads;

import java.util.List;
import java.util.UUID;
import org.examledger.service.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows an admin who looked at whose history. */
@RestController
class AuditReadsController {
    private static final int MOST = 1_000;

    private final AuditReads reads;

    AuditReadsController(AuditReads reads) {
        this.reads = reads;
    }

    @GetMapping("/api/v1/audit-reads")
    ResponseEntity<List<AuditRead>> auditReads(
            @RequestParam(required = false) @Nullable UUID sessionId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "" + MOST) int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ErrorResponseException(
                    HttpStatus.BAD_REQUEST,
                    Problem.invalid(
                            "limit must be from 1 to " + MOST + ".",
                            List.of(new Problem.FieldError("limit", "must be from 1 to " + MOST))),
                    null);
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(reads.of(sessionId, after, limit));
    }
}
