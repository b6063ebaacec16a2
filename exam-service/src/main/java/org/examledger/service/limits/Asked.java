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
    private static final int BYTES_OF_AN_ANSWER = 256;

    /** The portal's forms write an answer shorter. */
    private static final int BYTES_OF_A_FIELD = 32;

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

    /** How many saves it counts for: what brings many answers is charged by its length before it is read. */
    static int weight(HttpServletRequest request) {
        var bytes = bytesOfAnAnswer(request.getRequestURI());
        if (bytes == 0) {
            return 1;
        }
        var told = request.getContentLengthLong();
        var length = told < 0 ? LONGEST : Math.min(told, LONGEST);
        return 1 + (int) (length / bytes);
    }

    /** 0 = it brings one thing, however long it is. */
    private static int bytesOfAnAnswer(String path) {
        if (path.endsWith("/answers/batch")) {
            return BYTES_OF_AN_ANSWER;
        }
        return path.equals("/CMP/ExamSummary") || path.equals("/CMP/SubmitExam") ? BYTES_OF_A_FIELD : 0;
    }

    /** As metrics call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
