package org.examledger.service.security;

import java.util.List;
import java.util.function.Supplier;
import org.examledger.events.Actor.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Asks the route table, and leaves the rule that let someone in on the request. */
@Component
class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {
    static final String RULE = RouteRule.class.getName();

    private final RouteTable table;

    RouteAuthorization(RouteTable table) {
        this.table = table;
    }

    @Override
    public RouteDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var leading = table.leadingTo(request.getRequestURI());
        if (leading.isEmpty()) {
            return new RouteDecision.Unknown();
        }
        var rule = leading.stream()
                .filter(candidate -> candidate.allows(request.getMethod()))
                .findFirst();
        if (rule.isEmpty()) {
            return new RouteDecision.WrongMethod(
                    leading.stream().map(RouteRule::method).distinct().toList());
        }
        if (!letsIn(rule.get(), SignedIn.rolesOf(who.get()))) {
            return new RouteDecision.Forbidden();
        }
        request.setAttribute(RULE, rule.get());
        return new RouteDecision.Granted(rule.get());
    }

    private static boolean letsIn(RouteRule rule, @Nullable List<Role> roles) {
        return switch (rule.access()) {
            case ANYONE -> true;
            case SIGNED_IN -> roles != null;
            case ROLES -> roles != null && rule.roles().stream().anyMatch(roles::contains);
        };
    }
}
