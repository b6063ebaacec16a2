package org.examledger.command.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Reply;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal as RFC 9457 problem details with a stable {@code code}. */
public final class Problem {
    private Problem() {}

    /** The problem of a refusal that came before any aggregate was asked. */
    public static ErrorResponseException of(Refusal refusal) {
        var problem =
                new ErrorResponseException(HttpStatusCode.valueOf(refusal.code().status()), detail(refusal), null);
        if (refusal.code() == Refusal.Code.UNAVAILABLE) {
            problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        }
        return problem;
    }

    /** The problem of a refused command; it says on which state it was refused, unless the stream is not the caller's. */
    public static ErrorResponseException of(Refusal refusal, Reply<?> reply) {
        var problem = of(refusal);
        if (refusal.code() != Refusal.Code.NOT_FOUND) {
            problem.getBody().setProperty("sequence", reply.sequence());
            problem.getBody().setProperty("position", reply.position());
            problem.getHeaders().set(Replies.LOG_POSITION, Long.toString(reply.position()));
        }
        return problem;
    }

    public static ErrorResponseException invalid(List<Refusal.Field> fields) {
        return of(Refusal.of(Refusal.Code.INVALID_REQUEST, "The request is not valid.", fields));
    }

    public static ErrorResponseException invalid(String field, String message) {
        return invalid(List.of(new Refusal.Field(field, message)));
    }

    /** @param wait before it makes sense to come back; told in whole seconds, the last one begun */
    public static ErrorResponseException tooManyRequests(String detail, Duration wait) {
        var problem = of(Refusal.of(Refusal.Code.TOO_MANY_REQUESTS, detail));
        var seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
        return problem;
    }

    private static ProblemDetail detail(Refusal refusal) {
        var code = refusal.code();
        var detail = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(code.status()), refusal.detail());
        detail.setType(URI.create("urn:exam-ledger:problem:" + code.word()));
        detail.setTitle(code.title());
        detail.setProperty("code", code.word());
        refusal.properties().forEach(detail::setProperty);
        if (!refusal.fields().isEmpty()) {
            detail.setProperty("errors", refusal.fields());
        }
        return detail;
    }
}
