package org.examledger.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.examledger.events.Actor.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may use one route.
 *
 * @param access for whom it is open
 * @param roles who may, in the order in which a person who has several of them acts; empty unless access is by role
 * @param answers what they hear in each state of the session or exam that the path names; absent when it names none
 */
public record RouteRule(
        HttpMethod method,
        PathPattern path,
        Access access,
        List<Role> roles,
        @Nullable AnswersByState answers) {
    /** For whom a route is open. */
    public enum Access {
        ANYONE,
        SIGNED_IN,
        ROLES
    }

    public static RouteRule of(HttpMethod method, String path, Role... roles) {
        return new RouteRule(method, parsed(path), Access.ROLES, List.of(roles), null);
    }

    static RouteRule open(HttpMethod method, String path) {
        return new RouteRule(method, parsed(path), Access.ANYONE, List.of(), null);
    }

    static RouteRule signedIn(HttpMethod method, String path) {
        return new RouteRule(method, parsed(path), Access.SIGNED_IN, List.of(), null);
    }

    /** The same rule, and what is heard by whom it lets in; kept by a test that asks in each state. */
    RouteRule answering(String notStarted, String running, String ended) {
        return new RouteRule(method, path, access, roles, new AnswersByState(notStarted, running, ended));
    }

    /** The rule by which this request came past security; absent when it did not have to. */
    public static @Nullable RouteRule thatLetIn(HttpServletRequest request) {
        return request.getAttribute(RouteAuthorization.RULE) instanceof RouteRule rule ? rule : null;
    }

    private static PathPattern parsed(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }

    boolean leadsTo(PathContainer requested) {
        return path.matches(requested);
    }

    /** HEAD asks what GET would say. */
    boolean allows(String requested) {
        return method.matches(requested) || (method.equals(HttpMethod.GET) && HttpMethod.HEAD.matches(requested));
    }
}
