package org.examledger.service.problems;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for what failed outside of every controller: in a filter, or in the servlet container. */
@Hidden
@RestController
class LastResort implements ErrorController {
    private final ProblemWriter problems;

    LastResort(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = problem(request);
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri) {
            problem.setInstance(ProblemWriter.path(uri));
        }
        problems.write(problem, request, response);
    }

    private static ProblemDetail problem(HttpServletRequest request) {
        var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof AuthenticationServiceException) {
            return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "Tokens cannot be checked now; try again soon.");
        }
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Only a failure dispatches here; a status that is none means that somebody asked for the path itself.
        var status = HttpStatusCode.valueOf(code instanceof Integer known && known >= 400 ? known : 404);
        return Problem.of(status, EveryProblem.detail(status));
    }
}
