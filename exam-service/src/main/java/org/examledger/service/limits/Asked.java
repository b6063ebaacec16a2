package org.examledger.service.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.examledger.service.security.RouteRule;
import org.examledger.service.security.RouteRule.Access;
import org.springframework.http.HttpMethod;

/** What a request asks for, as far as limits go: whoever reads polls, and whoever does not, saves. */
enum Asked {
    SAVE,
    POLL,
    SIGN_IN,
    /** Pages, health and what operators watch: never refused, and in an overload least of all. */
    FREE;

    /** The longest body that a worker may send. */
    private static final long LONGEST = 256 << 10;

    /** No answer of a batch is much shorter. */
    private static final long BYTES_OF_ANSWERS = 256;

    static Asked by(HttpServletRequest request) {
        var rule = RouteRule.thatLetIn(request);
        var path = request.getRequestURI();
        if (rule == null || path.startsWith("/actuator/")) {
            return FREE;
        }
        if (rule.access() == Access.ANYONE) {
            return path.startsWith("/sign-in") || path.equals("/api/v1/demo/token") ? SIGN_IN : FREE;
        }
        return rule.method().equals(HttpMethod.GET) ? POLL : SAVE;
    }

    /** How many saves it counts for: a batch brings up to 500, and is charged by its length before it is read. */
    static int weight(HttpServletRequest request) {
        if (!request.getRequestURI().endsWith("/answers/batch")) {
            return 1;
        }
        var told = request.getContentLengthLong();
        var length = told < 0 ? LONGEST : Math.min(told, LONGEST);
        return 1 + (int) (length / BYTES_OF_ANSWERS);
    }

    /** As metrics call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
