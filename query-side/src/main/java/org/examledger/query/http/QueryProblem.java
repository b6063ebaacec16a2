package org.examledger.query.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Makes the problems with which a question is refused (RFC 9457), each with its stable code. */
public final class QueryProblem {
    private static final String RETRY_AFTER_SECONDS = "1";

    private QueryProblem() {}

    /** Says the same of what belongs to somebody else and of what is not there at all (R6). */
    public static ErrorResponseException notFound() {
        return problem(HttpStatus.NOT_FOUND, "not-found", "Not Found", "There is nothing here.");
    }

    public static ErrorResponseException notStarted() {
        return problem(
                HttpStatus.CONFLICT, "not-started", "Not started", "The paper is shown once the exam is started.");
    }

    public static ErrorResponseException notEnded() {
        return problem(HttpStatus.CONFLICT, "not-ended", "Not ended", "The session has not ended yet.");
    }

    /** Nothing is there that was signed, or that could sign. */
    public static ErrorResponseException notSigned(String detail) {
        return later(problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not signed", detail));
    }

    /** The answer would be larger than anybody could use. */
    public static ErrorResponseException tooLarge(String detail) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "payload-too-large", "Content Too Large", detail);
    }

    /** The request has a parameter or a field that cannot be understood. */
    public static ErrorResponseException invalid(String field, String message) {
        return against(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", field, message);
    }

    /** The request names a question or an option that is not there. */
    public static ErrorResponseException notOnPaper(String field, String message) {
        return against(HttpStatus.UNPROCESSABLE_CONTENT, "not-on-paper", "Not on the paper", field, message);
    }

    private static ErrorResponseException against(
            HttpStatus status, String code, String title, String field, String message) {
        var problem = problem(status, code, title, field + " " + message + ".");
        problem.getBody().setProperty("errors", List.of(Map.of("field", field, "message", message)));
        return problem;
    }

    /** The read model has not reached the position the caller wants to see. */
    public static ErrorResponseException notYetThere(long position) {
        return later(problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Not yet there",
                "The read model has not reached position " + position + " yet."));
    }

    /** Whoever asks has as much of it as he may have. */
    public static ErrorResponseException tooMany(String detail) {
        return later(problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests", detail));
    }

    /** There is no room for one more, or not any more. */
    public static ErrorResponseException unavailable(String detail) {
        return later(problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Unavailable", detail));
    }

    private static ErrorResponseException later(ErrorResponseException problem) {
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return problem;
    }

    private static ErrorResponseException problem(HttpStatus status, String code, String title, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("urn:exam-ledger:problem:" + code));
        body.setTitle(title);
        body.setProperty("code", code);
        return new ErrorResponseException(status, body, null);
    }
}
