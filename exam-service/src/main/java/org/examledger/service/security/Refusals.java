package org.examledger.service.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.examledger.service.problems.Problem;
import org.examledger.service.problems.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Says no: who are you (401), not you (403), not so (405), not here (404), or not at all (400). */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    private final ProblemWriter problems;
    private final SecurityEvents events;

    Refusals(ProblemWriter problems, SecurityEvents events) {
        this.problems = problems;
        this.events = events;
    }

    /** Nobody signed in, or with a token that is not good. Outside of the API an unknown page is just not there. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why.getCause() instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof RouteDecision decision
                && !(decision instanceof RouteDecision.Forbidden)
                && !isApi(request)) {
            refuse(decision, request, response);
            return;
        }
        if (why instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(
                    Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "Whether this token is good cannot be told at this moment; send the same again."),
                    request,
                    response);
            return;
        }
        if (why instanceof OAuth2AuthenticationException) {
            events.tokenRefused(request, WhyRefused.word(why));
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problems.write(
                Problem.of(HttpStatus.UNAUTHORIZED, "Sign in: a valid bearer token is needed."), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            events.forgeryRefused(request);
            problems.write(
                    Problem.of(HttpStatus.FORBIDDEN, "The page's token (csrf) is missing or old; reload the page."),
                    request,
                    response);
            return;
        }
        var decision = denied instanceof AuthorizationDeniedException byTable
                        && byTable.getAuthorizationResult() instanceof RouteDecision known
                ? known
                : new RouteDecision.Forbidden();
        refuse(decision, request, response);
    }

    /** The firewall's own message would repeat what was sent. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        problems.write(
                Problem.of(HttpStatus.BAD_REQUEST, "The request's address, method or parameters are malformed."),
                request,
                response);
    }

    private void refuse(RouteDecision decision, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = switch (decision) {
            case RouteDecision.Unknown none -> Problem.of(HttpStatus.NOT_FOUND, "There is nothing here.");
            case RouteDecision.WrongMethod wrong -> {
                response.setHeader(
                        HttpHeaders.ALLOW,
                        wrong.allowed().stream().map(HttpMethod::name).collect(Collectors.joining(", ")));
                yield Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "Allowed are the methods in the Allow header.");
            }
            case RouteDecision.Forbidden no -> {
                events.forbidden(request);
                yield Problem.of(HttpStatus.FORBIDDEN, "Your role does not allow this.");
            }
            case RouteDecision.Granted yes -> throw new IllegalStateException("Granted, and refused");
        };
        problems.write(problem, request, response);
    }

    private static boolean isApi(HttpServletRequest request) {
        var uri = request.getRequestURI();
        return uri.startsWith("/api/") || uri.startsWith("/CMP/") || uri.startsWith("/actuator");
    }
}
