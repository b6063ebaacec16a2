package org.examledger.service.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body of type {@code application/*}: Spring takes it as JSON and then fails over the wildcard. */
@Component
class WildcardTypeFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;

    WildcardTypeFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isWildcard(request.getContentType())) {
            problems.write(Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json."), request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isWildcard(@Nullable String contentType) {
        try {
            return contentType != null
                    && !contentType.isEmpty()
                    && !MediaType.parseMediaType(contentType).isConcrete();
        } catch (InvalidMediaTypeException malformed) {
            return false; // Spring refuses it by itself
        }
    }
}
