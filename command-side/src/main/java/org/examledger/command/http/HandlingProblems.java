package org.examledger.command.http;

import org.examledger.command.handling.CommandOutcomeUnknownException;
import org.examledger.command.handling.CommandUndecidedException;
import org.examledger.command.handling.NoSuchStreamException;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a caller is told when no aggregate could decide. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class HandlingProblems {
    private static final Logger LOG = LoggerFactory.getLogger(HandlingProblems.class);

    /** An unknown session and somebody else's look the same (R6). */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(NoSuchStreamException missing) {
        return body(Refusal.of(Code.NOT_FOUND, "There is nothing here."), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(CommandUndecidedException undecided) {
        return unavailable("Too many writers at once; send the same command again.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(CommandOutcomeUnknownException unknown) {
        LOG.error("An error of the virtual machine while a command was stored", unknown);
        return unavailable("The outcome is unknown; send the same command again.");
    }

    private static ResponseEntity<ProblemDetail> unavailable(String detail) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        return body(Refusal.of(Code.UNAVAILABLE, detail), headers);
    }

    private static ResponseEntity<ProblemDetail> body(Refusal refusal, HttpHeaders headers) {
        return ResponseEntity.status(refusal.code().status())
                .headers(headers)
                .body(Problem.of(refusal).getBody());
    }
}
