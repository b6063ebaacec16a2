package org.examledger.service.log;

import org.examledger.service.problems.Problem;
import org.examledger.store.AppendOutcomeUnknownException;
import org.examledger.store.LogOverloadedException;
import org.examledger.store.LogUnavailableException;
import org.examledger.store.UnknownEventTypeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a caller is told when the log cannot store: always to send the same command again, which is safe (R2). */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LogProblems {
    private static final Logger LOG = LoggerFactory.getLogger(LogProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(LogOverloadedException overloaded) {
        return repeat("Too many commands wait; nothing was stored. Send the same command again.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(LogUnavailableException unavailable) {
        return repeat("The log cannot be reached; nothing was stored. Send the same command again.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(AppendOutcomeUnknownException unknown) {
        return repeat("The outcome is unknown. Send the same command again.");
    }

    /** While releases change, a stream may hold a fact that only the newer one reads; the balancer knows another. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(UnknownEventTypeException newer) {
        LOG.error("A command met an event that this release cannot read; nothing was stored: {}", newer.getMessage());
        return repeat("This release cannot read the newest facts; nothing was stored. Send the same command again.");
    }

    private static ResponseEntity<ProblemDetail> repeat(String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, detail));
    }
}
