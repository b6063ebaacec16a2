package org.examledger.command.http;

import org.examledger.command.handling.CommandUndecidedException;
import org.examledger.command.handling.NoSuchStreamException;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
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
    /** An unknown session and somebody else's look the same (R6). */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(NoSuchStreamException missing) {
        return body(Refusal.of(Code.NOT_FOUND, "There is nothing here."), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(CommandUndecidedException undecided) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        return body(Refusal.of(Code.UNAVAILABLE, "Too many writers at once; send the same command again."), headers);
    }

    private static ResponseEntity<ProblemDetail> body(Refusal refusal, HttpHeaders headers) {
        return ResponseEntity.status(refusal.code().status())
                .headers(headers)
                .body(Problem.of(refusal).getBody());
    }
}
