package org.examledger.service.problems;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes RFC 9457 problems that all look alike: type, title, status, detail, instance and a stable code. */
public final class Problem {
    private static final String CODE = "code";
    private static final String ERRORS = "errors";
    private static final String TYPES = "urn:exam-ledger:problem:";

    private Problem() {}

    /** What is wrong with one field of a request. */
    public record FieldError(String field, String message) {}

    public static ProblemDetail of(HttpStatusCode status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty(CODE, code);
        complete(problem);
        return problem;
    }

    public static ProblemDetail of(HttpStatusCode status, String detail) {
        return of(status, codeOf(status), detail);
    }

    public static ProblemDetail invalid(String detail, List<FieldError> errors) {
        var problem = of(HttpStatus.BAD_REQUEST, detail);
        if (!errors.isEmpty()) {
            problem.setProperty(ERRORS, errors);
        }
        return problem;
    }

    /** Adds what a problem made elsewhere lacks; what it says itself is kept. */
    static void complete(ProblemDetail problem) {
        var status = HttpStatusCode.valueOf(problem.getStatus());
        var properties = problem.getProperties();
        if (properties == null || !(properties.get(CODE) instanceof String)) {
            problem.setProperty(CODE, codeOf(status));
        }
        var type = problem.getType();
        if (type == null || type.toString().equals("about:blank")) {
            var all = problem.getProperties();
            problem.setType(URI.create(TYPES + (all == null ? codeOf(status) : all.get(CODE))));
        }
    }

    static String codeOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "payload-too-large";
            case 415 -> "unsupported-media-type";
            case 429 -> "too-many-requests";
            case 503 -> "unavailable";
            default -> status.is5xxServerError() ? "internal" : "invalid-request";
        };
    }
}
