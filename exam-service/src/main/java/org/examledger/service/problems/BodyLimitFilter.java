package org.examledger.service.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Bounds how much of a body is read, by route, so that no request can fill the memory. Runs after security. */
@Component
class BodyLimitFilter extends OncePerRequestFilter {
    private static final long WORKER = 256L << 10;
    private static final long AUTHORING = 8L << 20;
    private static final long IMPORT = 32L << 20;

    private static final List<Limit> LIMITS = List.of(
            new Limit("/api/v1/question-imports/**", IMPORT),
            new Limit("/api/v1/attachments/**", AUTHORING),
            new Limit("/api/v1/drafts/**", AUTHORING),
            new Limit("/api/v1/exams/*/workers/**", AUTHORING),
            new Limit("/api/v1/question-pools/**", AUTHORING),
            new Limit("/**", WORKER));

    private final ProblemWriter problems;

    BodyLimitFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    private record Limit(PathPattern paths, long bytes) {
        Limit(String pattern, long bytes) {
            this(PathPatternParser.defaultInstance.parse(pattern), bytes);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limitOf(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            tooLarge(limit, request, response);
            return;
        }
        chain.doFilter(new CountedBody(request, limit), response);
    }

    static long limitOf(String uri) {
        var path = PathContainer.parsePath(uri);
        return LIMITS.stream()
                .filter(limit -> limit.paths().matches(path))
                .mapToLong(Limit::bytes)
                .findFirst()
                .orElse(WORKER);
    }

    private void tooLarge(long limit, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var said = "The body is larger than the " + limit + " bytes this route accepts.";
        problems.write(Problem.of(HttpStatus.CONTENT_TOO_LARGE, said), request, response);
    }
}
