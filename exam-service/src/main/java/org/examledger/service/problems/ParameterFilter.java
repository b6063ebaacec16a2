package org.examledger.service.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters that Tomcat cannot read (malformed escapes, too many fields, too large a form) where a filter asked for
 * them. Tomcat reads them when the first of them is asked for, and then throws.
 */
@Component
@Order(ParameterFilter.AFTER_MEASURING)
class ParameterFilter extends OncePerRequestFilter {
    /** Around security, and inside the filter that measures requests, which would count a failure of ours. */
    static final int AFTER_MEASURING = Ordered.HIGHEST_PRECEDENCE + 10;

    private final ProblemWriter problems;

    ParameterFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException unreadable) {
            problems.write(problem(unreadable), request, response);
        }
    }

    /** Tomcat's own message would repeat what was sent. */
    static ProblemDetail problem(InvalidParameterException unreadable) {
        return unreadable.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                ? Problem.of(HttpStatus.CONTENT_TOO_LARGE, "The form is larger than this route accepts.")
                : Problem.invalid("The parameters cannot be read, or are too many.", List.of());
    }
}
