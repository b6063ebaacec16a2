package org.examledger.query.http;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Leaves what was cut off to the container, which closes the connection; whoever answers it would end the reply well. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CutOffs {
    @ExceptionHandler
    void handle(CutOff failure) {
        throw failure;
    }
}
