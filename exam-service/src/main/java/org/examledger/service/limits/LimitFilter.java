package org.examledger.service.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.examledger.service.limits.RefusedRequests.Why;
import org.examledger.service.limits.Traffic.Turn;
import org.examledger.service.problems.Problem;
import org.examledger.service.problems.ProblemWriter;
import org.examledger.service.security.SecurityEvents;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends away who asks for too much (429), and when everybody together does, whoever can best wait (503), before anything is
 * read or stored. Runs after security, so that it knows who asks.
 */
final class LimitFilter extends OncePerRequestFilter {
    /** Polls come back later than saves, and not all at the same time. */
    private static final int SAVE_COMES_BACK = 1;

    private static final int POLL_COMES_BACK = 2;
    private static final int SPREAD = 3;

    private final Budgets budgets;
    private final Traffic traffic;
    private final RefusedRequests refused;
    private final ProblemWriter problems;
    private final SecurityEvents events;
    private final RandomGenerator random;

    LimitFilter(
            Budgets budgets,
            Traffic traffic,
            RefusedRequests refused,
            ProblemWriter problems,
            SecurityEvents events,
            RandomGenerator random) {
        this.budgets = budgets;
        this.traffic = traffic;
        this.refused = refused;
        this.problems = problems;
        this.events = events;
        this.random = random;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = Asked.by(request);
        if (asked == Asked.FREE) {
            chain.doFilter(request, response);
            return;
        }
        var person = Objects.requireNonNullElse(request.getRemoteUser(), "");
        if (isWithinLimits(person, asked, request, response) && isLetIn(asked, request, response)) {
            try {
                chain.doFilter(request, response);
            } finally {
                traffic.leave(asked);
            }
            note(person, asked, response.getStatus());
        }
    }

    private boolean isWithinLimits(String person, Asked asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var wait = budgets.take(person, asked, Asked.weight(request));
        if (wait.isPositive()) {
            refused.count(asked, Why.RATE);
            events.rateRefused(request, asked.name().toLowerCase(Locale.ROOT));
            wait(
                    wait,
                    "Too many requests in too short a time; nothing was done. Repeat this one later.",
                    request,
                    response);
            return false;
        }
        var untilNextGuess = asked == Asked.SIGN_IN ? Duration.ZERO : budgets.untilNextGuess(person);
        if (untilNextGuess.isPositive()) {
            refused.count(asked, Why.UNKNOWN_IDS);
            events.rateRefused(request, "unknown-ids");
            wait(
                    untilNextGuess,
                    "Too many ids that do not exist; nothing was done. Repeat this one later.",
                    request,
                    response);
            return false;
        }
        return true;
    }

    private boolean isLetIn(Asked asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var turn = traffic.enter(asked);
        if (turn == Turn.GRANTED) {
            return true;
        }
        refused.count(asked, Why.OVERLOAD);
        var soonest = asked == Asked.SAVE ? SAVE_COMES_BACK : POLL_COMES_BACK;
        var detail = turn == Turn.TOO_MANY_SAVES
                ? "Too much to do just now; nothing was stored. Send the same command again."
                : "Too much to do just now; ask again later.";
        answer(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, detail), soonest + random.nextInt(SPREAD), request, response);
        return false;
    }

    private void note(String person, Asked asked, int status) {
        if (status == HttpStatus.NOT_FOUND.value()) {
            budgets.guessed(person);
        } else if (status == HttpStatus.TOO_MANY_REQUESTS.value()) {
            refused.count(asked, Why.TRIES);
        }
    }

    private void wait(Duration wait, String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // A second that has begun counts: who came back a moment too early would have to come a second time.
        answer(Problem.of(HttpStatus.TOO_MANY_REQUESTS, detail), wait.toSeconds() + 1, request, response);
    }

    private void answer(ProblemDetail problem, long seconds, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.write(problem, request, response);
    }
}
