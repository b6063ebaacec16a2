package org.examledger.service.security;

import static org.examledger.events.Actor.Role.ADMIN;
import static org.examledger.events.Actor.Role.AUDITOR;
import static org.examledger.events.Actor.Role.HC;
import static org.examledger.events.Actor.Role.WORKER;
import static org.examledger.service.security.RouteRule.of;
import static org.examledger.service.security.RouteRule.open;
import static org.examledger.service.security.RouteRule.signedIn;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/** The one table that says who may use which route. What is not in it is closed, also to those who signed in. */
@Component
class RouteTable {
    private static final String API = "/api/v1";

    /** Where the portal's exam page looks for its routes. */
    private static final String PORTAL = "/CMP";

    /**
     * More exact patterns come first. Who has several of a rule's roles acts in the first of them, so what workers see of
     * their own and staff see of everybody names staff first.
     */
    static final List<RouteRule> RULES = List.of(
            of(POST, API + "/sessions/{id}/start", WORKER).answering("200", "200", "409 session-closed"),
            of(POST, API + "/sessions/{id}/answers", WORKER).answering("409 not-started", "200", "409 session-closed"),
            of(POST, API + "/sessions/{id}/answers/batch", WORKER)
                    .answering("409 not-started", "200", "409 session-closed"),
            of(POST, API + "/sessions/{id}/page", WORKER).answering("409 not-started", "200", "200"),
            of(POST, API + "/sessions/{id}/heartbeat", WORKER).answering("409 not-started", "200", "200"),
            of(POST, API + "/sessions/{id}/submit", WORKER).answering("409 not-started", "200", "200"),
            of(POST, API + "/sessions/{id}/abandon", WORKER).answering("409 not-started", "200", "409 session-closed"),
            of(GET, API + "/sessions/{id}/paper", WORKER).answering("409 not-started", "200", "200"),
            of(GET, API + "/me/sessions", WORKER),
            of(GET, API + "/sessions/{id}/resume", HC, WORKER).answering("200", "200", "200"),
            of(GET, API + "/sessions/{id}/status", HC, WORKER).answering("200", "200", "200"),
            of(GET, API + "/sessions/{id}/result", HC, WORKER).answering("200", "200", "200"),
            of(GET, API + "/sessions/{id}/receipt", HC, WORKER).answering("409 not-ended", "409 not-ended", "200"),
            of(POST, API + "/sessions/{id}/close", HC).answering("200", "200", "409 session-closed"),
            of(POST, API + "/sessions/{id}/extend", HC).answering("200", "200", "409 session-closed"),
            of(POST, API + "/sessions/{id}/reset", HC).answering("409 not-started", "200", "200"),
            of(POST, API + "/sessions/{id}/reopen", HC).answering("409 not-started", "409 not-ended", "200"),
            of(GET, API + "/drafts", HC),
            of(POST, API + "/drafts", HC),
            of(GET, API + "/drafts/{id}", HC),
            of(PUT, API + "/drafts/{id}", HC),
            of(DELETE, API + "/drafts/{id}", HC),
            of(POST, API + "/drafts/{id}/lock", HC),
            of(GET, API + "/drafts/{id}/questions.qti.zip", HC),
            of(GET, API + "/drafts/{id}/questions.json", HC),
            of(POST, API + "/question-imports", HC),
            of(POST, API + "/attachments", HC),
            of(GET, API + "/attachments/{sha256}", HC, AUDITOR, WORKER),
            of(GET, API + "/exams", HC),
            of(GET, API + "/exams/{id}", HC).answering("200", "200", "200"),
            of(GET, API + "/exams/{id}/monitor", HC).answering("200", "200", "200"),
            of(GET, API + "/exams/{id}/monitor/stream", HC),
            of(GET, API + "/exams/{id}/results", HC).answering("200", "200", "200"),
            of(GET, API + "/exams/{id}/results/distribution", HC).answering("200", "200", "200"),
            of(GET, API + "/exams/{id}/results.csv", HC).answering("200", "200", "200"),
            of(GET, API + "/exams/{id}/results.xlsx", HC).answering("200", "200", "200"),
            of(GET, API + "/exams/{id}/questions/statistics", HC).answering("200", "200", "200"),
            of(GET, API + "/exams/{id}/questions.qti.zip", HC).answering("200", "200", "200"),
            of(GET, API + "/exams/{id}/questions.json", HC).answering("200", "200", "200"),
            of(POST, API + "/exams/{id}/workers", HC).answering("200", "200", "409 exam-closed"),
            of(DELETE, API + "/exams/{id}/workers/{workerId}", HC).answering("200", "200", "409 session-closed"),
            of(POST, API + "/exams/{id}/reschedule", HC).answering("200", "200", "409 exam-closed"),
            of(POST, API + "/exams/{id}/extend", HC).answering("200", "200", "409 exam-closed"),
            of(POST, API + "/exams/{id}/close", HC).answering("200", "200", "200"),
            of(POST, API + "/exams/{id}/cancel", HC).answering("200", "200", "409 exam-closed"),
            of(POST, API + "/exams/{id}/access-token", HC).answering("200", "200", "200"),
            of(POST, API + "/exams/{id}/answer-key", HC).answering("200", "200", "200"),
            of(POST, API + "/exams/{id}/review-policy", HC).answering("200", "200", "200"),
            of(POST, API + "/exams/{id}/what-if", HC).answering("200", "200", "200"),
            of(GET, API + "/question-pools", HC),
            of(GET, API + "/question-pools/{technology}/{level}", HC),
            of(PUT, API + "/question-pools/{technology}/{level}", HC),
            of(POST, API + "/question-pools/{technology}/generate", HC),
            of(GET, API + "/audit/**", AUDITOR),
            of(POST, API + "/audit/log/verify", AUDITOR),
            of(POST, API + "/audit/log/restored", ADMIN),
            of(GET, API + "/audit-reads", ADMIN),
            of(DELETE, API + "/people/{workerId}", ADMIN),
            of(POST, PORTAL + "/SaveAnswer", WORKER),
            of(POST, PORTAL + "/SaveLegacyAnswer", WORKER),
            of(POST, PORTAL + "/UpdateSessionProgress", WORKER),
            of(POST, PORTAL + "/AbandonExam", WORKER),
            of(POST, PORTAL + "/ExamSummary", WORKER),
            of(POST, PORTAL + "/SubmitExam", WORKER),
            of(GET, PORTAL + "/ExamSummary", WORKER),
            of(GET, PORTAL + "/GetMonitoringProgress", HC, ADMIN),
            // Whoever is not the owner is told that nothing is closed.
            signedIn(GET, PORTAL + "/CheckExamStatus"),
            // They lead to pages that ask for a sign-in themselves.
            open(GET, PORTAL + "/Results/{number}"),
            open(GET, PORTAL + "/Assessment"),
            signedIn(GET, API + "/me"),
            open(GET, API + "/sign-in"),
            open(POST, "/sign-in"),
            open(GET, "/sign-in"),
            open(GET, IssuerClient.CALLBACK),
            signedIn(POST, "/sign-out"),
            open(POST, API + "/demo/token"),
            // Metrics name no person, but a proxy on this machine would make every visitor look local: admins only.
            of(GET, "/actuator/prometheus", ADMIN),
            of(GET, "/actuator/rebuild", ADMIN),
            of(POST, "/actuator/rebuild", ADMIN),
            open(GET, "/actuator/health/**"),
            open(GET, "/v3/api-docs/**"),
            open(GET, "/v3/api-docs.yaml"),
            open(GET, "/swagger-ui/**"),
            open(GET, "/swagger-ui.html"),
            open(GET, "/webjars/**"),
            open(GET, "/_static/**"),
            open(GET, "/"),
            open(GET, "/index.html"),
            open(GET, "/favicon.ico"),
            open(GET, "/assets/**"),
            open(GET, "/exam/**"),
            open(GET, "/monitor/**"),
            open(GET, "/authoring/**"),
            open(GET, "/audit/**"));

    private final List<Known> rules;

    RouteTable(ObjectProvider<RouteRule> more) {
        rules = Stream.concat(RULES.stream(), more.orderedStream())
                .map(Known::of)
                .toList();
    }

    /** Every rule whose path leads to this one, whatever its method. */
    List<RouteRule> leadingTo(String uri) {
        var path = PathContainer.parsePath(uri);
        return rules.stream()
                .filter(known -> uri.startsWith(known.start))
                .map(Known::rule)
                .filter(rule -> rule.leadsTo(path))
                .toList();
    }

    /** The pattern that leads to what is asked for: a path without the ids in it. */
    String patternOf(HttpServletRequest request) {
        return leadingTo(request.getRequestURI()).stream()
                .map(rule -> rule.path().getPatternString())
                .findFirst()
                .orElse("(none)");
    }

    /** Whether anybody may, so that it does not matter who asks. */
    boolean isOpen(String method, String uri) {
        return leadingTo(uri).stream()
                .filter(rule -> rule.allows(method))
                .findFirst()
                .filter(rule -> rule.access() == RouteRule.Access.ANYONE)
                .isPresent();
    }

    /**
     * A rule and the text with which each of its paths begins: comparing that first spares matching every pattern for
     * every click.
     */
    private record Known(String start, RouteRule rule) {
        static Known of(RouteRule rule) {
            var pattern = rule.path().getPatternString();
            var literal = pattern.split("[{*]", 2)[0];
            // "/monitor/**" leads to "/monitor" too.
            return new Known(
                    literal.length() < pattern.length() ? literal.substring(0, literal.length() - 1) : literal, rule);
        }
    }
}
