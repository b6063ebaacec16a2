package org.examledger.service.security;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationResult;

/** What the route table says about one request. */
sealed interface RouteDecision extends AuthorizationResult {
    /** This rule lets him in. */
    record Granted(RouteRule rule) implements RouteDecision {}

    /** The route is for others. */
    record Forbidden() implements RouteDecision {}

    /** There is no such route. */
    record Unknown() implements RouteDecision {}

    /** There is such a route, with other methods. */
    record WrongMethod(List<HttpMethod> allowed) implements RouteDecision {}

    @Override
    default boolean isGranted() {
        return this instanceof Granted;
    }
}
