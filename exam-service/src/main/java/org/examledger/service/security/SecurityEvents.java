package org.examledger.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Puts down what happens at the doors, one line an event, under the logger {@code org.examledger.security}: words as
 * {@code key=value}, whatever came from outside in quotation marks. People are named by their opaque id; where somebody
 * only claims to be one, by what he claimed, shortened. No token, no password and no path with an id in it is written.
 */
@Component
public class SecurityEvents {
    static final String LOGGER = "org.examledger.security";

    private static final Logger log = LoggerFactory.getLogger(LOGGER);
    private static final int REFUSALS_A_SECOND = 100;
    private static final int LONGEST = 64;

    /** What could end a line, a value or the trust in either. */
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N} .,:;@/_*{}()+-]");

    private final RouteTable routes;
    private final LinesASecond refusals;

    SecurityEvents(RouteTable routes, Clock clock) {
        this.routes = routes;
        this.refusals = new LinesASecond(REFUSALS_A_SECOND, clock);
    }

    void signedIn(HttpServletRequest request, String person) {
        log.info("event=sign-in person={} {}", person, where(request));
    }

    void signedOut(HttpServletRequest request) {
        log.info("event=sign-out person={} {}", person(), where(request));
    }

    void erased(UUID erased) {
        log.info("event=person-erased erased={} person={}", erased, person());
    }

    /** @param claimed whom he said to be; absent where nobody was named */
    void signInRefused(HttpServletRequest request, @Nullable String claimed, String why) {
        refused("event=sign-in-refused why=%s user=%s %s".formatted(why, quoted(claimed), where(request)));
    }

    void tokenRefused(HttpServletRequest request, String why) {
        refused("event=token-refused why=%s %s".formatted(why, where(request)));
    }

    void forbidden(HttpServletRequest request) {
        refused("event=forbidden person=%s %s".formatted(person(), where(request)));
    }

    /** A command of who is signed in by cookie came without his page's token. */
    void forgeryRefused(HttpServletRequest request) {
        refused("event=forgery-refused " + where(request));
    }

    /** @param limit which one he reached, in our words */
    public void rateRefused(HttpServletRequest request, String limit) {
        refused("event=rate-refused limit=%s person=%s %s".formatted(limit, person(), where(request)));
    }

    private static void missed(long lines) {
        if (lines > 0) {
            log.warn("event=refusals-not-written count={}", lines);
        }
    }

    private void refused(String line) {
        var missing = refusals.admit();
        if (missing != LinesASecond.NOT_NOW) {
            missed(missing);
            log.warn(line);
        }
    }

    private String person() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken who
                ? SignedIn.personOf(who)
                : "-";
    }

    private String where(HttpServletRequest request) {
        return "route=%s from=%s"
                .formatted(
                        quoted(request.getMethod() + " " + routes.patternOf(request)), quoted(request.getRemoteAddr()));
    }

    /** Within quotation marks, short, and without anything that could end them or the line. */
    static String quoted(@Nullable String text) {
        if (text == null) {
            return "\"\"";
        }
        var shortened = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return '"' + UNSAFE.matcher(shortened).replaceAll("?") + '"';
    }
}
