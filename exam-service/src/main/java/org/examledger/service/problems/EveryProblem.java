package org.examledger.service.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.examledger.service.problems.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns whatever goes wrong around a controller into a problem with a stable code, without a word of Java in it.
 *
 * <p>Comes last: an advice of another room that knows better is asked first when it has an order.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class EveryProblem extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(EveryProblem.class);
    private static final String RETRY_SECONDS = "1";

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = PayloadTooLarge.causes(failure) ? tooLarge() : UnreadableBody.explain(failure.getCause());
        return answer(failure, problem, headers, request);
    }

    /** An id in a path that is no id names nothing; in a query it is a mistake to be told. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(failure instanceof MethodArgumentTypeMismatchException argument)) {
            return answer(failure, Problem.invalid("A parameter cannot be read.", List.of()), headers, request);
        }
        if (argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return answer(failure, notFound(), headers, request);
        }
        var errors = List.of(new FieldError(argument.getName(), "does not have the expected format"));
        return answer(failure, Problem.invalid("A parameter cannot be read.", errors), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var errors = List.of(new FieldError(failure.getParameterName(), "is missing"));
        return answer(failure, Problem.invalid("A parameter is missing.", errors), headers, request);
    }

    /** Every other failure Spring has a status for, and those that a controller made itself, which keep their code. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = failure instanceof ErrorResponseException made
                ? made.getBody()
                : Problem.of(status, detail(failure, status));
        return answer(failure, problem, headers, request);
    }

    @ExceptionHandler(PayloadTooLarge.class)
    @Nullable
    ResponseEntity<Object> tooLarge(PayloadTooLarge failure, WebRequest request) {
        return answer(failure, tooLarge(), HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    @Nullable
    ResponseEntity<Object> unavailable(Exception failure, WebRequest request) {
        log.warn("The database cannot be used now: {}", failure.getMessage());
        return answer(
                failure,
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "Try again soon; the outcome is unknown."),
                HttpHeaders.EMPTY,
                request);
    }

    /** Malformed escapes, or too many fields. Where a filter asked for a parameter, Tomcat itself sees to it. */
    @ExceptionHandler(InvalidParameterException.class)
    @Nullable
    ResponseEntity<Object> unreadable(InvalidParameterException failure, WebRequest request) {
        var problem = failure.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                ? tooLarge()
                : Problem.invalid("The parameters cannot be read, or are too many.", List.of());
        return answer(failure, problem, HttpHeaders.EMPTY, request);
    }

    /** Security answers these itself, further out. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class, RequestRejectedException.class})
    void refusedBySecurity(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> bug(Exception failure, WebRequest request) {
        if (PayloadTooLarge.causes(failure)) {
            return answer(failure, tooLarge(), HttpHeaders.EMPTY, request);
        }
        if (LostDatabase.causes(failure)) {
            return unavailable(failure, request);
        }
        log.error("Unexpected failure", failure);
        return answer(failure, internal(), HttpHeaders.EMPTY, request);
    }

    static ProblemDetail internal() {
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Something is wrong on our side; it has been logged.");
    }

    private static ProblemDetail notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "There is nothing here.");
    }

    private static ProblemDetail tooLarge() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than this route accepts.");
    }

    private static String detail(Exception failure, HttpStatusCode status) {
        return switch (failure) {
            case HttpRequestMethodNotSupportedException method -> method.getMethod() + " is not possible here.";
            case HttpMediaTypeNotSupportedException media
            when isForm(media.getContentType()) ->
                "Forms of names and values are not read; name the type of what you send.";
            case HttpMediaTypeNotSupportedException media -> "Send application/json.";
            default -> detail(status);
        };
    }

    private static boolean isForm(@Nullable MediaType type) {
        return MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type);
    }

    static String detail(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "The request cannot be understood.";
            case 404 -> "There is nothing here.";
            case 503 -> "Try again soon; the outcome is unknown.";
            default ->
                status.is5xxServerError()
                        ? "Something is wrong on our side; it has been logged."
                        : "The request was refused.";
        };
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception failure, ProblemDetail problem, HttpHeaders headers, WebRequest request) {
        Problem.complete(problem);
        if (request instanceof ServletWebRequest web) {
            HttpServletRequest servletRequest = web.getRequest();
            if (problem.getInstance() == null) {
                problem.setInstance(ProblemWriter.path(servletRequest.getRequestURI()));
            }
            if (web.getResponse() != null && web.getResponse().isCommitted()) {
                return null;
            }
        }
        // Spring hands out one shared, read-only instance where it has nothing to say.
        var sent = new HttpHeaders();
        sent.addAll(headers);
        sent.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()
                && !sent.containsHeader(HttpHeaders.RETRY_AFTER)) {
            sent.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return new ResponseEntity<>(problem, sent, HttpStatusCode.valueOf(problem.getStatus()));
    }
}
